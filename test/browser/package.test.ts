import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const needed = ['package.json', 'dist/extension.js', 'dist/extension.web.js'];
const allowed = [
  /^(readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest)$/,
  /^package\.nls(\.[\w-]+)?\.json$/,
  /^dist\/(?!cli)[\w.]+\.js(\.LEGAL\.txt)?$/,
  /^media\/(?!screenshots\/)/,
];

describe('the package', () => {
  const vsix = join(root, 'test-output/byline.vsix');
  let vscode: Vscode;
  before(async () => {
    mkdirSync(join(root, 'test-output'), { recursive: true });
    rmSync(vsix, { force: true });
    spawnSync('node', ['scripts/package.mjs', '--out', vsix], {
      cwd: root,
      stdio: 'pipe',
      timeout: 50_000,
    });
    vscode = await openVscode({ vsix });
  });
  after(() => vscode?.dispose());

  it('installs all that Byline needs, and nothing else', () => {
    const [folder = ''] = readdirSync(vscode.extensionsDir).filter(name => name.startsWith('byline.'));
    const installed = join(vscode.extensionsDir, folder);
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(installed.length + 1));
    assert.deepEqual(
      needed.filter(name => !files.includes(name)),
      [],
    );
    assert.deepEqual(
      files.filter(name => !needed.includes(name) && !allowed.some(pattern => pattern.test(name))),
      [],
    );
  });

  it('cites a post once it is installed', async () => {
    await vscode.openFile('notes.md');
    await vscode.page.keyboard.press('Control+End');
    await vscode.runCommand('Byline: Insert Citation');
    await vscode.pick('abramov zero bundle', 'Introducing Zero-Bundle-Size React Server Components');
    await vscode.editor.getByText('react.dev').waitFor();
    const link = /\[Introducing Zero-Bundle-Size React Server Components\]\(https:\/\/react\.dev\/.+\)\n?$/;
    assert.match(await vscode.savedText('notes.md'), link);
  });
});
