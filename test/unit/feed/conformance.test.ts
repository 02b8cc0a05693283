import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../../../scripts/conformance/differences';
import { holds, untold, type Value } from '../../../scripts/conformance/evaluate';
import { parseExpression } from '../../../scripts/conformance/expression';
import { judge } from '../../../scripts/conformance/judge';
import { outOfScope } from '../../../scripts/conformance/scope';
import { figure } from '../../figure';

const corpora = process.env.BYLINE_CORPORA ?? join(import.meta.dirname, '../../../../shared/corpora');
const folder = join(corpora, 'feedparser-tests');

describe("feedparser's assertions", () => {
  const feed = new Map<string, Value>([
    ['title', 'A'],
    ['tags', [new Map<string, Value>([['term', 'x']])]],
  ]);
  const names = new Map<string, Value>([
    ['feed', feed],
    ['entries', []],
    ['bozo', untold],
  ]);
  const judged: Readonly<Record<string, boolean>> = {
    "feed['title'] == 'A'": true,
    "feed['title'] == u'\\x41' and not feed['title'] == 'B'": true,
    "feed.title == 'B' or feed['tags'][0]['term'] == 'x'": true,
    "feed['tags'][-1] == {'term': 'x'} and len(entries) == 0": true,
    "not bozo and feed['title'] == ('A')": true,
    "bozo and 'title' in feed and not feed.has_key('link')": true,
    "feed['title'] == 'A' == 'A' and (1, 2) == (1, 2)": true,
    "feed['title'] == 'B'": false,
    "feed['title'] == 'A' and feed['title'] == 'B'": false,
    "feed['tags'][0] == {'term': 'y'}": false,
    "not feed['title']": false,
    'len(entries) == 1': false,
  };
  for (const [text, expected] of Object.entries(judged)) {
    it(`${text} ${expected ? 'holds' : 'does not hold'}`, () =>
      assert.equal(holds(parseExpression(text), names), expected));
  }

  it('fail by an error where they name what is not there', () => {
    assert.throws(() => holds(parseExpression("feed['link'] == 'x'"), names));
  });

  it('are in scope by what they name', () => {
    const reason = (text: string) => outOfScope(parseExpression(text));
    assert.equal(reason("not bozo and entries[0]['title_detail']['base'] == 'x'"), undefined);
    assert.equal(reason("entries[0]['title'] == 'x' and feed['image']['href'] == 'x'"), 'pictures');
    assert.equal(reason('not bozo'), undefined);
    assert.equal(reason("version == 'rss20'"), undefined);
    assert.match(reason("feed.has_key('abc')")!, /other/);
  });

  const without = existsSync(folder) ? '' : ' (skipped: the corpora are not on this machine)';
  (without ? it.skip : it)(
    `hold for at least 96 % of the files in scope, and fail only for known reasons, and no reading throws${without}`,
    function () {
      this.timeout(60_000);
      const { files, groups, thrown, unread } = judge(folder);
      const sum = (field: 'inScope' | 'passed') =>
        [...groups.values()].reduce((total, group) => total + group[field], 0);
      const [inScope, passed] = [sum('inScope'), sum('passed')];
      figure(
        'conformance of feeds',
        `${passed} of ${inScope} in scope (${((100 * passed) / inScope).toFixed(1)} %), ${thrown.length} of ${files} threw`,
      );
      assert.deepEqual([thrown, unread], [[], []]);
      assert.ok(inScope >= 1800, `${inScope} in scope`);
      assert.ok(passed >= 0.96 * inScope, `${passed} of ${inScope}`);
      const failing = [...groups.values()].flatMap(group => group.failing);
      assert.deepEqual(failing.sort(), [...differences.values()].flat().sort());
    },
  );
});
