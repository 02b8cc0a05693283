// Runs the steps of the other scripts: each in a process group of its own, with a deadline. Node built-ins only.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let ending = false;

/**
 * Runs a command to its end, showing its output, and ends it with all it started when the deadline is over.
 * @param {string[]} command
 * @param {{ seconds: number }} deadline
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([command, ...args], { seconds }) {
  const { FORCE_COLOR, ...env } = process.env; // output is read here, and may go to a log
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${env.PATH}`;
  const child = spawn(String(command), args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PATH: path, NO_COLOR: '1' },
  });
  running.add(child);
  let output = '';
  const show = (/** @type {Buffer} */ data) => {
    output += data;
    process.stdout.write(data);
  };
  child.stdout.on('data', show);
  child.stderr.on('data', show);
  const deadline = setTimeout(() => {
    console.log(`\n"${[command, ...args].join(' ')}" did not end in ${seconds} s, so it is ended now.`);
    end(child);
  }, seconds * 1000);
  return new Promise(resolve => {
    const done = (/** @type {number | null} */ code) => {
      clearTimeout(deadline);
      running.delete(child);
      signal(child, 'SIGKILL'); // what it left behind
      if (!ending) resolve({ code: code ?? 1, output }); // else nothing follows
    };
    // Not 'close': a process left behind would hold the pipes. What still cleans up gets three seconds.
    child.on('exit', async code => {
      let tries = 0;
      do await wait(100);
      while (signal(child, 0) && ++tries < 30);
      done(code);
    });
    child.on('error', error => {
      console.log(error.message);
      done(127);
    });
  });
}

/** Asks first, so that it can remove its files and end what has a group of its own. @param {import('node:child_process').ChildProcess} child */
function end(child) {
  signal(child, 'SIGTERM');
  setTimeout(() => signal(child, 'SIGKILL'), 3000).unref();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether anything of its group was there
 */
function signal(child, name) {
  try {
    return child.pid !== undefined && process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

/** Makes Ctrl+C end every step, then this process. */
export function endAllOnSignals() {
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(name, () => {
      ending = true;
      console.log('\nEnding what was started ...');
      for (const child of running) end(child);
      setInterval(() => running.size === 0 && process.exit(130), 50);
      setTimeout(() => process.exit(130), 7000);
    });
  }
}

/** `npm ci`, unless what package-lock.json asks for is there. */
export async function installDependencies() {
  if (dependenciesAreInstalled()) return;
  console.log('Installing the dependencies (npm ci) ...');
  const { code } = await run(['npm', 'ci', '--no-audit', '--no-fund'], { seconds: 600 });
  if (code !== 0) throw new Error('npm ci failed.');
}

function dependenciesAreInstalled() {
  try {
    const wanted = packages('package-lock.json');
    const present = packages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false; // nothing is installed yet
  }
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packages(lockFile) {
  return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
}
