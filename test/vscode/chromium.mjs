import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that shows the npm VS Code: `BYLINE_CHROMIUM`, or one on the path, or Debian's, installed now.
 * @returns {string} its executable
 * @throws a sentence on what to install, when there is none
 */
export function findChromium() {
  const found = process.env.BYLINE_CHROMIUM ?? onPath() ?? macPaths.find(isExecutable);
  if (found) return found;
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    console.log('Chromium is not installed: installing Debian\'s package "chromium" ...');
    try {
      const options = { stdio: /** @type {const} */ ('inherit'), timeout: 300_000 };
      execFileSync('apt-get', ['update', '-q'], options);
      execFileSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], options);
    } catch {} // told below
  }
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    'Chromium is needed: install it ("sudo apt-get install chromium") or name one in BYLINE_CHROMIUM.',
  );
}

/** Arguments that keep it from the network, and let root run it. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
