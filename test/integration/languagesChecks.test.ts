import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, openDocument, post, useLibrary, writeLibrary } from './editor';

describe('what is wrong with the citations of a document', () => {
  const caches = post({ id: 'lee2020caches', title: 'On caches', url: 'https://example.com/caches' });
  const queues = post({ id: 'roe2021queues', title: 'On queues', url: 'https://example.com/queues' });
  let library: vscode.Uri;

  const found = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Byline');

  /** Codes and what they are about. */
  const summary = (document: vscode.TextDocument) =>
    found(document.uri).map(({ code, range }) => `${code} ${document.getText(range)}`);

  async function told(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
    await eventually(
      () => summary(document).join('\n') === expected.join('\n'),
      `${expected.join(', ') || 'nothing'}; it is ${summary(document)}`,
    ).catch(() => assert.deepEqual(summary(document), expected));
  }

  async function actions(
    document: vscode.TextDocument,
    offset: number,
    kind = vscode.CodeActionKind.QuickFix,
  ): Promise<vscode.CodeAction[]> {
    const position = document.positionAt(offset);
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
      kind.value,
    );
  }

  async function apply(
    document: vscode.TextDocument,
    action: vscode.CodeAction | undefined,
  ): Promise<string> {
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    return document.getText();
  }

  before(async () => {
    library = await useLibrary([caches, queues]);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => inWorkspace('libraryFile', undefined));

  it('is told while it is so', async () => {
    const editor = await openDocument('[@lee2020caches] and [@roe2021queue]\n', []);
    const { document } = editor;
    await told(document, ['unknownKey @roe2021queue']);
    const [diagnostic] = found(document.uri);
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(diagnostic!.message, 'No post has the key “roe2021queue”. Did you mean “roe2021queues”?');
    await editor.edit(builder => builder.insert(document.positionAt(35), 's'));
    await told(document, []);
    await writeLibrary(library, [caches]);
    await told(document, ['unknownKey @roe2021queues']);
    await writeLibrary(library, [caches, queues]);
    await told(document, []);
  });

  it('is not told of keys and labels that are being typed, but is when nobody goes on', async () => {
    const editor = await openDocument(
      '[^1]: Note\n\nhttp://example.com/caches and [@lee2020caches][^1] \n',
      [],
    );
    const { document } = editor;
    await told(document, ['plainHttp http://example.com/caches']);
    const end = document.positionAt(document.getText().length - 1);
    await editor.edit(builder => builder.insert(end, '[@roe2021q] [^wh] https://www.example.com/queues'));
    const cursors = ['[@roe2021q', '[@roe2021q] [^wh'].map(({ length }) => end.translate(0, length));
    editor.selections = cursors.map(cursor => new vscode.Selection(cursor, cursor));
    await vscode.commands.executeCommand('type', { text: 'u' });
    const others = ['plainHttp http://example.com/caches', 'bareAddress https://www.example.com/queues'];
    await told(document, others);
    await told(document, [others[0]!, 'unknownKey @roe2021qu', 'undefinedLabel [^whu]', others[1]!]);
  });

  it('is told of Markdown cells of notebooks, and until they are closed', async () => {
    const cell = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Markup,
      'See [a](http://example.com/caches).',
      'markdown',
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    await told(document, ['plainHttp http://example.com/caches']);
    const { uri } = document;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => found(uri).length === 0, 'nothing to be told of a closed notebook');
  });

  it('matters as the settings say', async () => {
    const { document } = await openDocument('See [a](http://example.com/caches).', []);
    await told(document, ['plainHttp http://example.com/caches']);
    assert.equal(found(document.uri)[0]!.severity, vscode.DiagnosticSeverity.Information);
    await inWorkspace('checks', { plainHttp: 'error' });
    await eventually(
      () => found(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error,
      'the severity of the setting',
    );
    await inWorkspace('checks', { plainHttp: 'off' });
    await told(document, []);
    await inWorkspace('checks', undefined);
    await told(document, ['plainHttp http://example.com/caches']);
  });

  it('is put right by a quick fix, which others of its kind share', async () => {
    const text = 'a [a](http://example.com/caches)\r\nb [b](http://example.com/queues)\r\n';
    const { document } = await openDocument(text, []);
    await told(document, ['plainHttp http://example.com/caches', 'plainHttp http://example.com/queues']);
    const offered = await actions(document, text.indexOf('http'));
    assert.deepEqual(
      offered.map(({ title, isPreferred = false }) => [title, isPreferred]),
      [
        ['Change to “https://example.com/caches”', true],
        ['Fix all 2 of this kind in the document', false],
        ['Ignore this kind here', false],
      ],
    );
    assert.equal(
      await apply(document, offered[0]),
      text.replace('http://example.com/caches', 'https://example.com/caches'),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(await apply(document, offered[1]), text.replaceAll('http:', 'https:'));
    await told(document, []);
  });

  it('is all put right at once when somebody asks, but for hints', async () => {
    const text =
      'a [a](http://example.com/caches) b [b](https://example.com/queues?utm_source=x) c https://example.com/queues';
    const { document } = await openDocument(text, []);
    const [fix, ...others] = await actions(document, 0, vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(others, []);
    assert.equal(
      await apply(document, fix),
      'a [a](https://example.com/caches) b [b](https://example.com/queues) c https://example.com/queues',
    );
    assert.deepEqual(await actions(document, 0, vscode.CodeActionKind.SourceFixAll), []);
  });

  it('offers near keys, and the search', async () => {
    const text = '[@lee2020caches; @roe2021queue]';
    const { document } = await openDocument(text, []);
    const offered = await actions(document, text.indexOf('roe'));
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Change to “roe2021queues”', 'Search posts for “roe 2021 queue”', 'Ignore this kind here'],
    );
    assert.deepEqual(offered[1]!.command?.arguments, ['roe 2021 queue']);
    assert.equal(await apply(document, offered[0]), '[@lee2020caches; @roe2021queues]');
  });

  it('adds to the bibliography file what that lacks, and then says so no longer', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'lacking.bib');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('@misc{other,\n}\n'));
    const text = '---\nbibliography: lacking.bib\n---\n\n[@lee2020caches]\n';
    const { document } = await openDocument(text, []);
    await told(document, ['missingInBibliography @lee2020caches']);
    const [add] = await actions(document, text.indexOf('lee'));
    await vscode.commands.executeCommand(add!.command!.command);
    await told(document, []);
    await vscode.workspace.fs.delete(file);
  });

  it('is ignored where a comment says so', async () => {
    const text = '- a\n- [a](http://example.com/caches)\n';
    const { document } = await openDocument(text, []);
    await told(document, ['plainHttp http://example.com/caches']);
    const ignore = (await actions(document, text.indexOf('http'))).find(({ title }) => /Ignore/.test(title));
    assert.match(await apply(document, ignore), /<!-- byline-ignore plainHttp -->/);
    await told(document, []);
  });

  it('turns the address of a known post into a citation of the default format', async () => {
    const text = 'See https://example.com/caches for more.';
    const { document } = await openDocument(text, []);
    await told(document, ['bareAddress https://example.com/caches']);
    const [cite] = await actions(document, text.indexOf('http'));
    assert.equal(await apply(document, cite), 'See [On caches](https://example.com/caches) for more.');
    await inWorkspace('citationFormat', 'footnote');
    const twice = await openDocument(`${text}\n\n${text} https://example.com/queues\n`, []);
    await told(twice.document, [
      'bareAddress https://example.com/caches',
      'bareAddress https://example.com/caches',
      'bareAddress https://example.com/queues',
    ]);
    const all = await actions(twice.document, text.indexOf('http'));
    const fixed = await apply(
      twice.document,
      all.find(({ title }) => /Fix all/.test(title)),
    );
    assert.equal(fixed.match(/\[\^lee2020caches\](?!:)/g)?.length, 2);
    assert.equal(fixed.match(/^\[\^\w+\]: /gm)?.length, 2);
    await inWorkspace('citationFormat', undefined);
  });

  it('is not told of versions that nobody writes in', async () => {
    const content = 'See [a](http://example.com/caches).';
    const provider = vscode.workspace.registerTextDocumentContentProvider('byline-past', {
      provideTextDocumentContent: () => content,
    });
    const past = await vscode.workspace.openTextDocument(vscode.Uri.parse('byline-past:/a.md'));
    await vscode.window.showTextDocument(past);
    assert.equal(past.languageId, 'markdown');
    const { document } = await openDocument(content, []);
    await told(document, ['plainHttp http://example.com/caches']);
    assert.deepEqual(found(past.uri), []);
    provider.dispose();
  });
});
