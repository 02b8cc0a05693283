import assert from 'node:assert/strict';
import { contexts } from './contexts';
import { generatedTitles } from './generated';
import { hasPandoc, readers, readWithPandoc } from './parsers';
import { type Case, casesOf, fault } from './rendering';
import { corpora, corpusTitles, naughtyTitles, ordinaryTitles } from './titles';

const inOne = ['a paragraph'];
/** With BYLINE_SOAK everything is read in full. */
const soak = process.env.BYLINE_SOAK !== undefined;
const sampled = (_: string, at: number): boolean => soak || at % 4 === 0;
const report = (found: readonly string[], readings: number): void =>
  assert.equal(found.length, 0, `${found.length} of ${readings} readings:\n${found.slice(0, 5).join('\n')}`);

function check(cases: readonly Case[]): number {
  const found: string[] = [];
  let readings = 0;
  for (const [parser, read] of Object.entries(readers)) {
    for (const item of cases) {
      readings++;
      const wrong = fault(item, read(item.document), read(item.harmless));
      if (wrong) found.push(`${parser}, ${item.context}: ${JSON.stringify(item.document)}: ${wrong}`);
    }
  }
  report(found, readings);
  return readings;
}

function checkWithPandoc(cases: readonly Case[]): number {
  const found: string[] = [];
  let readings = 0;
  // One process for each kind of case, since a definition counts for the whole of its input.
  for (const { format, linked, context } of new Set(cases.slice(0, 5))) {
    const alike = cases.filter(
      item => item.format === format && item.linked === linked && item.context === context,
    );
    for (const from of ['markdown-smart', 'gfm'] as const) {
      const read = readWithPandoc(
        alike.map(({ document }) => document),
        from,
      );
      const harmless = readWithPandoc(
        alike.map(item => item.harmless),
        from,
      );
      for (const [at, item] of alike.entries()) {
        readings++;
        // Pandoc's GFM composes characters.
        const wrong = fault(item, read[at]!, harmless[at]!, from === 'gfm');
        if (wrong) found.push(`pandoc ${from}: ${JSON.stringify(item.document)}: ${wrong}`);
      }
    }
  }
  report(found, readings);
  return readings;
}

const own = [...ordinaryTitles, ...naughtyTitles].filter(title => title.trim() !== '');

describe('The rendering of a cited title', function () {
  this.timeout(soak ? 3_600_000 : 300_000);

  it(`is its cleaned form, with our link and nothing else, for ${own.length} titles of ours`, () => {
    assert.ok(own.length >= 300);
    check(casesOf(own, inOne));
  });

  for (const context of Object.keys(contexts).filter(name => name !== inOne[0])) {
    it(`is the same in this place: ${context}`, () => {
      check(
        casesOf(
          own.filter((_, at) => at % 3 === context.length % 3),
          [context],
        ),
      );
    });
  }

  it('is the same for generated titles, seed 4', () => {
    check(casesOf(generatedTitles(soak ? 20_000 : 600, 4), inOne));
  });

  const withPandoc = hasPandoc ? it : it.skip;
  const unless = hasPandoc ? '' : ' (skipped: Pandoc is not installed)';
  withPandoc(`is the same by Pandoc, as Markdown and as GFM${unless}`, () => {
    checkWithPandoc(casesOf([...own, ...generatedTitles(300, 5)], inOne));
  });

  const withCorpora = corpora ? it : it.skip;
  const without = corpora ? '' : ' (skipped: the corpora are not on this machine)';
  withCorpora(`is the same for public naughty strings and the CommonMark examples${without}`, () => {
    check(casesOf(corpusTitles(), inOne));
  });
  withCorpora(`is the same for those in a table cell${without}`, () => {
    check(casesOf(corpusTitles().filter(sampled), ['a table cell']));
  });
  (corpora && hasPandoc ? it : it.skip)(`is the same for those by Pandoc${without || unless}`, () => {
    checkWithPandoc(casesOf(corpusTitles(), inOne));
  });
});
