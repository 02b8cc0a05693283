import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, post, useLibrary } from './editor';

const { lm } = vscode;

describe('the tools for assistants', () => {
  before(async () => {
    const url = 'https://example.com/caches';
    await useLibrary([post({ id: 'lee2020caches', title: 'Caches', url })]);
    await eventually(() => lm.tools.some(({ name }) => name === 'byline_search_posts'), 'the tools');
  });
  after(() => inWorkspace('libraryFile', undefined));

  async function asked(name: string, input: object) {
    const result = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part] = result.content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return JSON.parse(part.value);
  }

  it('are offered, and answer from the library of the window', async () => {
    const offered = lm.tools.map(({ name }) => name).filter(name => name.startsWith('byline_'));
    assert.deepEqual(offered.sort(), [
      'byline_check_citations',
      'byline_cite_post',
      'byline_get_post',
      'byline_search_posts',
    ]);
    const { posts } = await asked('byline_search_posts', { query: 'cahces' });
    assert.deepEqual(
      posts.map(({ key }: { key: string }) => key),
      ['lee2020caches'],
    );
    const { text } = await asked('byline_cite_post', { post: 'lee2020caches', format: 'inlineLink' });
    assert.equal(text, '[Caches](https://example.com/caches)');
  });

  it('check a file of the workspace, and none outside of it', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, `checked-${Date.now()}.md`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('[x](https://example.com/made-up)\n'));
    const path = uri.path.slice(folder.path.length + 1);
    const { notInLibrary } = await asked('byline_check_citations', { path });
    assert.equal(notInLibrary[0].address, 'https://example.com/made-up');
    await assert.rejects(
      asked('byline_check_citations', { path: `../../${path}` }),
      /No folder of the workspace/,
    );
    await vscode.workspace.fs.delete(uri);
  });

  it('tell what to do where there is no such post', async () => {
    await assert.rejects(asked('byline_get_post', { post: 'x' }), /Search for it with search_posts/);
  });
});
