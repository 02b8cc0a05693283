import assert from 'node:assert/strict';
import { comparePosts } from '../../../src/core/comparePosts';
import { postRuns } from '../../../src/core/grouping/postRuns';
import type { PartialDate } from '../../../src/core/post';
import { makePost } from '../../fakes';

const posts = (...dates: readonly (PartialDate | undefined)[]) =>
  dates.map((issued, index) => makePost({ id: `p${index}`, ...(issued && { issued }) })).sort(comparePosts);

describe('runs of posts', () => {
  it('are by year, the undated last', () => {
    const runs = postRuns(posts({ year: 2020, month: 2 }, undefined, { year: 2021 }, { year: 2020 }), 2);
    assert.deepEqual(
      runs.map(run => ['date' in run && run.date, run.posts.length]),
      [
        [{ year: 2021 }, 1],
        [{ year: 2020 }, 2],
        [undefined, 1],
      ],
    );
  });

  it('are by month within one year, by day within one month', () => {
    const months = postRuns(
      posts({ year: 2020, month: 2, day: 1 }, { year: 2020, month: 3 }, { year: 2020 }),
      2,
    );
    assert.deepEqual(
      months.map(run => 'date' in run && run.date),
      [{ year: 2020, month: 3 }, { year: 2020, month: 2 }, { year: 2020 }],
    );
    const days = postRuns(posts({ year: 2020, month: 2, day: 1 }, { year: 2020, month: 2 }), 1);
    assert.deepEqual(
      days.map(run => run.key),
      ['2020-2-1', '2020-2-'],
    );
  });

  it('are by title where the dates are the same, with keys of their own and every post once', () => {
    const same = Array.from({ length: 50 }, (_, index) =>
      makePost({ id: `s${index}`, title: index < 30 ? 'Same' : `Title ${index}` }),
    ).sort(comparePosts);
    const runs = postRuns(same, 10);
    assert.ok(runs.length > 1 && runs.length <= 10 && runs.every(run => 'first' in run));
    assert.equal(new Set(runs.map(run => run.key)).size, runs.length);
    assert.deepEqual(
      runs.flatMap(run => run.posts),
      same,
    );
  });

  it('get shorter with each level, however many posts there are', () => {
    let level = Array.from({ length: 20_000 }, (_, index) => makePost({ id: `n${index}`, title: 'Same' }));
    for (let depth = 0; level.length > 20; depth++) {
      assert.ok(depth < 5);
      const runs = postRuns(level, 20);
      assert.ok(runs.length <= 20);
      level = [...runs[0]!.posts];
    }
  });
});
