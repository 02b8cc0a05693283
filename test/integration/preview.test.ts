import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { BylineApi } from '../../src/api';
import { eventually, inWorkspace, openDocument, post, readPosts, useLibrary, writeLibrary } from './editor';

/** With a markdown-it of the tests' own: in the web host VS Code's Markdown extension may run in another host. */
describe('The Markdown preview', () => {
  const caches = post({
    id: 'lee2020caches',
    title: 'Caches <script>alert(1)</script>',
    url: 'https://example.com/caches',
    issued: { year: 2020 },
  });
  const queues = post({
    id: 'roe2021queues',
    title: 'Queues',
    author: [{ family: 'Roe' }],
    issued: { year: 2021 },
  });
  let library: vscode.Uri;

  let md: InstanceType<typeof MarkdownIt>;

  /** What the preview of a document shows. */
  const rendered = (document: vscode.TextDocument) =>
    md.renderer.render(md.parse(document.getText(), {}), md.options, { currentDocument: document.uri });

  /** As it is shown once all is there that it takes. */
  async function preview(text: string, hasCome: RegExp): Promise<string> {
    const { document } = await openDocument(text, []);
    return eventually(() => {
      const html = rendered(document);
      return hasCome.test(html) && html;
    }, String(hasCome));
  }

  before(async () => {
    library = await useLibrary([caches, queues]);
    const byline = vscode.extensions.getExtension<BylineApi>('byline.byline')!;
    md = (await byline.activate()).extendMarkdownIt(new MarkdownIt({ html: true, linkify: true }));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inWorkspace('csl.style', undefined);
    await inWorkspace('libraryFile', undefined);
  });

  it('shows citations by key, and their references at the end', async () => {
    const html = await preview(
      'See [@lee2020caches, p. 3; @roe2021queues] and `[@lee2020caches]`.\n',
      /References/,
    );
    assert.match(html, /\(<a href="https:\/\/example\.com\/caches"[^>]*>Lee, 2020, p\. 3<\/a>; Roe, 2021\)/);
    assert.match(html, /<code>\[@lee2020caches\]<\/code>/);
    assert.match(
      html,
      /<div id="refs"[^>]*>\s*<p id="ref-lee2020caches".*Caches &lt;script&gt;.*\n<p id="ref-roe2021queues"/,
    );
    assert.doesNotMatch(html, /<script/);
  });

  it('shows the references of a document that lists posts and cites none', async () => {
    const { document } = await openDocument('---\nnocite: |\n  @roe2021queues\n---\n\nText.\n', []);
    // VS Code's own takes the front matter out.
    const html = await eventually(() => {
      const shown = md.renderer.render(md.parse('Text.\n', {}), md.options, {
        currentDocument: document.uri,
      });
      return shown.includes('References') && shown;
    }, 'the references');
    assert.match(html, /<div id="refs"[^>]*>\s*<p id="ref-roe2021queues"/);
  });

  it('shows no references beside a list that the document holds', async () => {
    const text = '[@lee2020caches]\n\n<!-- bibliography -->\n\nLee. *Caches.*\n\n<!-- /bibliography -->\n';
    const html = await preview(text, /class="citation"/);
    assert.doesNotMatch(html, /id="refs"/);
  });

  it('follows the style of the settings', async () => {
    const { document } = await openDocument('[@roe2021queues] [@lee2020caches]', []);
    await inWorkspace('csl.style', 'ieee');
    const html = await eventually(() => {
      const shown = rendered(document);
      return /\[2\]/.test(shown) && shown;
    }, 'numbers');
    assert.match(html, /\[1\].*\[2\].*<div id="refs"/s);
    await inWorkspace('csl.style', 'nowhere.csl');
    await eventually(() => /“nowhere\.csl” was not found/.test(rendered(document)), 'what is wrong');
    await inWorkspace('csl.style', undefined);
  });

  it('follows the library', async () => {
    const { document } = await openDocument('[@new2022]', []);
    assert.match(rendered(document), /\[@new2022\]/);
    const added = post({ id: 'new2022', title: 'New', issued: { year: 2022 } });
    await writeLibrary(library, [...(await readPosts(library)), added]);
    await eventually(() => /Lee, 2022/.test(rendered(document)), 'the new post');
  });

  it('leaves what is no document alone', () => {
    assert.equal(md.render('[@lee2020caches]'), '<p>[@lee2020caches]</p>\n');
  });
});
