import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CitationStyles } from '../../src/vscode/cslFormatter';
import { AnalysedDocuments } from '../../src/vscode/languages/analysedDocuments';
import { dropProvider } from '../../src/vscode/languages/drop';
import { pasteProvider } from '../../src/vscode/languages/paste';
import { textOf } from '../../src/vscode/languages/textOf';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { KnownLibrary } from '../../src/vscode/library/knownLibrary';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { PostsDrag } from '../../src/vscode/views/postsDrag';
import { eventually, inWorkspace, post, undo, useLibrary } from './editor';

/** What the providers give, applied as VS Code does; that it asks them is tested in the browser. */
describe('citations pasted and dropped', () => {
  const url = 'https://example.com/caches';
  const caches = post({ id: 'lee2020caches', title: 'Caches', url, issued: { year: 2020 } });
  const queues = post({
    id: 'roe2021queues',
    title: 'Queues',
    author: [{ family: 'Roe', given: 'Jo' }],
    url: 'https://example.com/queues',
    issued: { year: 2021 },
  });
  const { token } = new vscode.CancellationTokenSource();
  const documents = new AnalysedDocuments();
  let library: OpenLibrary;
  let known: KnownLibrary;
  let styles: CitationStyles;

  before(async () => {
    const uri = await useLibrary([caches, queues]);
    const log = vscode.window.createOutputChannel('Byline test', { log: true });
    library = new OpenLibrary(vscode.Uri.joinPath(uri, '../storage'), () => workspaceFileSystem, log);
    known = new KnownLibrary(library);
    styles = new CitationStyles(vscode.extensions.getExtension('byline.byline')!.extensionUri);
    await known.load();
  });
  after(async () => {
    vscode.Disposable.from(documents, known, library).dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inWorkspace('libraryFile', undefined);
  });

  function transfer(items: Readonly<Record<string, string>>): vscode.DataTransfer {
    const data = new vscode.DataTransfer();
    for (const [type, text] of Object.entries(items)) data.set(type, new vscode.DataTransferItem(text));
    return data;
  }

  /** A text with what is selected between `«»`, or cursors `¦`. */
  async function open(marked: string) {
    const marks = [...marked.matchAll(/[«»¦]/g)].map(({ index, 0: mark }, at) => ({ at: index - at, mark }));
    const content = marked.replace(/[«»¦]/g, '');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const ranges = marks.flatMap(({ at, mark }, index) => {
      const end = mark === '¦' ? at : marks[index + 1]?.at;
      if (mark === '»' || end === undefined) return [];
      return [new vscode.Selection(document.positionAt(at), document.positionAt(end))];
    });
    return { document, ranges };
  }

  /** The text after pasting, with the cursors; `undefined` when nothing is offered. */
  async function paste(marked: string, text = url): Promise<string | undefined> {
    const { document, ranges } = await open(marked);
    const data = transfer({ 'text/plain': text });
    const provider = pasteProvider({ library, known, styles }, documents);
    const context = { only: undefined, triggerKind: 0 };
    const edits = await provider.provideDocumentPasteEdits!(document, ranges, data, context, token);
    if (!edits?.[0]) return undefined;
    assert.equal(edits[0].insertText, '');
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = ranges;
    await vscode.workspace.applyEdit(edits[0].additionalEdit!);
    return withCarets(editor);
  }

  async function drop(marked: string, items: Readonly<Record<string, string>>): Promise<string | undefined> {
    const { document, ranges } = await open(marked);
    return dropped(document, ranges[0]!.start, transfer(items));
  }

  async function dropped(document: vscode.TextDocument, at: vscode.Position, data: vscode.DataTransfer) {
    const provider = dropProvider({ library, known, styles }, documents);
    const edit = await provider.provideDocumentDropEdits(document, at, data, token);
    if (!edit || Array.isArray(edit)) return undefined;
    await vscode.workspace.applyEdit(edit.additionalEdit!);
    return document.getText();
  }

  function withCarets({ document, selections }: vscode.TextEditor): string {
    const carets = selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a);
    return carets.reduce((text, at) => `${text.slice(0, at)}¦${text.slice(at)}`, document.getText());
  }

  describe('an address that is pasted', () => {
    it('becomes the citation, with the cursor behind it', async () => {
      assert.equal(await paste('See ¦.'), `See [Caches](${url})¦.`);
      assert.equal(
        await paste('See ¦.', ` ${url.replace('https', 'http')}/?utm_source=x\n`),
        `See [Caches](${url})¦.`,
      );
      assert.equal(await paste('- a ¦\n- b ¦\n'), `- a [Caches](${url})¦\n- b [Caches](${url})¦\n`);
    });

    it('is not cited once more where a note in the wording of the settings says so', async () => {
      await inWorkspace('wording.note', 'Re {title}: {url}.');
      const [quoted, note] = [`${url}#:~:text=fast%20ones`, '\n\n[^1]: Re Caches: '];
      assert.equal(await paste(`See[^¦1].${note}<${quoted}>.\n`, quoted), undefined);
      assert.notEqual(await paste(`See[^¦1].${note}<${url}>.\n`, quoted), undefined);
      await inWorkspace('wording.note', undefined);
    });

    it('is one step to undo, its definition included', async () => {
      await inWorkspace('citationFormat', 'footnote');
      const text = await paste('See ¦.\n');
      assert.match(text!, /^See\[?.*\[\^lee2020caches\]¦\.\n\n\[\^lee2020caches\]: Ann Lee\. .*\n$/);
      await undo();
      assert.equal(vscode.window.activeTextEditor!.document.getText(), 'See .\n');
      await inWorkspace('citationFormat', undefined);
    });

    it('makes what is selected the text of the link', async () => {
      assert.equal(await paste('See «these *caches*» there.'), `See [these *caches*](${url})¦ there.`);
      assert.equal(await paste('See «https://example.com/other».'), undefined);
      assert.equal(await paste('See «[caches](https://example.com/other)».'), undefined);
    });

    it('keeps the place in the page that it points to', async () => {
      assert.equal(
        await paste('See ¦', `${url}#:~:text=a%20quote`),
        `See [Caches](${url}#:~:text=a%20quote)¦`,
      );
      assert.equal(
        await paste('See ¦', `${url}?utm_source=x#how-it-works`),
        `See [Caches](${url}#how-it-works)¦`,
      );
    });

    it('stays what it is where an address belongs, and where no Markdown is read', async () => {
      for (const marked of [
        '[a](¦)',
        '[a](¦',
        '[¦](https://example.com/other)',
        '[a]: ¦',
        '<¦>',
        '<a href="¦">',
        '`¦',
        '`¦`',
        '```\n¦\n```\n',
        '    code ¦\n',
        '---\nurl: ¦\n---\n',
        '<!-- ¦ -->\n',
      ]) {
        assert.equal(await paste(marked), undefined, marked);
      }
    });

    it('stays what it is if it is no known post, or more than an address', async () => {
      assert.equal(await paste('See ¦', 'https://example.com/other'), undefined);
      assert.equal(await paste('See ¦', `as ${url} says`), undefined);
      assert.equal(await paste('See ¦', `${url}\n${url}`), undefined);
    });

    it('can be added to the library, if somebody asks', async () => {
      const titles = async (marked: string) => {
        const { document, ranges } = await open(marked);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          ranges[0],
        );
        return actions.filter(({ command }) => command?.command === 'byline.addSource');
      };
      const [action] = await titles('See https://example.com/oth¦er?a=b.');
      assert.deepEqual(action?.command?.arguments, ['https://example.com/other?a=b']);
      assert.deepEqual(await titles('See https://example.com/cach¦es.'), []);
    });

    it('comes second where the settings want no links made of addresses', async () => {
      const { document, ranges } = await open('See ¦');
      const give = async () => {
        const provider = pasteProvider({ library, known, styles }, documents);
        const data = transfer({ 'text/plain': url });
        const context = { only: undefined, triggerKind: 0 };
        const edits = await provider.provideDocumentPasteEdits!(document, ranges, data, context, token);
        return edits![0]!.yieldTo?.map(({ value }) => value);
      };
      const own = vscode.workspace.getConfiguration('markdown.editor.pasteUrlAsFormattedLink');
      assert.equal(await give(), undefined);
      await own.update('enabled', 'never', vscode.ConfigurationTarget.Workspace);
      assert.deepEqual(await give(), [vscode.DocumentDropOrPasteEditKind.Text.value]);
      await own.update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    });

    it('brings its post into the bibliography file of the document when it is cited by key', async () => {
      await inWorkspace('citationFormat', 'pandoc');
      const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'pasted.bib');
      const { document, ranges } = await open('---\nbibliography: pasted.bib\n---\n\nSee ¦.');
      const provider = pasteProvider({ library, known, styles }, documents);
      const data = transfer({ 'text/plain': `${url}#part` });
      const context = { only: undefined, triggerKind: 0 };
      const edits = await provider.provideDocumentPasteEdits!(document, ranges, data, context, token);
      assert.equal(await textOf(file), undefined);
      await provider.resolveDocumentPasteEdit!(edits![0]!, token);
      const bibliography = await eventually(() => textOf(file), 'the bibliography file');
      await vscode.workspace.fs.delete(file);
      await inWorkspace('citationFormat', undefined);
      assert.match(bibliography, /\{lee2020caches,.*url *= *\{https:\/\/example\.com\/caches\}/s);
    });

    it('is cited in the style that the settings name', async () => {
      await inWorkspace('citationFormat', 'csl');
      assert.equal(await paste('See ¦.'), `See ([Lee, 2020](${url}))¦.`);
      assert.equal(await paste('See ¦.', `${url}#part`), `See ([Lee, 2020](${url}#part))¦.`);
      await inWorkspace('citationFormat', undefined);
    });
  });

  describe('posts that are dropped', () => {
    const rows = [caches, queues].map(
      each => ({ kind: 'post', id: each.id, parent: undefined, post: each }) as const,
    );

    it('are one citation, with what the Posts view says of them', async () => {
      const data = new vscode.DataTransfer();
      await new PostsDrag({ styles, known }).handleDrag(rows, data);
      await inWorkspace('citationFormat', 'pandoc');
      const { document, ranges } = await open('See ¦.');
      assert.equal(await dropped(document, ranges[0]!.start, data), 'See [@lee2020caches; @roe2021queues].');
      await inWorkspace('citationFormat', 'footnote');
      const other = await open('See ¦.\n');
      assert.match(
        (await dropped(other.document, other.ranges[0]!.start, data))!,
        /^See *\[\^lee2020caches\].*\[\^roe2021queues\]\.\n\n\[\^lee2020caches\]: .*\n\[\^roe2021queues\]: .*\n$/,
      );
      await inWorkspace('citationFormat', 'csl');
      const last = await open('See ¦.\n');
      assert.match(
        (await dropped(last.document, last.ranges[0]!.start, data))!,
        /^See \(\[Lee, 2020\]\(.*\); \[Roe, 2021\]\(.*\)\)\.\n$/,
      );
      await inWorkspace('citationFormat', undefined);
    });

    it('are a text for other editors', async () => {
      const data = new vscode.DataTransfer();
      await new PostsDrag({ styles, known }).handleDrag(rows, data);
      const text = await data.get('text/plain')!.asString();
      assert.equal(text, `[Caches](${url}), [Queues](https://example.com/queues)`);
    });

    it('are added to the citation that they are dropped into', async () => {
      const items = { 'application/vnd.code.tree.byline.posts': '["roe2021queues", "gone"]' };
      assert.equal(await drop('See [@lee2020caches¦].', items), 'See [@lee2020caches; @roe2021queues].');
      await inWorkspace('citationFormat', 'csl');
      assert.equal(
        await drop(`See ([Lee, 20¦20](${url})).`, items),
        `See ([Lee, 2020](${url}); [Roe, 2021](https://example.com/queues)).`,
      );
      await inWorkspace('citationFormat', undefined);
    });

    it('are known by their addresses, if all that is dropped are such', async () => {
      const list = `# Posts\r\n${url}\r\nhttps://example.com/queues\r\n`;
      assert.equal(
        await drop('See ¦.', { 'text/uri-list': list }),
        `See [Caches](${url}), [Queues](https://example.com/queues).`,
      );
      assert.equal(await drop('See ¦.', { 'text/uri-list': `${list}file:///a.md` }), undefined);
      assert.equal(await drop('`¦`', { 'text/uri-list': url }), undefined);
    });
  });
});
