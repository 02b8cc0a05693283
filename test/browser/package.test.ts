import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const needed = [
  'package.json',
  'dist/extension.js',
  'dist/extension.web.js',
  'dist/THIRD-PARTY-NOTICES.txt',
  'media/sample-library.json',
];
const allowed = [
  /^(readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest)$/,
  /^package\.nls(\.[\w-]+)?\.json$/,
  /^dist\/(?!cli)[\w.-]+\.js$/,
  /^dist\/csl\/[\w-]+\.(json|txt)$/,
  /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^media\/(?!screenshots\/)/,
];

describe('the package', () => {
  const vsix = join(root, 'test-output/byline.vsix');
  let vscode: Vscode;
  before(async function () {
    this.timeout(240_000);
    mkdirSync(join(root, 'test-output'), { recursive: true });
    rmSync(vsix, { force: true });
    const { status, stdout, stderr } = spawnSync('node', ['scripts/package.mjs', '--out', vsix], {
      cwd: root,
      encoding: 'utf8',
      timeout: 120_000,
    });
    assert.equal(status, 0, stdout + stderr);
    vscode = await openVscode({ vsix });
  });
  after(() => vscode?.dispose());

  function installedFolder(): string {
    const [name = ''] = readdirSync(vscode.extensionsDir).filter(entry => entry.startsWith('byline.'));
    return join(vscode.extensionsDir, name);
  }

  it('installs all that Byline needs, and nothing else', () => {
    const installed = installedFolder();
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

  it('is at most 1.5 MB', () => {
    const { size } = statSync(vsix);
    assert.ok(size <= 1.5e6, `${size} bytes`);
  });

  it('has the licences of the libraries in it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const notices = readFileSync(join(installedFolder(), 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const named = [...notices.matchAll(/^-{80}\n\n(\S+) [\d.]+ \([^)]+\)\n\n/gm)].map(([, name]) => name);
    assert.deepEqual(
      Object.keys(dependencies).filter(name => !named.includes(name)),
      [],
    );
    assert.ok(named.includes('entities'), 'nor is a dependency of a dependency missing');
    assert.match(notices, /Apache License\s+Version 2\.0/);
  });

  it('has a page without broken pictures', async () => {
    await vscode.openView('Extensions');
    await vscode.page.locator('.part.sidebar .extension-list-item', { hasText: 'Byline' }).first().click();
    const text = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await text.getByRole('heading', { name: 'What it does' }).waitFor();
    const pictures = await text.locator('img').all();
    for (const picture of pictures)
      assert.ok(await picture.evaluate(img => (img as HTMLImageElement).naturalWidth > 0));
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
