// Starts and ends the npm VS Code's server; what `npm start`, the in-editor and the browser-driven tests share.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installVscode, root } from './install.mjs';

const quietSettings = {
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on the desktop
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** @type {string[]} */
const folders = [];
process.on('exit', () => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** A fresh folder for one run, removed when this process ends. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `byline-${name}-`));
  folders.push(folder);
  return folder;
}

/** `SIGINT` and `SIGTERM` end this process by way of its 'exit' listeners, which is where things are cleaned up. */
export function exitOnSignals() {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** Runs a program that opens a VS Code: it exits when it is done, or has failed, whatever is still open. @param {() => Promise<void>} main */
export async function exitAfter(main) {
  exitOnSignals();
  try {
    await main();
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

/** For what has a process group of its own: ends this process when the one that started it was killed. */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), 1000).unref();
}

/** A copy of the sample workspace that holds the sample library. @param {string} folder */
export function copySampleWorkspace(folder) {
  cpSync(join(root, 'sample/workspace'), folder, { recursive: true });
  cpSync(join(root, 'media/sample-library.json'), join(folder, 'posts.json'));
}

/**
 * What a VSIX holds, as a folder that VS Code can run.
 * @param {string} folder
 * @param {{ web?: boolean }} [options] `web`: without `main`, or VS Code would take the Node host
 */
export function copyExtension(folder, { web = false } = {}) {
  const { main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(web ? manifest : { main, ...manifest }));
  const texts = readdirSync(root).filter(name => /^package\.nls(\.[\w-]+)?\.json$/.test(name));
  for (const name of ['dist', 'l10n', 'media', ...texts]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
}

/**
 * @param {string} vsix
 * @param {string} extensionsDir
 */
export async function installVsix(vsix, extensionsDir) {
  const { node, server } = await installVscode();
  const dataDir = mkdtempSync(join(tmpdir(), 'byline-install-'));
  try {
    const args = [server, '--install-extension', vsix, '--force', '--extensions-dir', extensionsDir];
    await promisify(execFile)(node, [...args, '--server-data-dir', dataDir], { timeout: 60_000 });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * A VS Code on a free port of 127.0.0.1. It ends with `stop()` or with this process.
 * @param {{ dataDir: string, extensionsDir: string, settings?: object, args?: string[], isRestricted?: boolean }} options
 * `isRestricted`: no workspace is trusted until somebody says so
 * @returns {Promise<{ address: URL, authority: string, stop: () => void }>} `address` carries the secret token
 */
export async function startServer({
  dataDir,
  extensionsDir,
  settings = {},
  args = [],
  isRestricted = false,
}) {
  const trust = isRestricted ? [] : ['--disable-workspace-trust'];
  const { node, server } = await installVscode();
  mkdirSync(join(dataDir, 'data/User'), { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  writeFileSync(join(dataDir, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const token = randomUUID();
  const child = spawn(
    node,
    [
      ...[
        server,
        '--host',
        '127.0.0.1',
        '--port',
        process.env.BYLINE_PORT ?? '0',
        '--connection-token',
        token,
      ],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...['--accept-server-license-terms', '--disable-telemetry', ...trust, ...args],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: withoutVscodeVariables() },
  );
  // Its extension hosts are in its process group, and would outlive it.
  const stop = () => {
    process.off('exit', stop);
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {} // it has gone already
  };
  process.prependListener('exit', stop); // before its folders are removed
  const port = await listeningPort(child);
  const authority = `127.0.0.1:${port}`;
  return { address: new URL(`http://${authority}/?tkn=${token}`), authority, stop };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function listeningPort(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`VS Code did not start: ${why}\n${output}`));
    const deadline = setTimeout(() => fail('nothing heard in 60 s'), 60_000);
    const read = (/** @type {Buffer} */ data) => {
      output += data;
      const [, port] = /listening on (\d+)[\s\S]*Extension host agent started/.exec(output) ?? [];
      if (!port) return;
      clearTimeout(deadline);
      child.stdout?.off('data', read).resume();
      child.stderr?.off('data', read).resume();
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', error => fail(error.message));
    child.on('exit', code => fail(`exit code ${code}`));
  });
}

/** A terminal inside VS Code sets variables that would make this one a guest of that one. */
function withoutVscodeVariables() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)),
  );
}
