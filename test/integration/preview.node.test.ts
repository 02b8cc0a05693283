import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, openDocument, post, useLibrary } from './editor';

/** In the Node host only, where VS Code's Markdown extension is sure to run beside Byline. */
describe('VS Code’s own Markdown preview', () => {
  it('shows citations and references, and leaves what is no document alone', async () => {
    await useLibrary([
      post({ id: 'lee2020', title: 'Caches', url: 'https://example.com/', issued: { year: 2020 } }),
    ]);
    const { document } = await openDocument('See [@lee2020, p. 3].\n', []);
    const rendered = (what: vscode.TextDocument | string) =>
      vscode.commands.executeCommand<string>('markdown.api.render', what);
    const html = await eventually(async () => {
      const shown = await rendered(document);
      return shown.includes('id="refs"') && shown;
    }, 'the references');
    assert.match(
      html,
      /See <span class="citation"[^>]*>\(<a href="https:\/\/example\.com\/">Lee, 2020, p\. 3<\/a>\)<\/span>/,
    );
    assert.match(await rendered('[@lee2020]'), /<p[^>]*>\[@lee2020\]<\/p>/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inWorkspace('libraryFile', undefined);
  });
});
