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

const places = Object.keys(contexts);
const inOne = ['a paragraph'];
const elsewhere = places.slice(1);
const markdownKinds = [...titleKinds, ...cslKinds];
/** One of so many; with BYLINE_SOAK all of them. */
const oneOf = (share: number, titles: readonly string[], seed = 0): readonly string[] =>
  titles.filter((_, at) => soak || at % share === seed % share);
const all = { parsers: { readings: 0, faults: 0 }, Pandoc: { readings: 0, faults: 0 } };
interface Found {
  readonly by: keyof typeof all;
  readonly readings: number;
  readonly faults: readonly string[];
}

function report(...found: readonly Found[]): void {
  for (const { by, readings, faults } of found) {
    all[by].readings += readings;
    all[by].faults += faults.length;
  }
  const readings = found.reduce((sum, one) => sum + one.readings, 0);
  const faults = found.flatMap(one => one.faults);
  const some = faults.slice(0, 20).join('\n');
  assert.equal(faults.length, 0, `${faults.length} of ${readings} readings:\n${some}`);
}

/** How each parser reads the documents with a harmless text, which are few. */
const harmlessReadings = new Map(Object.keys(readers).map(parser => [parser, new Map<string, Reading>()]));

function check(cases: readonly Case[]): Found {
  const faults: string[] = [];
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
        faults.push(
          `${parser}, ${item.kind.name}, ${item.context}: ${JSON.stringify(item.document)}: ${wrong}`,
        );
    }
  }
  return { by: 'parsers', readings, faults };
}

function checkWithPandoc(titles: readonly string[], kinds?: readonly Kind[], names = inOne): Found {
  const cases = casesOf(titles, names, kinds, true);
  const faults: string[] = [];
  let readings = 0;
  for (const from of ['markdown-smart', 'gfm'] as const) {
    const harmless = new Map<string, Reading>();
    for (let start = 0; start < cases.length; start += 2000) {
      const some = cases.slice(start, start + 2000);
      const unread = [...new Set(some.map(item => item.harmless))].filter(
        document => !harmless.has(document),
      );
      for (const [at, reading] of readWithPandoc(unread, from).entries()) harmless.set(unread[at]!, reading);
      const documents = some.map(({ document }) => document);
      const [read, stood] = [documents, some.map(item => item.stood ?? '')].map(texts =>
        readWithPandoc(texts, from),
      ) as [Reading[], Reading[]];
      for (const [at, item] of some.entries()) {
        // Pandoc's own Markdown has no footnotes within footnotes: it shows their labels.
        if (from === 'markdown-smart' && item.context === 'a footnote' && isFootnote(item.kind)) continue;
        readings++;
        const readingsOf = {
          document: read[at]!,
          harmless: harmless.get(item.harmless)!,
          stood: item.stood === undefined ? undefined : stood[at],
        };
        // Pandoc's GFM composes characters.
        const wrong = fault(item, readingsOf, from === 'gfm');
        if (wrong)
          faults.push(
            `pandoc ${from}, ${item.kind.name}, ${item.context}: ${JSON.stringify(item.document)}: ${wrong}`,
          );
      }
    }
  }
  return { by: 'Pandoc', readings, faults };
}

const isFootnote = ({ format, csl }: Kind): boolean => format === 'footnote' || csl?.kind === 'note';

const own = [...ordinaryTitles, ...naughtyTitles].filter(title => title.trim() !== '');

describe('The rendering of a cited title', function () {
  this.timeout(soak ? 3_600_000 : 300_000);

  after(() => {
    for (const [by, { readings, faults }] of Object.entries(all))
      figure(`Cited titles, read by ${by}`, `${faults} faults in ${readings} readings`);
  });

  it('is its cleaned form, with our link and nothing else, for titles of ours', () => {
    assert.ok(own.length >= 300);
    report(check(casesOf(oneOf(3, own), inOne)));
  });

  for (const context of elsewhere) {
    it(`is the same in this place: ${context}`, () => {
      const some = oneOf(12, own, context.length);
      const kinds = soak ? [...markdownKinds, ...selectedKinds] : titleKinds;
      report(check(casesOf(some, [context], kinds)));
    });
  }

  it('is the same for generated titles, in one place after the other, seed 4', () => {
    const titles = batches(generatedTitles(soak ? 100_000 : 120, 4), 10);
    report(...titles.map((some, turn) => check(casesOf(some, [inTurn(places, turn)]))));
  });

  const withPandoc = hasPandoc ? it : it.skip;
  const unless = hasPandoc ? '' : ' (skipped: Pandoc is not installed)';
  withPandoc(`is the same by Pandoc, as Markdown and as GFM${unless}`, () => {
    report(checkWithPandoc([...oneOf(4, own), ...generatedTitles(60, 5)]));
  });
  withPandoc(`is the same by Pandoc in other places${unless}`, () => {
    const some = oneOf(80, own, 9);
    if (!soak) report(checkWithPandoc(some, titleKinds, elsewhere));
    else report(...elsewhere.map(context => checkWithPandoc(some, markdownKinds, [context])));
  });
  withPandoc(
    `is the same by Pandoc for generated titles, linked and not, in one place after the other${unless}`,
    () => {
      const titles = batches(generatedTitles(soak ? 100_000 : 40, 4), 1000);
      const found = titles.map((some, turn) => {
        const round = Math.floor(turn / places.length);
        const kinds = [inTurn(titleKinds.slice(0, 2), round), inTurn(titleKinds.slice(2), round)];
        return checkWithPandoc(some, kinds, [inTurn(places, turn)]);
      });
      report(...found);
    },
  );

  const withCorpora = corpora ? it : it.skip;
  const without = corpora ? '' : ' (skipped: the corpora are not on this machine)';
  withCorpora(`is the same for public naughty strings and the CommonMark examples${without}`, () => {
    report(check(casesOf(oneOf(12, corpusTitles()), inOne)));
  });
  for (const context of soak ? places : ['a table cell']) {
    withCorpora(`is the same for those in this place: ${context}${without}`, () => {
      const kinds = soak ? markdownKinds : titleKinds;
      report(check(casesOf(oneOf(24, corpusTitles(), 5), [context], kinds)));
    });
  }
  for (const context of soak ? places : inOne) {
    (corpora && hasPandoc ? it : it.skip)(
      `is the same for those by Pandoc in this place: ${context}${without || unless}`,
      () => {
        const kinds = soak ? markdownKinds : titleKinds;
        report(checkWithPandoc(oneOf(24, corpusTitles(), 7), kinds, [context]));
      },
    );
  }

  const others: Readonly<Record<string, readonly Kind[]>> = {
    'in a citation style, but for the quotation marks of its language': cslKinds,
    'when it is selected and becomes the text of a link': selectedKinds,
    'as a prefix, a suffix, a heading or a quote': detailKinds,
  };
  for (const [name, kinds] of Object.entries(others)) {
    it(`is the same ${name}`, () => {
      const titles = batches(generatedTitles(soak ? 5000 : 25, 6), 1000);
      report(
        check(casesOf(oneOf(8, own), ['a paragraph', 'a table cell'], kinds)),
        ...titles.map(some => check(casesOf(some, inOne, kinds))),
      );
    });
    withCorpora(`is the same for public naughty strings ${name}${without}`, () => {
      report(check(casesOf(oneOf(48, corpusTitles(), 11), inOne, kinds)));
    });
    withPandoc(`is the same by Pandoc ${name}${unless}`, () => {
      const others = corpora ? oneOf(48, corpusTitles(), 13) : [];
      const titles = [...oneOf(8, own, 3), ...generatedTitles(soak ? 50 : 10, 7), ...others];
      report(checkWithPandoc(titles, kinds));
    });
  }
});

/** So that the documents of 100,000 titles need not be in memory at once. */
const batches = (titles: readonly string[], size: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(titles.length / size) }, (_, at) =>
    titles.slice(at * size, (at + 1) * size),
  );

const inTurn = <T>(all: readonly T[], turn: number): T => all[turn % all.length]!;
