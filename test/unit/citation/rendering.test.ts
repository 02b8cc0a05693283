import assert from 'node:assert/strict';
import { figure, soak } from '../../figure';
import { contexts } from './contexts';
import { generatedTitles } from './generated';
import { hasPandoc, type Reading, readers, readWithPandoc } from './parsers';
import {
  type Case,
  casesOf,
  cslKinds,
  detailKinds,
  fault,
  type Kind,
  selectedKinds,
  titleKinds,
} from './rendering';
import { corpora, corpusTitles, naughtyTitles, ordinaryTitles } from './titles';

const inOne = ['a paragraph'];
/** One of so many; with BYLINE_SOAK all of them. */
const oneOf = (share: number, titles: readonly string[], seed = 0): readonly string[] =>
  titles.filter((_, at) => soak || at % share === seed % share);
let allReadings = 0;
function report(found: readonly string[], readings: number): void {
  allReadings += readings;
  assert.equal(found.length, 0, `${found.length} of ${readings} readings:\n${found.slice(0, 5).join('\n')}`);
}

/** How each parser reads the documents with a harmless text, which are few. */
const harmlessReadings = new Map(Object.keys(readers).map(parser => [parser, new Map<string, Reading>()]));

function check(cases: readonly Case[]): number {
  const found: string[] = [];
  let readings = 0;
  for (const [parser, read] of Object.entries(readers)) {
    const harmless = harmlessReadings.get(parser)!;
    for (const item of cases) {
      readings++;
      const other = harmless.get(item.harmless) ?? read(item.harmless);
      harmless.set(item.harmless, other);
      const stood = item.stood === undefined ? undefined : read(item.stood);
      const wrong = fault(item, { document: read(item.document), harmless: other, stood });
      if (wrong)
        found.push(
          `${parser}, ${item.kind.name}, ${item.context}: ${JSON.stringify(item.document)}: ${wrong}`,
        );
    }
  }
  report(found, readings);
  return readings;
}

function checkWithPandoc(titles: readonly string[], kinds?: readonly Kind[]): number {
  const cases = casesOf(titles, inOne, kinds, true);
  const found: string[] = [];
  let readings = 0;
  for (let start = 0; start < cases.length; start += 2000) {
    const some = cases.slice(start, start + 2000);
    for (const from of ['markdown-smart', 'gfm'] as const) {
      const [read, harmless, stood] = [
        some.map(({ document }) => document),
        some.map(item => item.harmless),
        some.map(item => item.stood ?? ''),
      ].map(documents => readWithPandoc(documents, from)) as [Reading[], Reading[], Reading[]];
      for (const [at, item] of some.entries()) {
        readings++;
        const readingsOf = {
          document: read[at]!,
          harmless: harmless[at]!,
          stood: item.stood === undefined ? undefined : stood[at],
        };
        // Pandoc's GFM composes characters.
        const wrong = fault(item, readingsOf, from === 'gfm');
        if (wrong)
          found.push(`pandoc ${from}, ${item.kind.name}: ${JSON.stringify(item.document)}: ${wrong}`);
      }
    }
  }
  report(found, readings);
  return readings;
}

const own = [...ordinaryTitles, ...naughtyTitles].filter(title => title.trim() !== '');

describe('The rendering of a cited title', function () {
  this.timeout(soak ? 3_600_000 : 300_000);

  after(() => figure('Cited titles, read by parsers', `${allReadings} readings`));

  it('is its cleaned form, with our link and nothing else, for titles of ours', () => {
    assert.ok(own.length >= 300);
    check(casesOf(oneOf(3, own), inOne));
  });

  for (const context of Object.keys(contexts).filter(name => name !== inOne[0])) {
    it(`is the same in this place: ${context}`, () => {
      const some = oneOf(12, own, context.length);
      check(casesOf(some, [context], [...titleKinds, ...(soak ? [...cslKinds, ...selectedKinds] : [])]));
    });
  }

  it('is the same for generated titles, seed 4', () => {
    for (const titles of batches(generatedTitles(soak ? 100_000 : 120, 4))) check(casesOf(titles, inOne));
  });

  const withPandoc = hasPandoc ? it : it.skip;
  const unless = hasPandoc ? '' : ' (skipped: Pandoc is not installed)';
  withPandoc(`is the same by Pandoc, as Markdown and as GFM${unless}`, () => {
    checkWithPandoc([...oneOf(4, own), ...generatedTitles(soak ? 300 : 60, 5)]);
  });

  const withCorpora = corpora ? it : it.skip;
  const without = corpora ? '' : ' (skipped: the corpora are not on this machine)';
  withCorpora(`is the same for public naughty strings and the CommonMark examples${without}`, () => {
    check(casesOf(oneOf(12, corpusTitles()), inOne));
  });
  for (const context of soak ? Object.keys(contexts) : ['a table cell']) {
    withCorpora(`is the same for those in this place: ${context}${without}`, () => {
      check(
        casesOf(oneOf(24, corpusTitles(), 5), [context], soak ? [...titleKinds, ...cslKinds] : titleKinds),
      );
    });
  }
  (corpora && hasPandoc ? it : it.skip)(`is the same for those by Pandoc${without || unless}`, () => {
    checkWithPandoc(oneOf(24, corpusTitles(), 7));
  });

  const others: Readonly<Record<string, readonly Kind[]>> = {
    'in a citation style, but for the quotation marks of its language': cslKinds,
    'when it is selected and becomes the text of a link': selectedKinds,
    'as a prefix, a suffix, a heading or a quote': detailKinds,
  };
  for (const [name, kinds] of Object.entries(others)) {
    it(`is the same ${name}`, () => {
      check(casesOf(oneOf(8, own), ['a paragraph', 'a table cell'], kinds));
      for (const titles of batches(generatedTitles(soak ? 5000 : 25, 6)))
        check(casesOf(titles, inOne, kinds));
    });
    withCorpora(`is the same for public naughty strings ${name}${without}`, () => {
      check(casesOf(oneOf(48, corpusTitles(), 11), inOne, kinds));
    });
    withPandoc(`is the same by Pandoc ${name}${unless}`, () => {
      const others = corpora ? oneOf(48, corpusTitles(), 13) : [];
      checkWithPandoc([...oneOf(8, own, 3), ...generatedTitles(soak ? 50 : 10, 7), ...others], kinds);
    });
  }
});

/** So that the documents of 100,000 titles need not be in memory at once. */
function* batches(titles: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < titles.length; at += 1000) yield titles.slice(at, at + 1000);
}
