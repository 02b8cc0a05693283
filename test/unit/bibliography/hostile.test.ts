import assert from 'node:assert/strict';
import { libraryFormat, readBibliography } from '../../../src/core/formats/bibliography';
import { runWhole } from '../../../src/core/sliced';
import { figureOfTests } from '../../figure';
import { superlinear } from '../../growth';
import { hostile } from './hostileFiles';

/** Milliseconds of the processor within which each has to end. */
const hang = 10_000;

const scale = process.env.BYLINE_SOAK ? 10 : 1;

describe('a hostile bibliography', function () {
  this.timeout(6 * hang * scale);
  figureOfTests('hostile bibliographies', /^ends in time/);
  for (const [what, make] of Object.entries(hostile)) {
    it(`ends in time with what can be read: ${what}`, () => {
      const { name, text, posts } = make(50_000 * scale);
      const start = process.cpuUsage();
      const { records } = readBibliography(new TextEncoder().encode(text), name)!;
      const took = process.cpuUsage(start).user / 1000;
      assert.ok(took < hang * scale, `it took ${took} ms`);
      // Long entries are refused.
      assert.ok(records.length === posts || text.length > 1_000_000, `${records.length} posts`);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });
  }

  it('has no more entries read than 100,000 short ones, which is told and keeps the file from being written', () => {
    const short = {
      bib: '@misc{a, title={T}}\n',
      ris: 'TY  - BLOG\nTI  - T\n',
      yaml: '- title: T\n',
    };
    for (const [ending, entry] of Object.entries(short)) {
      const bytes = new TextEncoder().encode(entry.repeat(100_001));
      const reading = runWhole(libraryFormat(`a.${ending}`).reading(bytes, 'a'));
      assert.equal(reading.posts.length, 100_000);
      const line = 100_000 * (entry.split('\n').length - 1) + 1;
      assert.deepEqual(reading.problems, [{ code: 'longBibliography', source: 'a', line, detail: '100000' }]);
      assert.equal(reading.writable, false);
    }
  }).timeout(6 * hang);

  it('is read whole where its entries are as long as those of people, however many', () => {
    const entry = `@online{a, title={T}, abstract={${'word '.repeat(50)}}}\n`;
    const { records, problems } = readBibliography(new TextEncoder().encode(entry.repeat(100_500)), 'a.bib')!;
    assert.equal(records.length, 100_500);
    assert.deepEqual(problems, []);
  }).timeout(6 * hang);

  it('has a thousand problems of a kind told, and the others counted', () => {
    const text = '@misc{a}\n'.repeat(1500) + '@misc{b, title={T}, url={mailto:a}}\n'.repeat(1200);
    const { problems } = readBibliography(new TextEncoder().encode(text), 'a.bib')!;
    assert.equal(problems.filter(({ code }) => code === 'untitledEntry').length, 1000);
    assert.equal(problems.filter(({ code }) => code === 'unusableAddress').length, 1000);
    assert.deepEqual(problems.at(-1), { code: 'moreProblems', source: 'a.bib', detail: '700' });
  });

  it('has all the chapters of its books, however short they are', () => {
    const chapters = Array.from(
      { length: 20_000 },
      (_, at) => `@inproceedings{k${at}, title={T}, crossref={p${at % 9}}}`,
    );
    const books = Array.from(
      { length: 9 },
      (_, at) => `@proceedings{p${at}, title={A conference}, year={2020}, xdata={x}}`,
    );
    const text = [...chapters, ...books, '@xdata{x, publisher={P}, address={Berlin}}'].join('\n');
    const { records, problems } = readBibliography(new TextEncoder().encode(text), 'a.bib')!;
    assert.deepEqual(problems, []);
    const chaptersRead = records.slice(0, chapters.length);
    assert.ok(
      chaptersRead.every(
        ({ containerTitle, extra }) => containerTitle === 'A conference' && extra?.publisher === 'P',
      ),
    );
  }).timeout(6 * hang);

  it('takes no more memory for macros than a multiple of the file', () => {
    const { text } = hostile['one macro many times']!(5000);
    const { records, problems } = readBibliography(new TextEncoder().encode(text), 'a.bib')!;
    assert.ok(JSON.stringify(records).length < 3e6);
    assert.deepEqual(problems, [{ code: 'unreadableEntry', source: 'a.bib', line: 1, detail: '@string' }]);
  });

  it('takes time that grows with its length only', () => {
    const work = (make: (typeof hostile)[string], size: number) => {
      const { name, text } = make(size);
      const bytes = new TextEncoder().encode(text);
      return () => readBibliography(bytes, name);
    };
    assert.deepEqual(superlinear(hostile, work, [2000, 16_000]), []);
  }).timeout(20 * hang);
});
