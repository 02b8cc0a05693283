import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the desktop VS Code, which ends with this process and this process with it. `code` itself only starts the application,
 * in a process group of its own; the application writes its process id to `code.lock` in its profile.
 * @param {string} executable
 * @param {string[]} args
 * @param {string} userDataDir the profile, which no other VS Code may use
 */
export function openDesktop(executable, args, userDataDir) {
  const child = spawn(executable, ['--new-window', '--wait', `--user-data-dir=${userDataDir}`, ...args], {
    stdio: 'inherit',
    detached: true,
    shell: process.platform === 'win32',
  });
  let launching = true;
  process.prependListener('exit', () => {
    // One that is still starting would live on.
    until(() => !launching || application(userDataDir) !== undefined, 3);
    const pid = application(userDataDir);
    if (pid && signal(pid, 'SIGTERM') && !until(() => !signal(pid, 0), 5)) signal(-pid, 'SIGKILL');
    if (child.pid) signal(-child.pid, 'SIGKILL');
  });
  child.on('error', error => {
    launching = false;
    console.log(error.message);
    process.exit(127);
  });
  child.on('exit', code => {
    launching = false;
    process.exit(code ?? 1);
  });
}

/** @param {string} userDataDir @returns {number | undefined} the application's process id */
function application(userDataDir) {
  try {
    return Number(readFileSync(join(userDataDir, 'code.lock'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @param {NodeJS.Signals | 0} name @returns {boolean} whether it was there */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Waits without events, as an 'exit' listener has to. @param {() => boolean} isSo @param {number} seconds */
function until(isSo, seconds) {
  const end = Date.now() + seconds * 1000;
  while (!isSo()) {
    if (Date.now() > end) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return true;
}
