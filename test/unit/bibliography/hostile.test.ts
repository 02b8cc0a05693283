import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/formats/bibliography';
import { figureOfTests } from '../../figure';
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

  it('takes no more memory for macros than a multiple of the file', () => {
    const { text } = hostile['one macro many times']!(5000);
    const { records, problems } = readBibliography(new TextEncoder().encode(text), 'a.bib')!;
    assert.ok(JSON.stringify(records).length < 3e6);
    assert.deepEqual(problems, [{ code: 'unreadableEntry', source: 'a.bib', line: 1, detail: '@string' }]);
  });

  it('takes time that grows with its length only', () => {
    const slow = Object.entries(hostile).flatMap(([what, make]) => {
      const best = (size: number) => {
        const { name, text } = make(size);
        const bytes = new TextEncoder().encode(text);
        // Of the processor, as the machine may be busy with other things.
        const times = [1, 2, 3].map(() => {
          const start = process.cpuUsage();
          readBibliography(bytes, name);
          return process.cpuUsage(start).user / 1000;
        });
        return Math.min(...times);
      };
      const [short, long] = [best(2000), best(16_000)];
      // Eight times the length: sixty-four times the time is quadratic. What takes no time can't be compared.
      return long > 400 && long > 32 * short ? [`${what}: ${short} ms, then ${long} ms`] : [];
    });
    assert.deepEqual(slow, []);
  }).timeout(20 * hang);
});
