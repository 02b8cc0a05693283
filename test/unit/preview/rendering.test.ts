import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Post } from '../../../src/core/post';
import { addCitationRule } from '../../../src/vscode/preview/citationRule';
import { previewedPosts } from '../../../src/vscode/preview/previewedPosts';
import { type PreviewPosts, renderCitations } from '../../../src/vscode/preview/renderCitations';
import { superlinear } from '../../growth';
import { naughtyTitles, ordinaryTitles } from '../citation/titles';
import { post } from '../csl/posts';
import { formatterOf } from '../csl/styles';

const lee = post('lee2020', {
  title: 'Caches',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { year: 2020 },
});
const roe = post('roe2021', {
  title: 'Queues',
  author: [{ family: 'Roe', given: 'Jo' }],
  issued: { year: 2021 },
});

const formatters = new Map<string, ReturnType<typeof formatterOf>>();

/** markdown-it as VS Code's preview has it, with these posts known. */
function preview(posts: readonly Post[] = [lee, roe], style = 'apa', more: Partial<PreviewPosts> = {}) {
  const md = new MarkdownIt({ html: true, linkify: true });
  addCitationRule(md);
  const formatter = formatters.get(style) ?? formatterOf(style);
  formatters.set(style, formatter);
  renderCitations(md, () => ({
    postOf: key => posts.find(({ id }) => id === key),
    listed: undefined,
    style: formatter,
    heading: 'References',
    ...more,
  }));
  return md;
}

/** What Markdown becomes without the list of references and the notes. */
function body(markdown: string, md = preview()): string {
  return md
    .render(markdown)
    .split(/(?:<h2>References<\/h2>\n)?<div id="refs"|<section/)[0]!
    .trim();
}

/** Formatting is slow: some of them, unless there is time for all. */
const titles = [...ordinaryTitles, ...naughtyTitles].filter(
  (_, at) => process.env.BYLINE_SOAK || at % 8 === 0,
);

const plain = (html: string) => html.replace(/<[^>]*>/g, '');
const leeLink = '<a href="https://blog.example/lee2020">';

describe('The preview of a document', function () {
  this.timeout(60_000);

  it('shows a key in brackets as the style has it, linked to its post', () => {
    assert.equal(
      body('See [@lee2020].'),
      `<p>See <span class="citation" data-cites="lee2020">(${leeLink}Lee, 2020</a>)</span>.</p>`,
    );
  });

  it('shows several keys with what is said of each', () => {
    assert.equal(
      plain(body('[see @lee2020, p. 3; @roe2021, for more]')),
      '(see Lee, 2020, p. 3; Roe, 2021, for more)',
    );
  });

  it('names the authors where a key stands in the sentence by itself', () => {
    const by = (style: string) =>
      plain(body('As @lee2020 [p. 3] and @roe2021 say', preview([lee, roe], style)));
    assert.equal(by('apa'), 'As Lee (2020, p. 3) and Roe (2021) say');
    assert.equal(by('ieee'), 'As Lee [1, p. 3] and Roe [2] say');
    assert.equal(by('chicago-note-bibliography'), 'As Lee1 and Roe2 say');
    const team = { ...lee, author: [] };
    assert.equal(plain(body('As @lee2020 says', preview([team], 'ieee'))), 'As [1] says');
    assert.equal(plain(body('As @lee2020 says', preview([team]))), 'As Caches (2020) says');
  });

  it('leaves out the authors behind a minus sign', () => {
    assert.equal(
      plain(body('Lee [-@lee2020, p. 3; @roe2021] -@lee2020')),
      'Lee (2020, p. 3; Roe, 2021) (2020)',
    );
  });

  it('numbers posts in the order of their citations', () => {
    const md = preview([lee, roe], 'ieee');
    assert.equal(plain(body('[@roe2021] [@lee2020] [@roe2021]', md)), '[1] [2] [1]');
  });

  it('numbers posts as the list of references of the document does, where it holds one', () => {
    const md = preview([lee, roe], 'ieee', { listed: [lee, roe] });
    assert.equal(plain(md.render('[@roe2021]')).trim(), '[2]');
  });

  it('shows notes at the end where the style cites in notes', () => {
    const html = preview([lee], 'chicago-note-bibliography').render('A[@lee2020] b[@lee2020]');
    assert.match(html, /^<p>A<span [^>]*><sup><a href="#byline-note-1" id="byline-cite-1">1<\/a><\/sup>/);
    assert.match(plain(html.split('<section')[1]!), /Lee, “Caches.*\n.*Lee, “Caches/);
    assert.equal(html.match(/<li id=/g)?.length, 2);
  });

  it('shows unknown keys as they are written, beside known ones too', () => {
    assert.equal(
      body('[see *this* @nobody, p. 3] and @nobody'),
      '<p>[see <em>this</em> @nobody, p. 3] and @nobody</p>',
    );
    assert.equal(plain(body('[@lee2020; see @nobody]')), '(Lee, 2020) [see @nobody]');
  });

  it('shows what is no citation as it would without Byline', () => {
    const without = new MarkdownIt({ html: true, linkify: true });
    for (const text of [
      '`[@lee2020]`',
      '```\n[@lee2020]\n```',
      '    [@lee2020]',
      'ann@lee2020.org',
      '\\@lee2020 and [\\@lee2020]',
      '[about @lee2020](https://example.com)',
      '[@lee2020]\n\n[@lee2020]: https://example.com',
      '![of @lee2020](a.png)',
      '<span title="@lee2020"><!-- [@lee2020] -->',
      '[',
      '@',
      '[@]',
      '@{lee2020',
      '',
    ]) {
      assert.equal(preview().render(text), without.render(text), text);
    }
  });

  it('lets no emphasis end within a citation that began before it', () => {
    assert.doesNotMatch(body('*a [b* @lee2020]'), /<\/?em>/);
    assert.match(body('*a [@lee2020] b*'), /^<p><em>a <span .*<\/span> b<\/em><\/p>$/);
  });

  it('leaves a citation as it is written where the style fails, and says why', () => {
    const fails = () => {
      throw new Error('citeproc cannot <use> this style.');
    };
    const style = {
      kind: 'inText' as const,
      citation: fails,
      bibliography: fails,
      preparing: fails,
      writingBibliography: fails,
    };
    assert.equal(
      preview([lee], 'apa', { style }).render('[@lee2020]'),
      '<p>[@lee2020]</p>\n<h2>References</h2>\n<div id="refs" class="references">\n' +
        '<p><em>citeproc cannot &lt;use&gt; this style.</em></p>\n</div>\n',
    );
  });

  it('shows the references at the end, below a heading', () => {
    const html = preview().render('[@roe2021; @lee2020]\n\nEnd');
    assert.match(html, /End<\/p>\n<h2>References<\/h2>\n<div id="refs" class="references">/);
    assert.deepEqual(html.match(/(?<=id="ref-)\w+/g), ['lee2020', 'roe2021']);
  });

  it('shows what only the bibliography of the document has, as Pandoc does, and what its front matter lists', () => {
    const known = { meantBy: ({ key }: { key?: string }) => [lee, roe].filter(({ id }) => id === key) };
    const entry = (id: string, title: string) => ({ id, title, author: [{ family: 'Poe' }], keywords: [] });
    const own = new Map([
      ['poe', entry('poe', 'Only There')],
      ['lee2020', entry('lee2020', 'Something Else')],
      ['roe2021', entry('roe2021', 'Queues, and More')],
      ['more', entry('more', 'Not Cited')],
    ]);
    const shown = (nocite: string) =>
      plain(
        preview([], 'apa', previewedPosts(`---\nnocite: '${nocite}'\n---\n`, known, own)).render(
          '[@poe] [@lee2020] [@roe2021]',
        ),
      );
    const html = shown('@more');
    assert.match(html, /\(Poe, n\.d\.(?:-\w)?\) \(Poe, n\.d\.(?:-\w)?\) \(Roe, 2021\)/);
    for (const title of ['Only There', 'Something Else', 'Not Cited']) assert.ok(html.includes(title), title);
    assert.ok(shown('@*').includes('Not Cited'));
    assert.ok(!shown('@nobody').includes('Not Cited'));
  });

  it('shows the references below the heading that the document ends with', () => {
    const html = preview().render('[@lee2020]\n\n# Literature\n');
    assert.match(html, /<h1>Literature<\/h1>\n<div id="refs"/);
  });

  for (const place of [
    '::: {#refs}\n:::',
    '::: {#refs .wide}\n\n:::',
    '<div id="refs"></div>',
    '<div id="refs">\n</div>',
  ]) {
    it(`shows the references in the document's place for them, ${JSON.stringify(place)}`, () => {
      const html = preview().render(`[@lee2020]\n\n${place}\n\nEnd`);
      assert.match(
        html,
        /<\/p>\n<div id="refs" class="references">\n<p id="ref-lee2020".*<\/p>\n<\/div>\n<p>End<\/p>\n$/,
      );
    });
  }

  it('shows no references where nothing known is cited by its key', () => {
    assert.equal(preview().render('[@nobody]'), '<p>[@nobody]</p>\n');
    assert.equal(preview().render('[Caches](https://blog.example/lee2020)').includes('refs'), false);
  });

  it('says what is wrong with a style', () => {
    const md = preview([lee], 'apa', { style: { fault: 'It is <none>.' } });
    assert.equal(md.render('[@lee2020]'), '<p>[@lee2020]</p>\n<p><em>It is &lt;none&gt;.</em></p>\n');
  });

  it('can make nothing but text and the link of the title, publication and authors of a post', () => {
    const bare = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1)) ![y](https://evil.example/y.png)',
      '"><b onmouseover=1>',
      '@lee2020 [@lee2020] -@roe2021',
      '`</code>` $x$ ~~x~~ www.evil.example https://evil.example :smile: [^1]',
      '&lt;b&gt; &#60;i&#62;',
      ...titles,
    ];
    for (const style of ['apa', 'chicago-note-bibliography']) {
      for (const title of bare) {
        const hostile = post('hostile', {
          title,
          containerTitle: title,
          author: [{ family: title, given: title }, { literal: title }],
          issued: { year: 2020 },
        });
        const html = preview([hostile, lee], style).render('[@hostile, p. 3]');
        const tags = new Set(html.match(/<[^>]*>/g));
        for (const tag of tags) {
          const isOurs =
            /^<\/?(?:p|h2|em|strong|sup|ol|li|hr|a|div|span|section)>$/.test(tag) ||
            /^<(?:p|div|section|span|li) (?:id="(?:ref-hostile|refs|byline-note-1)" ?)?(?:class="[a-z-]+")?(?: data-cites="hostile")?>$/.test(
              tag,
            ) ||
            tag === '<a href="https://blog.example/hostile">' ||
            /^<a href="#byline-(?:note|cite)-1" (?:id="byline-cite-1"|aria-label="↩")>$/.test(tag);
          assert.ok(isOurs, `${title}\n${tag}`);
        }
      }
    }
  });

  it('makes no link that runs code, whatever address a post has', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'https://a.example/"onclick="x',
    ]) {
      const html = preview([{ ...lee, url }]).render('[@lee2020]');
      assert.doesNotMatch(html, /<a href="(?:javascript|data|vbscript)|<script|"onclick="/, url);
    }
  });

  it('shows the references of a document that cites none but lists some, and of one without text', () => {
    const md = preview([lee], 'apa', { nocited: [lee] });
    for (const text of ['Text.', '']) {
      assert.match(md.render(text), /<h2>References<\/h2>\n<div id="refs"[^>]*>\n<p id="ref-lee2020"/, text);
    }
    assert.equal(preview().render('Text.'), '<p>Text.</p>\n');
  });

  it('reads hostile text in time that grows as the text does', () => {
    const md = preview();
    const work = (piece: string, count: number) => {
      const text = piece.repeat(count);
      return () => md.parse(text, {});
    };
    const pieces = ['[@lee2020', '[@a; ', '@lee2020 [', '@a@', '[[@a]', '@{', '[-@lee2020](', '*[@a*'];
    const named = Object.fromEntries(pieces.map(piece => [piece, piece]));
    assert.deepEqual(superlinear(named, work, [500, 4000]), []);
  });
});
