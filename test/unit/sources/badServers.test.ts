import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../src/core/problem';
import type { ToldEntry } from '../../../src/core/sources/reading';
import { type ReadPorts, readSource, type SourceMemory } from '../../../src/core/sources/readSource';
import { dueAt } from '../../../src/core/sources/schedule';
import type { Source } from '../../../src/core/sources/source';
import type { SourceState } from '../../../src/core/sources/state';
import { createHttpClient } from '../../../src/node/httpClient';
import type { BehaviourName } from '../../badServer';
import { figure, soak } from '../../figure';
import { Site } from './site';

const hour = 3_600_000;

interface Expected {
  readonly failure?: ProblemCode;
  readonly outcome?: 'changed' | 'unchanged';
  /** Of the state, in hours from now: when the source is due at the least, and whether it is paused. */
  readonly dueAfter?: number;
  readonly isGone?: boolean;
  readonly count?: number;
}

const failed = (failure: ProblemCode, more: Expected = {}): Expected => ({
  failure,
  dueAfter: 0.75,
  ...more,
});

/** What becomes of a feed that was read before, by what its server does now. */
const behaviours: Partial<Record<BehaviourName, Expected>> = {
  good: { outcome: 'changed' },
  gzip: { outcome: 'changed' },
  rawDeflate: { outcome: 'changed' },
  movedTwice: { outcome: 'changed' },
  found: { outcome: 'changed' },
  notModified: { outcome: 'unchanged' },
  drip: failed('timedOut'),
  headerDrip: failed('timedOut'),
  noResponse: failed('timedOut'),
  endlessEarlyHints: failed('timedOut'),
  hangUp: failed('noConnection'),
  resetInBody: failed('cutOff'),
  shorterThanSaid: failed('cutOff'),
  // What comes within the length is an empty feed.
  longerThanSaid: { outcome: 'unchanged', count: 0 },
  cutChunks: failed('cutOff'),
  badChunks: failed('cutOff'),
  endless: failed('tooLarge'),
  endlessSmallChunks: failed('tooLarge'),
  gzipBomb: failed('tooLarge'),
  endlessEmptyGzip: failed('tooLarge'),
  tenTimesGzip: failed('badEncoding'),
  badGzip: failed('badEncoding'),
  cutGzip: failed('badEncoding'),
  redirectLoop: failed('redirectLoop'),
  movedToItself: failed('redirectLoop'),
  cookieRedirect: failed('redirectLoop'),
  manyRedirects: failed('tooManyRedirects'),
  movedToNothing: failed('notFound'),
  redirectToNowhere: failed('unexpectedStatus'),
  redirectToFile: failed('unusableScheme'),
  redirectToJunk: failed('badResponse'),
  tooManyRequests: failed('tooManyRequests', { dueAfter: 1 }),
  tooManyRequestsUntil: failed('tooManyRequests', { dueAfter: 48 }),
  unavailable: failed('serverError'),
  endlessUnavailable: failed('serverError'),
  gone: failed('gone', { isGone: true }),
  notFound: failed('notFound'),
  forbidden: failed('forbidden'),
  html: failed('noFeed'),
  empty: failed('noFeed'),
  hugeHeaders: failed('tooLarge'),
  endlessHeaders: failed('tooLarge'),
  notHttp: failed('badResponse'),
  upgrade: failed('badResponse'),
};

describe('a source of a bad server', function () {
  this.timeout(40_000);
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  let right = 0;
  after(async () => {
    figure(
      'sources of bad servers',
      `${right} of ${Object.keys(behaviours).length} in the right state in time`,
    );
    await site.server.close();
  });

  const ports = (failure?: ProblemCode): ReadPorts => {
    const limits = { body: 2 ** 20, total: failure === 'timedOut' ? 600 : 10_000 };
    return {
      ...site.ports,
      http: createHttpClient({
        allowedHosts: () => [site.server.host],
        userAgent: 'Byline/1.0 (test)',
        ...(soak ? {} : { limits }),
      }),
      now: () => Date.UTC(2026, 10, 23, 8),
    };
  };

  for (const [name, expected] of Object.entries(behaviours)) {
    const { failure, outcome = 'failed', dueAfter = 6, isGone, count = 1 } = expected;
    it(`that does “${name}” is ${outcome}${failure ? ` with ${failure}` : ''}, and keeps what is known`, async () => {
      const location = site.server.url(name as BehaviourName);
      const source: Source = { kind: 'feed', location };
      const { now, ...others } = ports(failure);
      const answer = { validators: { etag: '"0"' }, since: now() - hour, hash: 1 };
      const state: SourceState = {
        title: 'Blog',
        count: 1,
        checked: now() - 6 * hour,
        reached: now() - 6 * hour,
        changed: now() - 6 * hour,
        answers: { [location]: answer },
        failures: 0,
      };
      const entries: readonly ToldEntry[] = [];
      const memory: SourceMemory = { state, entries };
      const started = performance.now();
      const result = await readSource(source, memory, { now, ...others });
      const time = performance.now() - started;
      assert.ok(time < (soak ? 22_000 : 12_000), `${Math.round(time)} ms`);
      assert.equal(result.outcome, outcome);
      assert.equal(result.state.failure?.code, failure);
      assert.equal(result.state.failures, failure ? 1 : 0);
      assert.equal(result.state.isGone, isGone);
      assert.equal(result.state.reached, failure ? state.reached : now());
      const due = dueAt(result.state, 6);
      if (isGone) assert.equal(due, undefined);
      else assert.ok(due! >= now() + dueAfter * hour, `due after ${(due! - now()) / hour} hours`);
      assert.equal(result.reading?.entries.length, outcome === 'changed' ? 1 : undefined);
      // What is known of the address serves the next request.
      if (failure) assert.deepEqual(result.state.answers[location], answer);
      assert.deepEqual(
        [result.state.title, result.state.count],
        [outcome === 'changed' ? 'Feed' : 'Blog', count],
      );
      assert.deepEqual(JSON.parse(JSON.stringify(result.state)), result.state);
      right++;
    });
  }
});
