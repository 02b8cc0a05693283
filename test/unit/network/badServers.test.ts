import assert from 'node:assert/strict';
import { HttpError, type HttpErrorCode } from '../../../src/core/network/httpError';
import { defaultLimits, type HttpLimits } from '../../../src/core/network/limits';
import type { HttpRequest, HttpResponse } from '../../../src/core/ports';
import { createHttpClient } from '../../../src/node/httpClient';
import { type BadServer, type BehaviourName, startBadServer } from '../../badServer';
import { figure, soak } from '../../figure';

type Expected = HttpErrorCode | number;

/** Here a second is as good as twenty: the limits are the real ones, only shorter. */
const limitsFor = (expected: Expected): HttpLimits => ({
  ...defaultLimits,
  ...(!soak && { body: 2 ** 20, ...(expected === 'timedOut' && { total: 600 }) }),
});

const bad: readonly (readonly [BehaviourName, Expected, HttpRequest?])[] = [
  ['drip', 'timedOut'],
  ['headerDrip', 'timedOut'],
  ['noResponse', 'timedOut'],
  ['endlessEarlyHints', 'timedOut'],
  ['hangUp', 'noConnection'],
  ['resetInBody', 'cutOff'],
  ['shorterThanSaid', 'cutOff'],
  ['cutChunks', 'cutOff'],
  ['badChunks', 'cutOff'],
  ['longerThanSaid', 200],
  ['endless', 'tooLarge'],
  ['endlessSmallChunks', 'tooLarge'],
  ['gzipBomb', 'tooLarge'],
  ['endlessEmptyGzip', 'tooLarge'],
  ['tenTimesGzip', 'badEncoding'],
  ['badGzip', 'badEncoding'],
  ['notGzip', 'badEncoding'],
  ['cutGzip', 'badEncoding'],
  ['badBrotli', 'badEncoding'],
  ['zstd', 'badEncoding'],
  ['redirectLoop', 'redirectLoop'],
  ['movedToItself', 'redirectLoop'],
  ['cookieRedirect', 'redirectLoop'],
  ['manyRedirects', 'tooManyRedirects'],
  ['redirectToNowhere', 302],
  ['redirectToFile', 'unusableScheme'],
  ['redirectToData', 'unusableScheme'],
  ['redirectToJunk', 'badResponse'],
  ['tooManyRequests', 429],
  ['tooManyRequestsUntil', 429],
  ['unavailable', 503],
  ['endlessUnavailable', 503],
  ['gone', 410],
  ['notFound', 404],
  ['forbidden', 403],
  ['notModified', 304, { validators: { etag: '"1"' } }],
  ['notModified', 'badResponse'],
  ['html', 200],
  ['empty', 200],
  ['hugeHeaders', 'tooLarge'],
  ['endlessHeaders', 'tooLarge'],
  ['notHttp', 'badResponse'],
  ['upgrade', 'badResponse'],
];

describe('a bad server', function () {
  this.timeout(30_000);
  let server: BadServer;
  before(async () => {
    server = await startBadServer();
  });
  let [inTime, longest] = [0, 0];
  after(async () => {
    figure(
      'bad servers',
      `${inTime} of ${bad.length} ended in time, the last after ${(longest / 1000).toFixed(1)} s`,
    );
    await server.close();
  });

  const client = (limits: HttpLimits) =>
    createHttpClient({ allowedHosts: () => [server.host], userAgent: 'Byline/1.0', limits });
  const outcome = async (result: Promise<HttpResponse>): Promise<Expected> => {
    try {
      return (await result).status;
    } catch (error) {
      assert.ok(error instanceof HttpError, String(error));
      return error.code;
    }
  };

  for (const [name, expected, request = {}] of bad) {
    const condition = request.validators ? ' when asked on a condition' : '';
    it(`that does “${name}”${condition} ends in time with ${expected}`, async () => {
      const start = performance.now();
      const limits = limitsFor(expected);
      assert.equal(await outcome(client(limits).get(server.url(name), request)), expected);
      const time = performance.now() - start;
      assert.ok(time < limits.total + 1000, `${Math.round(time)} ms`);
      inTime++;
      longest = Math.max(longest, time);
    });
  }
});
