#!/usr/bin/env node
// Stands in for the desktop's `code` where an extension's tests are run: takes its arguments, runs the npm VS Code in
// headless Chromium, passes on what the extension host logs, and exits with the tests' result.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { root } from './install.mjs';
import { endWithParent, exitOnSignals, startServer, temporaryFolder } from './server.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
  },
});
const { extensionDevelopmentPath, extensionTestsPath, extensionDevelopmentKind } = values;

exitOnSignals();
endWithParent();
const folder = temporaryFolder('vscode');
const { address, authority } = await startServer({
  dataDir: folder,
  extensionsDir: join(folder, 'extensions'),
  // Without the driver the page ignores extensionDevelopmentPath. The shutdown is for when this process was killed.
  args: ['--enable-smoke-test-driver', '--reconnection-grace-time', '30', '--enable-remote-auto-shutdown'],
});

const remote = (/** @type {unknown} */ path) => `vscode-remote://${authority}${resolve(String(path))}`;
const payload = [
  ['extensionDevelopmentPath', remote(extensionDevelopmentPath)],
  ['extensionTestsPath', remote(extensionTestsPath)],
  ['skipWelcome', 'true'],
  ...(extensionDevelopmentKind ? [['extensionDevelopmentKind', extensionDevelopmentKind]] : []),
];
address.searchParams.set('folder', resolve(positionals[0] ?? '.'));
address.searchParams.set('payload', JSON.stringify(payload));

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
/** @type {string[]} What VS Code and the extensions logged beside the tests' results. */
const log = [];
let summary = false;
const onLog = (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
  const text = format(...args);
  if (!text.startsWith('▏')) return log.push(text);
  summary ||= /^▏ +\d+ (passing|failing)/.test(text);
  console.log(text.replaceAll(/^▏/gm, ''));
};
await page.exposeFunction('codeAutomationLog', onLog);
const code = await new Promise((done, fail) => {
  page.exposeFunction('codeAutomationExit', done);
  page.on('crash', () => fail(new Error('The page of VS Code crashed.')));
  page.goto(String(address)).catch(fail);
});
await browser.close();
if (code !== 0) {
  const file = join(root, 'test-output', `vscode-${extensionDevelopmentKind ?? 'node'}.log`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, log.join('\n'));
  const telling = log.filter(text => !/AgentHost|bindings file/.test(text)).slice(-10);
  if (!summary) console.log(telling.map(text => text.split('\n', 8).join('\n')).join('\n'));
  console.log(`What VS Code logged: ${file}`);
}
process.exit(code);
