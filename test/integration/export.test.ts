import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, openDocument, post, useLibrary } from './editor';

const { commands, env, workspace } = vscode;
const caches = post({
  id: 'lee2020caches',
  title: 'Caches',
  url: 'https://example.com/caches',
  keywords: ['caching'],
  containerTitle: 'Blog',
});
const queues = post({ id: 'roe queues', title: 'Queues', author: [{ family: 'Roe', given: 'Bo' }] });

describe('exporting posts', () => {
  before(() => useLibrary([caches, queues]));
  after(() => inWorkspace('libraryFile', undefined));

  const exported = async (given: unknown) => commands.executeCommand('byline.exportPosts', given);
  const textAt = async (uri: vscode.Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

  it('writes what a query finds into a file of the workspace', async () => {
    const name = `exported-${Date.now()}.bib`;
    const uri = vscode.Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
    assert.equal(await exported({ query: 'queus', format: 'bibtex', uri: name }), 1);
    assert.match(await textAt(uri), /^@online\{roe_queues,\n {2}title = \{Queues\}/);
    assert.equal(await exported({ ids: [caches.url], format: 'ris', uri: uri.toString() }), 1);
    assert.match(await textAt(uri), /^TY {2}- BLOG[\s\S]*TI {2}- Caches/);
    await workspace.fs.delete(uri);
  });

  it('copies a reading list in groups', async () => {
    assert.equal(await exported({ format: 'markdown', by: 'author', to: 'clipboard' }), 2);
    assert.equal(
      await env.clipboard.readText(),
      '# Posts\n\n## Ann Lee\n\n- [Caches](https://example.com/caches). Ann Lee. *Blog*.\n\n## Bo Roe\n\n- "Queues." Bo Roe.\n',
    );
  });

  it('opens a new document', async () => {
    await exported({ format: 'csl-json', to: 'document' });
    const { document } = await eventually(
      () => vscode.window.activeTextEditor?.document.languageId === 'json' && vscode.window.activeTextEditor,
      'the document',
    );
    assert.deepEqual(
      JSON.parse(document.getText()).map(({ id }: { id: string }) => id),
      [caches.id, queues.id],
    );
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says what is wrong with arguments', async () => {
    await assert.rejects(
      exported({ fromat: 'ris' }),
      /takes no “fromat”; it takes ids, query, format, by, uri, to\./,
    );
    await assert.rejects(exported({ format: 'html' }), /“format” has to be one of csl-json, bibtex/);
    await assert.rejects(exported({ ids: 'a' }), /“ids” has to be a list of texts/);
    await assert.rejects(
      exported({ ids: ['nobody'] }),
      /No post of the library has the key or address “nobody”/,
    );
    assert.equal(await exported({ query: 'zzzzqqqq', format: 'ris', to: 'clipboard' }), undefined);
  });
});

describe('commands with arguments', () => {
  before(() => useLibrary([caches, queues]));
  after(() => inWorkspace('libraryFile', undefined));

  it('cite in a format that is not the one of the settings', async () => {
    const editor = await openDocument('See .\n', [[0, 4]]);
    await commands.executeCommand('byline.insertCitation', { id: caches.url, format: 'pandoc' });
    assert.equal(editor.document.getText(), 'See [@lee2020caches].\n');
    await commands.executeCommand('byline.copyCitation', { ids: [caches.id], format: 'inlineLink' });
    assert.equal(await env.clipboard.readText(), '[Caches](https://example.com/caches)');
  });

  it('say what is wrong with them', async () => {
    for (const [command, given, message] of [
      ['insertCitation', { format: 'html' }, /byline\.insertCitation: “format” has to be one of inlineLink/],
      ['insertCitation', { id: 'nobody' }, /key or address “nobody”/],
      ['insertCitationAs', { query: '' }, /“query” has to be a text that is not empty/],
      ['copyCitation', { ids: [1] }, /list of texts/],
      ['searchPosts', { text: 'x' }, /takes no “text”; it takes query\./],
      ['filterPosts', { query: 3 }, /“query”/],
      ['openPost', { url: 'x' }, /takes no “url”/],
      ['revealPost', { id: 'nobody' }, /“nobody”/],
      ['editPost', { ids: [] }, /takes no “ids”/],
    ] as const) {
      await assert.rejects(async () => commands.executeCommand(`byline.${command}`, given), message, command);
    }
  });

  it('narrow the view', async () => {
    await commands.executeCommand('byline.filterPosts', { query: 'author:roe' });
    assert.equal(
      await commands.executeCommand('byline.exportPosts', {
        query: 'author:roe',
        format: 'ris',
        to: 'clipboard',
      }),
      1,
    );
    await commands.executeCommand('byline.clearFilter');
  });
});
