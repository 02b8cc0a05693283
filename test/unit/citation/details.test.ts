import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CitationDetails, type CitationFormat, cite, renderCitation } from '../../../src/core/citation';
import { locatorText, readLocator } from '../../../src/core/citation/aroundCitation';
import { quoteIn, withoutTextFragment, withTextFragment } from '../../../src/core/citation/textFragment';
import { applyEdits } from '../../../src/core/document/textEdit';
import type { Post } from '../../../src/core/post';
import { cleanText } from '../../../src/core/text';
import { soak } from '../../figure';

const url = 'https://a.example/types';
const post: Post = {
  id: 'li2020types',
  title: 'On Types',
  author: [{ family: 'Li', given: 'Ann' }],
  issued: { year: 2020 },
  url,
  keywords: [],
};
const { url: _, ...unaddressed } = post;

const written = (
  details: CitationDetails,
  format: CitationFormat = 'inlineLink',
  of: Post = post,
): string => {
  const { text, definition } = renderCitation(of, format, { details });
  return definition === undefined ? text : `${text}\n${definition}`;
};
const section = { label: 'section', value: '3' } as const;

describe('The details of a citation', () => {
  it('stand around it in each format', () => {
    const details = { prefix: 'see', locator: section, suffix: 'for the figures' };
    assert.equal(written(details), `see [On Types](${url}), sec. 3, for the figures`);
    assert.equal(
      written(details, 'referenceLink'),
      `see [On Types][li2020types], sec. 3, for the figures\n[li2020types]: ${url}`,
    );
    assert.equal(
      written(details, 'footnote'),
      `[^li2020types]\n[^li2020types]: see Ann Li. "On Types." 2020. <${url}>, sec. 3, for the figures`,
    );
    assert.equal(written(details, 'pandoc'), '[see @li2020types, sec. 3, for the figures]');
    assert.equal(
      written(details, 'inlineLink', unaddressed),
      'see Ann Li. "On Types." 2020, sec. 3, for the figures.',
    );
  });

  it('name where in the post by the terms of Pandoc, of a heading in quotation marks', () => {
    const term = (label: 'section' | 'page' | 'line' | 'figure', value: string) =>
      locatorText({ label, value });
    assert.equal(term('section', '3.1'), 'sec. 3.1');
    assert.equal(term('page', '12–14'), 'pp. 12–14');
    assert.equal(term('page', 'iv'), 'p. iv');
    assert.equal(term('figure', '2, 3'), 'figs. 2, 3');
    assert.equal(term('line', '7'), 'line 7');
    assert.equal(term('section', 'How it works'), 'sec. “How it works”');
    assert.equal(term('section', '3 ways to fail'), 'sec. “3 ways to fail”');
  });

  it('keep their own punctuation', () => {
    assert.equal(written({ suffix: '; see below' }), `[On Types](${url}); see below`);
    assert.equal(written({ suffix: '(in part)' }), `[On Types](${url}) (in part)`);
    assert.equal(written({ suffix: '— in part' }), `[On Types](${url}) — in part`);
    assert.equal(written({ prefix: '“' }), `“[On Types](${url})`);
    assert.equal(
      written({ prefix: ' ', suffix: '\n', locator: { label: 'page', value: ' ' } }),
      `[On Types](${url})`,
    );
  });

  it('are escaped, so that they are text only', () => {
    const naughty = { prefix: '*see* [x](y) `', suffix: '<b> @a; [^1] $x$' };
    assert.equal(
      written(naughty),
      `\\*see\\* \\[x\\](y) \\\` [On Types](${url}), \\<b> \\@a; \\[^1\\] \\$x\\$`,
    );
    assert.equal(
      written(naughty, 'pandoc'),
      '[\\*see\\* \\[x\\](y) \\` @li2020types, \\<b> \\@a\\; \\[^1\\] \\$x\\$]',
    );
  });

  it('tell Pandoc what is a locator and what is none', () => {
    const p = (details: CitationDetails) =>
      written(details, 'pandoc').slice(1, -1).replace('li2020types', 'k');
    assert.equal(p({ suffix: '3 examples' }), '@k{}, 3 examples');
    assert.equal(p({ suffix: '{x}' }), '@k{}, {x}');
    assert.equal(p({ locator: section, suffix: '4 examples' }), '@k, {sec. 3}, 4 examples');
    assert.equal(p({ locator: { label: 'page', value: 'A.3' } }), '@k, {p. A.3}');
    assert.equal(p({ locator: { label: 'section', value: 'How it works' } }), '@k, sec. “How it works”');
    assert.equal(p({ locator: { label: 'quote', value: 'types are sets' } }), '@k, “types are sets”');
  });

  it('point to a quote by a text fragment of the address, and tell it where there is none', () => {
    const details = { locator: { label: 'quote', value: 'a well-known, old & new' } } as const;
    const fragment = '#:~:text=a%20well%2Dknown%2C%20old%20%26%20new';
    assert.equal(written(details), `[On Types](${url}${fragment})`);
    assert.equal(
      written(details, 'referenceLink'),
      `[On Types][li2020types]\n[li2020types]: ${url}${fragment}`,
    );
    assert.match(
      written(details, 'footnote'),
      /"On Types\." 2020\. <https:\/\/a\.example\/types#:~:text=a%20w\S*new>$/,
    );
    assert.equal(
      written(details, 'inlineLink', unaddressed),
      'Ann Li. "On Types." 2020, “a well-known, old & new”.',
    );
    const wording = { linkText: '{title}', note: '{title}' };
    assert.equal(
      renderCitation(post, 'footnote', { details, wording }).definition,
      '[^li2020types]: On Types, “a well-known, old & new”',
    );
  });

  it('give a note with other details a label of its own, and none to the same one', () => {
    const at = (document: string, details?: CitationDetails) => {
      const { edits } = cite({
        document,
        post,
        format: 'footnote',
        selections: [{ start: 1, end: 1 }],
        ...(details && { details }),
      });
      return applyEdits(document, edits);
    };
    const once = at('A\n', { locator: section });
    assert.equal(
      once,
      `A[^li2020types-sec3]\n\n[^li2020types-sec3]: Ann Li. "On Types." 2020. <${url}>, sec. 3\n`,
    );
    const twice = at(once, { locator: section });
    assert.equal(twice, once.replace('A[', 'A[^li2020types-sec3] ['));
    assert.match(
      at(twice),
      /^A\[\^li2020types\] \[.*\n\n.*\n\[\^li2020types\]: Ann Li\. "On Types\." 2020\. <https:\S*>\n$/,
    );
    assert.match(at(twice, { suffix: 'too' }), /^A\[\^li2020types-note\]/);
    assert.match(at(twice, { locator: { label: 'page', value: '12–14' } }), /^A\[\^li2020types-pp1214\]/);
  });

  it('give a quote a link definition of its own', () => {
    const details = { locator: { label: 'quote', value: 'sets' } } as const;
    const document = `A [x][li2020types].\n\n[li2020types]: ${url}\n`;
    const { edits } = cite({
      document,
      post,
      format: 'referenceLink',
      selections: [{ start: 1, end: 1 }],
      details,
    });
    assert.equal(
      applyEdits(document, edits),
      `A[On Types][li2020types-quote] [x][li2020types].\n\n[li2020types]: ${url}\n[li2020types-quote]: ${url}#:~:text=sets\n`,
    );
  });
});

describe('A text fragment', () => {
  it('stands behind the fragment that is there, in place of another directive', () => {
    assert.equal(withTextFragment('https://a.example/#id', 'x'), 'https://a.example/#id:~:text=x');
    assert.equal(withTextFragment('https://a.example/#', 'x'), 'https://a.example/#:~:text=x');
    assert.equal(withTextFragment('https://a.example/#id:~:text=y', 'x'), 'https://a.example/#id:~:text=x');
    assert.equal(withTextFragment(url, ' '), url);
  });

  it('names a long quote by its first and last words', () => {
    const quote =
      'One two three, four five six seven eight nine ten eleven twelve thirteen fourteen fifteen, sixteen.';
    assert.equal(
      withTextFragment(url, quote),
      `${url}#:~:text=One%20two%20three%2C%20four,thirteen%20fourteen%20fifteen%2C%20sixteen.`,
    );
    assert.equal(withTextFragment(url, 'One two … the end'), `${url}#:~:text=One%20two,the%20end`);
    assert.equal(withTextFragment(url, '型は集合である。'.repeat(20)).includes(','), true);
  });

  it('is read back from an address, whoever wrote it', () => {
    assert.equal(quoteIn('https://a.example/#a:~:text=p-,one%20two,three,-s&text=four'), 'one two … three');
    assert.equal(quoteIn('https://a.example/#text=a'), undefined);
    assert.equal(quoteIn('https://a.example/#:~:text=%zz'), '%zz');
    assert.equal(withoutTextFragment('https://a.example/#:~:text=a'), 'https://a.example/');
    assert.equal(withoutTextFragment('https://a.example/#id:~:text=a'), 'https://a.example/#id');
    assert.equal(withoutTextFragment('https://a.example/#'), 'https://a.example/#');
  });

  it('says the same again when it is written again', function () {
    this.timeout(30_000);
    const quotes = fc.string({ unit: 'binary', maxLength: 200 }).filter(text => cleanText(text) !== '');
    fc.assert(
      fc.property(fc.oneof(quotes, fc.lorem({ maxCount: 40 })), quote => {
        const once = withTextFragment(url, quote);
        assert.match(once, /^https:\/\/a\.example\/types#:~:text=[\w.%]+(?:,[\w.%]+)?$/);
        assert.equal(withTextFragment(once, quote), once);
        assert.equal(withTextFragment(url, quoteIn(once)!), once);
        assert.equal(withoutTextFragment(once), url);
      }),
      { seed: 4, numRuns: soak ? 2000 : 300 },
    );
  });
});

describe('A locator', () => {
  it('is read back as it was written', () => {
    for (const label of [
      'section',
      'page',
      'paragraph',
      'chapter',
      'figure',
      'line',
      'note',
      'part',
    ] as const) {
      for (const value of ['3', '3.1', '12–14', '2, 3', 'iv', 'How it works', '3 ways']) {
        const text = locatorText({ label, value });
        assert.deepEqual(readLocator(`${text}, and so on`), { locator: { label, value }, end: text.length });
      }
    }
    assert.equal(readLocator('sec. three'), undefined);
    assert.deepEqual(readLocator('Section 3'), { locator: { label: 'section', value: '3' }, end: 9 });
    assert.equal(readLocator('Figures are in 3'), undefined);
  });
});
