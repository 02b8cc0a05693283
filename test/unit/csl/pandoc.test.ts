import assert from 'node:assert/strict';
import { shippedStyles } from '../../../src/core/csl';
import { figure, soak } from '../../figure';
import { hasPandoc } from '../citation/parsers';
import { ordinaryTitles } from '../citation/titles';
import { readMarkdown } from './formattedText';
import { formatWithPandoc } from './pandoc';
import { variedPosts } from './posts';
import { files, formatterOf, xmlOf } from './styles';

/** In what Pandoc's citeproc (here 0.6) and citeproc-js differ: each makes one text of both where that is all. */
const differences: readonly {
  readonly reason: string;
  readonly level: (text: string, other: string) => string;
}[] = [
  {
    reason: 'Pandoc does not sort the cites of a citation in which words stand before one',
    level: text => text.replace(/^\((.*)\)$/, (_, cites: string) => cites.split('; ').sort().join('; ')),
  },
  {
    reason:
      'Pandoc drops a comma behind a question or exclamation mark, citeproc-js keeps it, as Chicago has it',
    level: text => text.replace(/([?!]),(?=[”’])/g, '$1'),
  },
  {
    reason: 'Pandoc takes Chinese given names for initials',
    level: text => text.replace(/(?<=\p{Script=Han})\./gu, ''),
  },
  {
    reason: 'Pandoc flips quotation marks within a title that a style does not quote',
    level: text => text.replace(/[“”‘’]/g, '"'),
  },
  {
    reason: 'Pandoc begins a note with a capital',
    level: text => text.replace(/^\p{L}/u, letter => letter.toUpperCase()),
  },
  {
    reason: 'They capitalise words with signs in other ways, and Byline leaves names of code as they are',
    level: text => text.replace(/\S*[^\p{L}\s]\S*/gu, word => word.toLowerCase()),
  },
  {
    reason: 'Pandoc also puts dashes for a repeated title of a blog, and sorts what has no date elsewhere',
    level: (text, other) => (other.startsWith('———') && text.endsWith(other.slice(3)) ? other : text),
  },
];

const posts = variedPosts(soak ? ordinaryTitles : ordinaryTitles.slice(0, 24));
/** Each post is cited once, since a note style says less the second time. */
const pairs = posts
  .filter((_, at) => at % 2 === 0)
  .map((post, at) => [post, posts[at * 2 + 1]].filter(one => one !== undefined));

interface Comparison {
  /** Citations and entries, and how many of them are the same to the letter. */
  all: number;
  exact: number;
  /** How often each difference made one of two texts. */
  readonly used: Map<string, number>;
}

function compare(ours: string, theirs: string, comparison: Comparison): void {
  comparison.all++;
  let [one, other] = [ours.replace(/\s+/g, ' ').trim(), theirs];
  if (one === other) {
    comparison.exact++;
    return;
  }
  const { used } = comparison;
  for (const { reason, level } of differences) {
    if (one === other) break;
    [one, other] = [level(one, other), level(other, one)];
    if (one === other) used.set(reason, (used.get(reason) ?? 0) + 1);
  }
  assert.equal(one, other, `\n${ours}\n${theirs}`);
}

const comparisons = new Map<string, Comparison>();

/** Made once for each style, as Pandoc takes its time. @throws where the two differ in what is not listed */
function comparisonOf(style: string): Comparison {
  const known = comparisons.get(style);
  if (known) return known;
  const comparison: Comparison = { all: 0, exact: 0, used: new Map() };
  const formatter = formatterOf(style);
  const xml = xmlOf(files.get(style)!);
  const said = (...args: Parameters<typeof formatter.citation>) =>
    readMarkdown(formatter.citation(...args)).text;

  const single = formatWithPandoc(
    xml,
    posts,
    posts.map(({ id }) => `[@${id}]`),
  );
  for (const [at, post] of posts.entries())
    compare(said([{ post }], posts), single.citations[at]!, comparison);
  const entries = formatter.bibliography(posts);
  assert.deepEqual(entries.map(({ id }) => id).sort(), [...single.entries.keys()].sort());
  for (const { id, text } of entries) compare(readMarkdown(text).text, single.entries.get(id)!, comparison);

  const details = {
    prefix: 'see',
    suffix: 'for more',
    locator: { label: 'section', value: '3' },
  } as const;
  const clusters = pairs.map(
    ([one, other]) => `[see @${one!.id}, sec. 3, for more${other ? `; @${other.id}` : ''}]`,
  );
  const double = formatWithPandoc(xml, posts, clusters);
  for (const [at, pair] of pairs.entries()) {
    const cites = pair.map((post, index) => (index === 0 ? { post, details } : { post }));
    compare(said(cites, posts), double.citations[at]!, comparison);
  }
  comparisons.set(style, comparison);
  return comparison;
}

describe('What a style says, by Byline and by Pandoc', function () {
  this.timeout(120_000);

  for (const style of shippedStyles) {
    const skipped = hasPandoc ? '' : ' (skipped: there is no pandoc here)';
    (hasPandoc ? it : it.skip)(`is the same in ${style}, but for what is listed${skipped}`, () => {
      comparisonOf(style);
    });
  }

  (hasPandoc ? it : it.skip)('is the same to the letter in most citations and entries', () => {
    const all = shippedStyles.map(comparisonOf);
    const exact = sum(all.map(each => each.exact));
    const count = sum(all.map(each => each.all));
    figure(
      'Formatted by Pandoc',
      `${exact} of ${count} the same to the letter, the others but for what is listed`,
    );
    for (const { reason } of differences) {
      const times = sum(all.map(({ used }) => used.get(reason) ?? 0));
      if (times > 0) figure('Formatted by Pandoc', `${times}: ${reason}`);
    }
    assert.ok(exact > (count * 2) / 3, `${exact} of ${count}`);
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
