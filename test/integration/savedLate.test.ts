import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { KnownPosts } from '../../src/core/document';
import { runWhole } from '../../src/core/sliced';
import type { CitingContext } from '../../src/vscode/commands/citing/context';
import { editsOnSave } from '../../src/vscode/commands/documents/updateReferences';
import { textOf } from '../../src/vscode/languages/textOf';
import { inText } from '../unit/bibliographyBlock/fakeFormatter';
import { eventually, post } from './editor';

/** In text that is no Markdown to Byline itself, which would bring it up to date too. */
describe('a list of references that is not ready in time when its document is saved', () => {
  const caches = post({ id: 'lee2020caches', title: 'Caches', url: 'https://example.com/caches' });
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const markers = '\n\n<!-- bibliography -->\n<!-- /bibliography -->\n';
  const listed = /<!-- bibliography -->\n+\*Caches\*\. <https:\/\/example\.com\/caches>\n+<!--/;
  let listener: vscode.Disposable;
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;
  /** Lets the list be made. */
  let go: () => void;
  let context: CitingContext;
  let saved: number;

  const type = (text: string) => editor.edit(builder => builder.insert(new vscode.Position(0, 0), text));
  const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));

  beforeEach(async () => {
    const known = new KnownPosts();
    runWhole(known.setPosts([caches]));
    const ready = new Promise<void>(resolve => {
      go = resolve;
    });
    context = {
      known: { load: async () => known },
      styles: { formatterFor: () => ready.then(() => inText) },
      library: { log: { error: (error: unknown) => assert.fail(String(error)) } },
    } as unknown as CitingContext;
    const uri = vscode.Uri.joinPath(folder, `late-${Date.now()}.txt`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`See [@lee2020caches].${markers}`));
    document = await vscode.workspace.openTextDocument(uri);
    editor = await vscode.window.showTextDocument(document);
    saved = 0;
    listener = vscode.Disposable.from(
      vscode.workspace.onWillSaveTextDocument(event => {
        if (event.document === document) event.waitUntil(editsOnSave(context, document));
      }),
      vscode.workspace.onDidSaveTextDocument(of => of === document && saved++),
    );
    await type('Oh. ');
    await document.save();
  });
  afterEach(async () => {
    listener.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
  });

  it('is written behind the saving, and saved', async () => {
    assert.equal(await onDisk(), `Oh. See [@lee2020caches].${markers}`);
    go();
    await eventually(async () => listed.test(await onDisk()) && saved === 2, 'the list');
    assert.match((await textOf(document.uri))!, listed);
    assert.equal(document.isDirty, false);
  });

  it('is left to the next saving where somebody has gone on typing', async () => {
    await type('So. ');
    go();
    const edits = await editsOnSave(context, document);
    assert.equal(document.getText(), `So. Oh. See [@lee2020caches].${markers}`);
    assert.deepEqual([saved, edits.length], [1, 1]);
  });
});
