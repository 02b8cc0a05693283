import assert from 'node:assert/strict';
import { type CitationFormat, cite } from '../../../src/core/citation';
import type { CslFormatter } from '../../../src/core/csl';
import { applyEdits } from '../../../src/core/document/textEdit';
import type { Post } from '../../../src/core/post';
import { formatterOf } from '../csl/styles';

const post: Post = {
  id: 'castrapel2021consoleme',
  title: 'ConsoleMe: A Central Control Plane',
  author: [
    { family: 'Castrapel', given: 'Curtis' },
    { family: 'Sanders', given: 'Patrick' },
    { family: 'Kim', given: 'Hee Won' },
  ],
  issued: { year: 2021, month: 3, day: 9 },
  containerTitle: 'Netflix Technology Blog',
  url: 'https://blog.example.org/consoleme',
  keywords: [],
};
const { url, ...unaddressed } = post;
const key = post.id;
const link = `[${post.title}](${url})`;
const reference = `[${post.title}][${key}]`;
const plainNote =
  'Curtis Castrapel, Patrick Sanders, and Hee Won Kim. "ConsoleMe: A Central Control Plane." ' +
  '*Netflix Technology Blog*, March 9, 2021.';
const note = `[^${key}]: ${plainNote} <${url}>`;

/** The document with the post cited at each `‸`. */
function cited(marked: string, format: CitationFormat, of: Post = post, csl?: CslFormatter): string {
  const parts = marked.split('‸');
  const document = parts.join('');
  let at = 0;
  const selections = parts.slice(0, -1).map(part => {
    at += part.length;
    return { start: at, end: at };
  });
  const { edits, carets } = cite({ document, post: of, format, selections, ...(csl && { csl }) });
  const edited = applyEdits(document, edits);
  for (const caret of carets) assert.ok(caret >= 0 && caret <= edited.length);
  return edited;
}

describe('cite', () => {
  it('writes each format at the cursor', () => {
    assert.equal(cited('See ‸.\n', 'inlineLink'), `See ${link}.\n`);
    assert.equal(cited('See ‸.\n', 'referenceLink'), `See ${reference}.\n\n[${key}]: ${url}\n`);
    assert.equal(cited('See it.‸\n', 'footnote'), `See it.[^${key}]\n\n${note}\n`);
    assert.equal(cited('See ‸.\n', 'pandoc'), `See [@${key}].\n`);
  });

  it('writes a post without address as text, never as an empty link', () => {
    assert.equal(cited('‸\n', 'inlineLink', unaddressed), `${plainNote}\n`);
    assert.equal(cited('‸\n', 'referenceLink', unaddressed), `${plainNote}\n`);
    assert.equal(cited('A‸\n', 'footnote', unaddressed), `A[^${key}]\n\n[^${key}]: ${plainNote}\n`);
    assert.equal(cited('‸', 'inlineLink', { id: 'a', title: 'Why?', author: [], keywords: [] }), '"Why?"');
    assert.equal(cited('‸', 'inlineLink', { id: 'a', title: 'So', author: [], keywords: [] }), '"So."');
  });

  it('writes the same citation at every cursor, and one definition', () => {
    assert.equal(
      cited('A ‸ and ‸.\n', 'referenceLink'),
      `A ${reference} and ${reference}.\n\n[${key}]: ${url}\n`,
    );
    assert.equal(cited('A‸\n\nB‸', 'footnote'), `A[^${key}]\n\nB[^${key}]\n\n${note}`);
  });

  it('keeps what is selected, and puts a caret after each citation', () => {
    const document = 'one two three';
    const selections = [
      { start: 8, end: 13 },
      { start: 0, end: 4 },
    ];
    for (const [format, expected] of [
      ['pandoc', `one [@${key}] two three [@${key}]`],
      ['footnote', `one[^${key}] two three[^${key}]\n\n${note}`],
      ['inlineLink', `[one](${url}) two [three](${url})`],
      ['referenceLink', `[one][${key}] two [three][${key}]\n\n[${key}]: ${url}`],
    ] as const) {
      const { edits, carets } = cite({ document, post, format, selections });
      const edited = applyEdits(document, edits);
      assert.equal(edited, expected);
      const before = carets.map(caret => edited.slice(0, caret));
      assert.deepEqual(
        before.map(text => text.endsWith(']') || text.endsWith(')')),
        [true, true],
      );
    }
  });

  it('adds no second definition when the post is cited again', () => {
    for (const format of ['referenceLink', 'footnote'] as const) {
      for (const of of [post, unaddressed]) {
        const once = cited('A ‸ b.\n', format, of);
        const twice = cited(once.replace(' b.', ' b ‸.'), format, of);
        assert.equal(twice.length - once.length, cited('A ‸ b.\n', format, of).indexOf(' b.') - 1, format);
      }
    }
  });

  it('takes the definition that is there under another label, in other case, or behind another one', () => {
    const there = `A ‸.\n\n[Other]: <${url}> "Title"\n[other]: https://else.example\n`;
    assert.equal(cited(there, 'referenceLink'), there.replace('‸', `[${post.title}][Other]`));
    const shout = `A ‸.\n\n[${key.toUpperCase()}]: ${url}\n`;
    assert.equal(cited(shout, 'referenceLink'), shout.replace('‸', `[${post.title}][${key.toUpperCase()}]`));
    const foot = `A‸ b.[^1]\n\n[^1]: By hand, ${url}.\n`;
    assert.equal(cited(foot, 'footnote'), foot.replace('‸', '[^1]'));
  });

  it('takes a fresh label where the key is taken by something else', () => {
    const taken = `A ‸.\n\n[${key}]: https://else.example\n`;
    assert.equal(
      cited(taken, 'referenceLink'),
      `A [${post.title}][${key}-2].\n\n[${key}]: https://else.example\n[${key}-2]: ${url}\n`,
    );
    const noted = `A‸.\n\n[^${key}]: Something else.\n`;
    assert.equal(
      cited(noted, 'footnote'),
      `A[^${key}-2].\n\n[^${key}]: Something else.\n${note.replace(key, `${key}-2`)}\n`,
    );
    const similar = `A‸.\n\n[^a]: ${url}/other\n`;
    assert.match(cited(similar, 'footnote'), new RegExp(`A\\[\\^${key}\\]`));
  });

  it('minds no definition in code, a comment or front matter', () => {
    for (const hidden of [
      `\`\`\`\n[${key}]: ${url}\n\`\`\`\n`,
      `<!--\n[${key}]: ${url}\n-->\n`,
      `    [${key}]: ${url}\n`,
    ]) {
      assert.equal(
        cited(`A ‸.\n\n${hidden}`, 'referenceLink'),
        `A ${reference}.\n\n${hidden}\n[${key}]: ${url}\n`,
      );
    }
    const front = `---\ntitle: a\n---\n\nA ‸.\n`;
    assert.equal(cited(front, 'referenceLink'), `${front.replace('‸', reference)}\n[${key}]: ${url}\n`);
  });

  it('keeps the definitions at the end together, whatever stands before them', () => {
    const before = 'A ‸.\n\n[a]: https://a.example\n';
    assert.equal(cited(before, 'referenceLink'), `${before.replace('‸', reference)}[${key}]: ${url}\n`);
    assert.equal(cited(before, 'footnote'), `A [^${key}].\n\n[a]: https://a.example\n\n${note}\n`);
    assert.equal(
      cited('A‸.[^1]\n\n[^1]: One.\n    Two.\n', 'footnote'),
      `A[^${key}].[^1]\n\n[^1]: One.\n    Two.\n${note}\n`,
    );
    assert.equal(cited('- ‸', 'referenceLink'), `- ${reference}\n\n[${key}]: ${url}`);
  });

  it('puts the definition before a code block that is never closed', () => {
    assert.equal(cited('A‸.\n\n```\ncode\n', 'footnote'), `A[^${key}].\n\n${note}\n\n\`\`\`\ncode\n`);
  });

  it('uses the line ending of the document', () => {
    assert.equal(cited('A\r\nb‸\r\n', 'footnote'), `A\r\nb[^${key}]\r\n\r\n${note}\r\n`);
    assert.equal(cited('A\r\n\r\nb ‸', 'referenceLink'), `A\r\n\r\nb ${reference}\r\n\r\n[${key}]: ${url}`);
  });

  it('cites in a new paragraph at the end, before the definitions there, when there is no cursor', () => {
    const at = (document: string, format: CitationFormat) =>
      applyEdits(document, cite({ document, post, format, selections: [] }).edits);
    assert.equal(at('', 'inlineLink'), `${link}\n`);
    assert.equal(at('Text.', 'inlineLink'), `Text.\n\n${link}`);
    assert.equal(at('Text.\n', 'referenceLink'), `Text.\n\n${reference}\n\n[${key}]: ${url}\n`);
    assert.equal(
      at('Text.\n\n[^1]: One.\n[a]: /a\n\n[b]: /b\n', 'referenceLink'),
      `Text.\n\n${reference}\n\n[^1]: One.\n[a]: /a\n\n[b]: /b\n[${key}]: ${url}\n`,
    );
    assert.equal(at('Text.\n\n[^1]: One.\n', 'footnote'), `Text.\n\n[^${key}]\n\n[^1]: One.\n${note}\n`);
  });

  it('keeps its parentheses apart from those before, and blanks in the title out of a style', () => {
    const csl = formatterOf('apa');
    const blank = { ...post, author: [], title: '  Caches ' };
    const once = cited('See‸.', 'csl', blank, csl);
    assert.equal(once, `See([“Caches,” 2021](${url})).`);
    assert.equal(cited('See (a)‸.', 'csl', blank, csl), `See (a) ([“Caches,” 2021](${url})).`);
  });

  it('keeps its brackets apart from what would change them', () => {
    assert.equal(cited('Look!‸(a)', 'inlineLink'), `Look! ${link}(a)`);
    assert.equal(cited('[a]‸{b}', 'inlineLink'), `[a] ${link} {b}`);
    assert.equal(cited('a\\‸', 'inlineLink'), `a\\ ${link}`);
    assert.equal(cited('https://a.example‸', 'footnote'), `https://a.example [^${key}]\n\n${note}`);
    assert.equal(cited('[a](https://a.example)‸', 'inlineLink'), `[a](https://a.example) ${link}`);
    assert.equal(cited('‸: a', 'pandoc'), `[@${key}] : a`);
    assert.equal(cited('Look![^a]‸\n\n[^a]: a', 'footnote'), `Look![^a][^${key}]\n\n[^a]: a\n${note}`);
  });

  it('writes an inline link in a code block and the address where no Markdown is read', () => {
    assert.equal(cited('```\n‸\n```\n', 'footnote'), `\`\`\`\n${link}\n\`\`\`\n`);
    assert.equal(cited('a `code ‸` b', 'footnote'), `a \`code ${url}\` b`);
    assert.equal(cited('<!-- ‸ -->\n', 'referenceLink'), `<!-- ${url} -->\n`);
    assert.equal(cited('---\nsource: ‸\n---\n', 'inlineLink'), `---\nsource: ${url}\n---\n`);
    assert.equal(cited('[a](‸)', 'inlineLink'), `[a](${url})`);
  });

  it('adds no link within a link', () => {
    assert.equal(cited('[see ‸](https://a.example)', 'inlineLink'), `[see ${post.title}](https://a.example)`);
    const inLink = `[a ${post.title} b](https://example.org)`;
    assert.equal(cited('[a ‸ b](https://example.org)\n', 'referenceLink'), `${inLink}\n`);
    assert.equal(
      cited('[a ‸ b](https://example.org) ‸\n', 'referenceLink'),
      `${inLink} ${reference}\n\n[${key}]: ${url}\n`,
    );
  });

  it('keeps out of a definition, a table, a fence, a rule or an HTML block that it stands beside', () => {
    assert.equal(cited('[a]: /a‸', 'inlineLink'), `[a]: /a\n\n${link}`);
    assert.equal(cited('| a |\n|---|\n‸', 'inlineLink'), `| a |\n|---|\n\n${link}`);
    assert.equal(cited('```\na\n```‸\n', 'inlineLink'), `\`\`\`\na\n\`\`\`\n\n${link}\n`);
    assert.equal(cited('‸```\na\n```\n', 'inlineLink'), `${link}\n\n\`\`\`\na\n\`\`\`\n`);
    assert.equal(cited('Title\n---‸\n', 'inlineLink'), `Title\n---\n\n${link}\n`);
    assert.equal(cited('<div>\n</div>\n‸\n', 'inlineLink'), `<div>\n</div>\n\n${link}\n`);
  });

  it('cites in a document of a megabyte in well below a second', function () {
    this.timeout(20_000);
    const paragraph = `Some prose with [a link](https://a.example) and more.\n\n- item\n- item\n\n[x]: https://x.example\n\n`;
    const document = paragraph.repeat(Math.ceil(1e6 / paragraph.length));
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      cite({ document, post, format: 'footnote', selections: [{ start: 10, end: 10 }] });
      return process.cpuUsage(start).user / 1000;
    });
    assert.ok(Math.min(...times) < 1000, `${times} ms`);
  });
});
