import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, openDocument, post, useLibrary } from './editor';

describe('the citations of a document', () => {
  const caches = post({
    id: 'lee2020caches',
    title: 'Caches [x](command:quit) ![y](https://example.com/y.png) $(bug) <b>www.example.com',
    url: 'https://example.com/caches',
    issued: { year: 2020, month: 3 },
    containerTitle: 'A Blog',
    keywords: ['caching'],
    provisional: ['title'],
  });
  const stacks = post({ id: 'roe2021stacks', title: 'Stacks', url: 'https://example.com/stacks' });
  let folder: vscode.Uri;
  let library: vscode.Uri;

  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));

  /** Opens a text whose cursor is marked by `|`. */
  async function open(marked: string): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
    const offset = marked.indexOf('¦');
    const { document } = await openDocument(marked.replace('¦', ''), []);
    return { document, position: document.positionAt(offset) };
  }

  /** What a provider gives, asked until it gives something: the first document loads what understands it. */
  async function ask<T>(
    command: string,
    marked: string,
  ): Promise<{ given: T[]; document: vscode.TextDocument }> {
    const { document, position } = await open(marked);
    const given = await vscode.commands.executeCommand<T[]>(command, document.uri, position);
    return { given, document };
  }

  async function hover(marked: string): Promise<string[]> {
    const { given } = await ask<vscode.Hover>('vscode.executeHoverProvider', marked);
    return given.flatMap(({ contents }) => contents.map(content => (content as vscode.MarkdownString).value));
  }

  const shown = (uri: vscode.Uri) => uri.path.split('/').at(-1);

  /** Where definitions are: file, line and text there. */
  async function definitions(marked: string): Promise<string[]> {
    const { given } = await ask<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      marked,
    );
    return Promise.all(
      given.map(async found => {
        const [uri, range] =
          'targetUri' in found
            ? [found.targetUri, found.targetSelectionRange ?? found.targetRange]
            : [found.uri, found.range];
        const document = await vscode.workspace.openTextDocument(uri);
        return `${uri.scheme === 'untitled' ? '' : shown(uri)}:${range.start.line}:${document.getText(range)}`;
      }),
    );
  }

  async function references(marked: string): Promise<string[]> {
    const { given } = await ask<vscode.Location>('vscode.executeReferenceProvider', marked);
    const found = await Promise.all(
      given.map(async ({ uri, range }) => {
        const document = await vscode.workspace.openTextDocument(uri);
        return `${uri.scheme === 'untitled' ? '' : shown(uri)}:${range.start.line}:${document.getText(range)}`;
      }),
    );
    return found.sort();
  }

  before(async () => {
    folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `languages-${Date.now()}`);
    await write(
      'a.md',
      'See [@roe2021stacks].\r\n\r\nAnd [q](<http://example.com/stacks/?utm_source=x>).\r\n',
    );
    await write(
      'b.md',
      '---\nbibliography: refs.bib\n---\n\n@nobody2000 and [^roe2021stacks]\n\n[^roe2021stacks]: Note\n',
    );
    await write('refs.bib', '@article{other,\n}\n@online{roe2021stacks,\n  title = {Stacks}\n}\n');
    await write('c.md', 'Nothing but roe2021stacks.');
    library = await useLibrary([caches, stacks]);
    const { document, position } = await open('[@roe2021¦stacks]');
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers.length > 0;
    }, 'what understands citations');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await inWorkspace('libraryFile', undefined);
  });

  describe('hovered over', () => {
    it('show the post that is under the mouse, of several in one pair of brackets too', async () => {
      const [text, ...more] = await hover('See [see @lee2020caches, p. 3; @roe20¦21stacks].');
      assert.match(
        text!,
        /^\*\*Stacks\*\*\n\nAnn Lee {2}\n.*https&#58;&#47;&#47;example&#46;com&#47;stacks {2}\n&#64;roe2021stacks/s,
      );
      assert.deepEqual(more, []);
      assert.match((await hover('See [see @lee20¦20caches, p. 3; @roe2021stacks].'))[0]!, /A Blog/);
      assert.deepEqual(await hover('See [see @lee2020caches, p¦. 3; @roe2021stacks].'), []);
    });

    it('say in how many files the post is cited', async () => {
      const text = await eventually(
        async () => (await hover('[@roe2021¦stacks]')).find(value => value.includes('cited in')),
        'the files to be read',
      );
      assert.match(text, /cited in 2 files$/);
    });

    it('show a post’s own words as text, whatever marks are in them', async () => {
      const [text] = await hover('[@lee2020¦caches]');
      assert.doesNotMatch(text!.replace(/^\*\*|\*\*$/gm, ''), /[[\]()<>*_$!@:./]/);
      assert.match(text!, /provisional title/);
    });

    it('are recognised in whatever form, also with CRLF', async () => {
      for (const marked of [
        'a [te¦xt](http://www.example.com/stacks?utm_source=x)',
        'a <https://example.com/sta¦cks> b',
        'a https://example.com/sta¦cks b',
        'a [te¦xt][q]\r\n\r\n[q]: https://example.com/stacks\r\n',
        'a [text][q]\r\n\r\n[q]: https://example.com/sta¦cks\r\n',
        'a[^roe2021sta¦cks]\r\n\r\n[^roe2021stacks]: Note\r\n',
        'a[^¦1]\r\n\r\n[^1]: See <https://example.com/stacks>.\r\n',
      ]) {
        assert.match((await hover(marked)).join(), /\*\*Stacks\*\*/, marked);
      }
    });

    it('are recognised in MDX and Quarto for which there is no extension', async () => {
      for (const name of ['plain.mdx', 'plain.qmd']) {
        await write(name, '[@lee2020caches] {/* [@lee2020caches] */}');
        const document = await vscode.workspace.openTextDocument(at(name));
        assert.equal(document.languageId, 'plaintext');
        const hovers = (character: number) =>
          vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            document.uri,
            new vscode.Position(0, character),
          );
        assert.equal((await hovers(5)).length, 1, name);
        // In braces is a comment to MDX only.
        assert.equal((await hovers(25)).length, name === 'plain.mdx' ? 0 : 1, name);
        await vscode.workspace.fs.delete(at(name));
      }
    });

    it('show nothing where no post is meant', async () => {
      for (const marked of ['`[@roe2021¦stacks]`', '[@nobo¦dy]', '[a](https://example.com/no¦ne)', 'wo¦rd']) {
        assert.deepEqual(await hover(marked), [], marked);
      }
    });
  });

  describe('asked for their definition', () => {
    it('lead to the definition in the document, once', async () => {
      const link = '\n\n[q]: https://example.com/stacks\n';
      for (const marked of [
        `[te¦xt][q]${link}`,
        `[text][¦q]${link}`,
        `[text][q]${link.replace('q', '¦q')}`,
      ]) {
        assert.deepEqual(await definitions(marked), [`:2:${link.trim()}`], marked);
      }
      assert.deepEqual(await definitions('a[^¦1]\n\n[^1]: Note'), [':2:[^1]: Note']);
      assert.deepEqual(await definitions('a[^roe2021¦stacks]\n\n[^roe2021stacks]: N'), [
        ':2:[^roe2021stacks]: N',
      ]);
      assert.deepEqual(await definitions('a[^1]\n\n[^¦1]: Note'), [':2:[^1]: Note']);
    });

    it('lead from a key to the entry in the document’s bibliography', async () => {
      const document = await vscode.workspace.openTextDocument(at('b.md'));
      await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(6, 0), '@roe2021stacks\n\n');
      await vscode.workspace.applyEdit(edit);
      const [found] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        new vscode.Position(6, 3),
      );
      assert.deepEqual([shown(found!.targetUri), found!.targetRange.start.line], ['refs.bib', 2]);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('lead from a key to a reference in the front matter', async () => {
      const text = '---\nreferences:\n- id: own2020\n  title: Own\n---\n\n[@own¦2020]';
      assert.deepEqual(await definitions(text), [':2:own2020']);
    });

    it('lead else to the post in the library file', async () => {
      const name = shown(library);
      for (const marked of ['[@roe2021¦stacks]', '[te¦xt](https://example.com/stacks)']) {
        assert.deepEqual(await definitions(marked), [`${name}:2:roe2021stacks`], marked);
      }
      assert.deepEqual(await definitions('[@nobody¦2000]'), []);
      // VS Code opens addresses by itself.
      assert.deepEqual(await definitions('[text](https://example.com/sta¦cks)'), []);
    });
  });

  describe('asked for all references', () => {
    const files = [
      'a.md:0:@roe2021stacks',
      'a.md:2:http://example.com/stacks/?utm_source=x',
      'b.md:4:roe2021stacks',
      'b.md:6:roe2021stacks',
    ];

    it('are found across the workspace, by whatever address or key, each once', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const [marked, own] of [
        ['[@roe2021¦stacks] ', [':0:@roe2021stacks']],
        [
          '[a](https://example.com/sta¦cks) <https://www.example.com/stacks>',
          [':0:https://example.com/stacks', ':0:https://www.example.com/stacks'],
        ],
        ['[a][q] [¦q]\n\n[q]: https://example.com/stacks', [':0:q', ':0:q', ':2:https://example.com/stacks']],
        ['[see @roe2021¦stacks, p. 3] @roe2021stacks', [':0:@roe2021stacks', ':0:see @roe2021stacks, p. 3']],
      ] as const) {
        assert.deepEqual(await references(marked), [...own, ...files].sort(), marked);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    });

    it('are found from a definition, and for keys and labels that mean no post', async () => {
      assert.deepEqual(await references('a[^1] b[^1]\n\n[^¦1]: Note'), [':0:1', ':0:1', ':2:1']);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      assert.deepEqual(await references('@nobody¦2000'), [':0:@nobody2000', 'b.md:4:@nobody2000']);
    });

    it('are found from an entry of a bibliography, which is its own definition', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const { uri } = await vscode.workspace.openTextDocument(at('refs.bib'));
      const asked = async (command: string, line: number) =>
        (
          await vscode.commands.executeCommand<vscode.Location[]>(command, uri, new vscode.Position(line, 10))
        ).map(found => `${shown(found.uri)}:${found.range.start.line}`);
      assert.deepEqual((await asked('vscode.executeReferenceProvider', 2)).sort(), [
        'a.md:0',
        'a.md:2',
        'b.md:4',
        'b.md:6',
        'refs.bib:2',
      ]);
      assert.deepEqual(await asked('vscode.executeDefinitionProvider', 2), ['refs.bib:2']);
      assert.deepEqual(await asked('vscode.executeDefinitionProvider', 3), []);
    });

    it('are taken from what is typed before it is saved', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const document = await vscode.workspace.openTextDocument(at('c.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit(builder => builder.insert(new vscode.Position(0, 0), '@roe2021stacks '));
      assert.ok((await references('@roe2021s¦tacks')).includes('c.md:0:@roe2021stacks'));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  it('by key are links to the posts, and no other ones are', async () => {
    const { document } = await open(
      '[@roe2021stacks; @nobody] and [^roe2021stacks]\n\n[^roe2021stacks]: Note\n',
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const [link, ...others] = links;
    assert.deepEqual(others, []);
    assert.equal(document.getText(link!.range), '@roe2021stacks');
    assert.match(decodeURIComponent(link!.target!.query), /^\["https:\/\/example\.com\/stacks"\]$/);
  });
});
