import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cite } from '../../../src/core/citation';
import { applyEdits } from '../../../src/core/document/textEdit';
import { makePost } from '../../fakes';
import { soak } from '../../figure';
import { readers } from './parsers';

const url = 'https://example.com/a';
const post = makePost({ id: 'a', title: 'Title', url });

/** The document with the post cited for what stands between the two marks. */
function cited(marked: string, format: 'inlineLink' | 'referenceLink' | 'footnote' = 'inlineLink'): string {
  const [before = '', selected = '', after = ''] = marked.split('‸');
  const document = before + selected + after;
  const selections = [{ start: before.length, end: before.length + selected.length }];
  const { edits } = cite({ document, post, format, selections });
  return applyEdits(document, edits);
}

describe('Citing for selected text', () => {
  it('links it as it stands, emphasis and code included', () => {
    assert.equal(cited('See ‸the *long* `post`‸.'), `See [the *long* \`post\`](${url}).`);
    assert.equal(
      cited('See ‸a_b * c $5 <b>d</b> \\* &amp;‸.'),
      `See [a_b * c $5 <b>d</b> \\* &amp;](${url}).`,
    );
    assert.equal(cited('See ‸an ![image](i.png)‸.'), `See [an ![image](i.png)](${url}).`);
    assert.equal(cited('> a ‸b\n> c‸ d\n'), `> a [b\n> c](${url}) d\n`);
  });

  it('leaves white space and the markers of blocks outside', () => {
    assert.equal(cited('a‸ b ‸c'), `a [b](${url}) c`);
    assert.equal(cited('‸# Heading\n‸\nText\n'), `# [Heading](${url})\n\nText\n`);
    assert.equal(cited('## ‸Heading ##‸\n'), `## [Heading](${url}) ##\n`);
    assert.equal(cited('## ‸C#‸\n'), `## [C#](${url})\n`);
    assert.equal(cited('- ‸1. item‸\n'), `- 1. [item](${url})\n`);
    assert.equal(cited('‸- item\n‸- other\n'), `- [item](${url})\n- other\n`);
    assert.equal(cited('| a |\n|---|\n| ‸b c‸ |\n'), `| a |\n|---|\n| [b c](${url}) |\n`);
  });

  it('escapes only what would end the link or make something else of it', () => {
    assert.equal(cited('a ‸b] c [d‸ e'), `a [b\\] c \\[d](${url}) e`);
    assert.equal(cited('a ‸b [c] d‸ e'), `a [b [c] d](${url}) e`);
    assert.equal(cited('a ‸^b‸ c'), `a [\\^b](${url}) c`);
    assert.equal(cited('a‸*"b"*‸c *d*'), `a[\\*"b"\\*](${url})c *d*`);
    assert.equal(cited('Look!‸a‸ b'), `Look! [a](${url}) b`);
    assert.equal(cited('a `]` ‸`]` b‸'), `a \`]\` [\`]\` b](${url})`);
  });

  it('puts no link into a link', () => {
    assert.equal(cited('‸see [this *one*](https://b.example "t") here‸'), `[see this *one* here](${url})`);
    assert.equal(cited('‸see [this][x]‸\n\n[x]: /x\n'), `[see this](${url})\n\n[x]: /x\n`);
    assert.equal(cited('‸see <https://b.example>‸'), `[see https\\://b.example](${url})`);
    assert.equal(cited('‸[Old](https://b.example)‸'), `[Old](${url})`);
  });

  it('takes the whole of the code or emphasis that the selection cuts', () => {
    assert.equal(cited('a ‸b `c‸ d` e'), `a [b \`c d\`](${url}) e`);
    assert.equal(cited('a ‸**b‸** c'), `a [**b**](${url}) c`);
    assert.equal(cited('a *‸b*‸ c'), `a [*b*](${url}) c`);
    assert.equal(cited('a ‸b **c‸ d** e'), `a [b **c d**](${url}) e`);
    assert.equal(cited('_a **b ‸c** d_ e‸'), `[_a **b c** d_ e](${url})`);
    assert.equal(cited('a ‸b * c_d‸ *'), `a [b * c_d](${url}) *`);
    assert.equal(cited('a **‸b‸** c'), `a **[b](${url})** c`);
  });

  it('stands behind it where it cannot be linked', () => {
    assert.equal(cited('‸one\n\ntwo‸ three'), `one\n\ntwo [Title](${url}) three`);
    assert.equal(cited('‸| a | b |‸\n|---|---|\n'), `| a | b | [Title](${url})\n|---|---|\n`);
    assert.equal(cited('a ‸b[^1]‸ c\n\n[^1]: x\n'), `a b[^1] [Title](${url}) c\n\n[^1]: x\n`);
    assert.equal(cited('a ‸b‸ c', 'footnote').split('\n')[0], 'a b[^a] c');
  });

  it('changes nothing but the link, whatever the text is', function () {
    this.timeout(60_000);
    const piece = fc.constantFrom(
      ...'`[]()\\!<>^#|'.split(''),
      ...[
        '\n',
        '> ',
        ' ',
        'word',
        'a',
        ' [x](y) ',
        '`c`',
        '**b** c',
        ' <https://c.example> ',
        '![i](j)',
        '[^1]',
        '[@k]',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
    let linked = 0;
    fc.assert(
      // Brackets within a word may change what a mark of emphasis beside them means.
      fc.property(text, text, text, (left, selected, right) => {
        const [before, after] = [`${left} `, ` ${right}`];
        const document = before + selected + after;
        const start = before.length;
        const { edits, carets } = cite({
          document,
          post,
          format: 'inlineLink',
          selections: [{ start, end: start + selected.length }],
        });
        const edited = applyEdits(document, edits);
        for (const [at, edit] of edits.entries()) {
          assert.ok(edit.start >= (edits[at - 1]?.end ?? 0) && edit.end >= edit.start);
        }
        assert.equal(carets.length, 1);
        if (edits.length < 2) return;
        linked++;
        const was = readers['micromark with GFM']!(document);
        const is = readers['micromark with GFM']!(edited);
        // A space may keep the brackets apart from what stands beside them.
        assert.equal(is.text.replace(/\s/g, ''), was.text.replace(/\s/g, ''), edited);
        assert.equal(is.links.filter(link => link.url === url).length, 1, edited);
      }),
      { seed: 7, numRuns: soak ? 2000 : 300 },
    );
    assert.ok(linked > 200, `${linked}`);
  });

  it('makes one link in every parser', () => {
    for (const selected of [
      'the *long* `post`',
      'b] c [d',
      'b [c] d',
      'see <https://b.example/x> and www.c.example',
      '^b',
    ]) {
      const document = cited(`See ‸${selected}‸ for more.\n`);
      for (const [name, read] of Object.entries(readers)) {
        const links = read(document).links.map(link => link.url);
        assert.deepEqual(links, [url], `${name}: ${document}`);
      }
    }
  });
});
