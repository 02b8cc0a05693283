import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { textOf } from '../../src/vscode/languages/textOf';
import { eventually, inWorkspace, post, useLibrary } from './editor';

describe('completion of citations', () => {
  const caches = post({
    id: 'lee2020caches',
    title: 'Caches for everyone',
    url: 'https://example.com/caches',
    issued: { year: 2020, month: 3 },
  });
  const queues = post({
    id: 'roe2021queues',
    title: 'Queues',
    author: [{ family: 'Roe', given: 'Jo' }],
    url: 'https://example.com/queues',
    issued: { year: 2021 },
  });
  const odd = post({ id: 'odd/', title: 'Oddities', url: 'https://example.com/odd' });
  const unreadable = post({ id: 'no key', title: 'Unreadable', url: 'https://example.com/no' });

  /** What is offered at `¦`, with the document's text once the first is accepted. */
  async function complete(marked: string, language = 'markdown') {
    const offset = marked.indexOf('¦');
    const document = await vscode.workspace.openTextDocument({ language, content: marked.replace('¦', '') });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(offset),
      undefined,
      20,
    );
    return { document, items: items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference) };
  }

  async function accepted(marked: string, language?: string): Promise<string | undefined> {
    const { document, items } = await complete(marked, language);
    const [item] = items;
    if (!item) return undefined;
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [
      vscode.TextEdit.replace(item.range as vscode.Range, item.insertText as string),
      ...(item.additionalTextEdits ?? []),
    ]);
    await vscode.workspace.applyEdit(edit);
    return document.getText();
  }

  const shown = ({ label }: vscode.CompletionItem) =>
    typeof label === 'string' ? label : `${label.label}|${label.detail}`;

  before(async () => {
    await useLibrary([caches, queues, odd, unreadable]);
    await eventually(async () => (await complete('[@¦]')).items.length > 0, 'completion to be there');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inWorkspace('libraryFile', undefined);
  });

  it('shows author, year and title, the newest first, and what a hover shows', async () => {
    const { items } = await complete('See [@¦].');
    assert.deepEqual(items.slice(0, 2).map(shown), ['Roe 2021|  Queues', 'Lee 2020|  Caches for everyone']);
    assert.match((items[0]!.documentation as vscode.MarkdownString).value, /^\*\*Queues\*\*/);
  });

  it('finds what the search finds, typing errors and words in any order included', async () => {
    assert.equal(await accepted('See [@everyone cach¦].'), 'See [@lee2020caches].');
    assert.equal(await accepted('See [@cahces¦].'), 'See [@lee2020caches].');
    assert.equal(
      await accepted('See [@roe2021queues, p. 3; @author:lee¦]'),
      'See [@roe2021queues, p. 3; @lee2020caches]',
    );
    assert.equal(await accepted('[@oddit¦'), '[@{odd/}]');
    assert.equal(await accepted('[@xyzzy¦]'), undefined);
  });

  it('leaves out by key what Pandoc cannot read, as inserting does, and has it as a footnote', async () => {
    assert.equal(await accepted('[@unreadable¦]'), undefined);
    assert.match((await accepted('a[^unreadable¦]\n'))!, /^a\[\^no-key\]\n\n\[\^no-key\]: /);
  });

  it('adds the definition of a footnote once, and reuses the one that is there', async () => {
    const text = await accepted('One[^cach¦].\n\nTwo\n');
    assert.match(text!, /^One\[\^lee2020caches\]\.\n\nTwo\n\n\[\^lee2020caches\]: Ann Lee.*caches>?\n$/);
    assert.equal(
      await accepted('One[^a]. Two[^cach¦].\n\n[^a]: See <https://example.com/caches>\n'),
      'One[^a]. Two[^a].\n\n[^a]: See <https://example.com/caches>\n',
    );
  });

  it('adds the definition behind the label where that ends the document', async () => {
    const { items } = await complete('One[^cach¦');
    const text = items[0]!.insertText as vscode.SnippetString;
    assert.match(text.value, /^lee2020caches\]\$0\n\n\[\^lee2020caches\]: Ann Lee/);
    assert.equal(items[0]!.additionalTextEdits, undefined);
  });

  it('offers the footnotes of the document first, those that mean no post too', async () => {
    const { items } = await complete('One[^b]. Two[^¦].\n\n[^b]: Said by somebody\n');
    assert.deepEqual(items.slice(0, 2).map(shown), ['b|  Said by somebody', 'Roe 2021|  Queues']);
    assert.equal(
      await accepted('One[^b]. Two[^somebo¦].\n\n[^b]: Said by somebody\n'),
      'One[^b]. Two[^b].\n\n[^b]: Said by somebody\n',
    );
  });

  it('writes a note as the citation style has it', async () => {
    await inWorkspace('citationFormat', 'csl');
    await inWorkspace('csl.style', 'chicago-note-bibliography');
    const text = await accepted('One[^cach¦].\n');
    await inWorkspace('csl.style', undefined);
    await inWorkspace('citationFormat', undefined);
    assert.match(text!, /^One\[\^lee2020caches\]\.\n\n\[\^lee2020caches\]: .*Caches for Everyone/);
  });

  it('takes a bare key where Pandoc reads it', async () => {
    assert.equal(await accepted('As @cach¦ says'), undefined);
    await inWorkspace('citationFormat', 'pandoc');
    assert.equal(await accepted('As @cach¦ says'), 'As @lee2020caches says');
    await inWorkspace('citationFormat', undefined);
  });

  it('brings the post of a key into the bibliography file of the document', async () => {
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'completed.bib');
    const { items } = await complete('---\nbibliography: completed.bib\n---\n\n[@cach¦]');
    const { command, arguments: values = [] } = items[0]!.command!;
    await vscode.commands.executeCommand(command, ...values);
    const bibliography = await eventually(() => textOf(file), 'the bibliography file');
    await vscode.workspace.fs.delete(file);
    assert.match(bibliography, /\{lee2020caches,/);
  });

  it('is not in code, front matter, comments and addresses', async () => {
    for (const marked of [
      '`[@lee¦]`',
      '```\n[@lee¦]\n```\n',
      '---\ntitle: [@lee¦]\n---\n',
      '<!-- [@lee¦] -->\n',
      '[a](https://example.com/[@lee¦])',
      'me@lee¦',
    ]) {
      assert.deepEqual((await complete(marked)).items.map(shown), [], marked);
    }
  });
});
