import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../vscode/install.mjs';
import { temporaryFolder } from '../vscode/server.mjs';

/** As the desktop's: starts the application in a process group of its own and waits for its end. */
const code = `#!/usr/bin/env node
const profile = process.argv.find(arg => arg.startsWith('--user-data-dir=')).slice('--user-data-dir='.length);
const args = [__dirname + '/application.js', profile];
require('node:child_process').spawn(process.execPath, args, { detached: true }).on('exit', () => process.exit());
`;

/** Takes its time to start and to end, and tells whether it still had its profile then. */
const application = `
const fs = require('node:fs');
const profile = process.argv[2];
fs.mkdirSync(profile, { recursive: true });
setTimeout(() => fs.writeFileSync(profile + '/code.lock', String(process.pid)), 1000);
fs.writeFileSync(__dirname + '/started', JSON.stringify({ pid: process.pid, profile }));
process.on('SIGTERM', () => setTimeout(() => {
  fs.writeFileSync(__dirname + '/ended', fs.existsSync(profile + '/code.lock') ? 'with its profile' : 'without');
  process.exit();
}, 1000));
setTimeout(() => process.exit(), 60_000);
`;

describe('npm start with a desktop VS Code', () => {
  for (const [when, milliseconds] of [
    ['is starting', 0],
    ['runs', 1500],
  ] as const) {
    it(`ends it by Ctrl+C while it ${when}, then removes its profile`, async () => {
      const folder = temporaryFolder('desktop');
      const file = (name: string) => join(folder, name);
      writeFileSync(file('code'), code, { mode: 0o755 });
      writeFileSync(file('application.js'), application);
      const env = { ...process.env, BYLINE_VSCODE: file('code') };
      const start = spawn('node', ['scripts/start.mjs'], { cwd: root, env, detached: true, stdio: 'ignore' });
      const exit = once(start, 'exit');
      while (!existsSync(file('started')) && start.exitCode === null) await wait(50);
      await wait(milliseconds);
      process.kill(-start.pid!, 'SIGINT');
      await exit;
      const { pid, profile } = JSON.parse(readFileSync(file('started'), 'utf8'));
      assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
      assert.equal(readFileSync(file('ended'), 'utf8'), 'with its profile');
      assert.equal(existsSync(profile), false);
    });
  }
});
