import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const needed = ['package.json', 'dist/extension.js', 'dist/extension.web.js'];
const allowed =
  /^(readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest|package\.nls(\..+)?\.json|dist\/extension(\.web)?\.js\.LEGAL\.txt|media\/(?!screenshots\/).+)$/;

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
      files.filter(name => !needed.includes(name) && !allowed.test(name)),
      [],
    );
  });

  it('is an extension that VS Code runs', async () => {
    await vscode.runCommand('Developer: Show Running Extensions');
    await vscode.page.locator('.runtime-extensions-editor', { hasText: 'Byline' }).waitFor();
  });
});
