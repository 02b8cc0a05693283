import assert from 'node:assert/strict';
import { describeStatus } from '../../../src/core/network/describeStatus';
import { freshFor, retryAfter } from '../../../src/core/network/freshness';
import { validatorsOf } from '../../../src/core/network/requestHeaders';

const now = Date.parse('2026-11-23T08:00:00Z');
const hour = 3_600_000;

describe('the wait that a server asks for', () => {
  const wait = (text: string) => retryAfter(new Map([['retry-after', text]]), now);

  it('is a number of seconds', () => {
    assert.equal(wait('120'), 120_000);
    assert.equal(wait(' 0 '), 0);
  });

  it('is the time until a date in any form of HTTP', () => {
    for (const date of [
      'Mon, 23 Nov 2026 09:00:00 GMT',
      'Monday, 23-Nov-26 09:00:00 GMT',
      'Mon Nov 23 09:00:00 2026',
    ])
      assert.equal(wait(date), hour, date);
    assert.equal(wait('Mon, 23 Nov 2026 07:00:00 GMT'), 0);
  });

  it('is finite, however large the number', () => {
    assert.equal(wait('9'.repeat(400)), 2 ** 31 * 1000);
  });

  it('is unknown when it makes no sense', () => {
    for (const text of [
      '',
      '-5',
      '1.5',
      '5 minutes',
      'soon',
      'Mon, 99 Nov 2026 99:99:99 GMT',
      'x'.repeat(99),
    ])
      assert.equal(wait(text), undefined, text);
    assert.equal(retryAfter(new Map(), now), undefined);
  });
});

describe('how long an answer is good', () => {
  const fresh = (headers: Readonly<Record<string, string>>) =>
    freshFor(new Map(Object.entries(headers)), now);

  it('is its max-age', () => {
    assert.equal(fresh({ 'cache-control': 'public, max-age=3600' }), hour);
    assert.equal(fresh({ 'cache-control': 'Max-Age="3600", s-maxage=9' }), hour);
    assert.equal(fresh({ 'cache-control': 'max-age=0, must-revalidate' }), 0);
  });

  it('is less by the time that a cache has kept it', () => {
    assert.equal(fresh({ 'cache-control': 'max-age=7200', age: '3600' }), hour);
    assert.equal(fresh({ 'cache-control': 'max-age=60', age: '3600' }), 0);
  });

  it('is the time from its date to the one when it expires', () => {
    const expires = 'Mon, 23 Nov 2026 11:00:00 GMT';
    assert.equal(fresh({ expires }), 3 * hour);
    assert.equal(fresh({ expires, date: 'Mon, 23 Nov 2026 09:00:00 GMT' }), 2 * hour);
    assert.equal(fresh({ expires, 'cache-control': 'max-age=3600' }), hour);
    assert.equal(fresh({ expires, 'cache-control': 'public' }), 3 * hour);
  });

  it('is nothing when it must not be kept, or says so by a date that is none', () => {
    for (const headers of [
      { 'cache-control': 'no-cache, max-age=3600' },
      { 'cache-control': 'no-store' },
      { 'cache-control': 'max-age=soon' },
      { expires: '0' },
      { expires: '-1' },
      { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    ])
      assert.equal(fresh(headers as Record<string, string>), 0, JSON.stringify(headers));
  });

  it('is unknown when nothing is said', () => {
    assert.equal(fresh({}), undefined);
    assert.equal(fresh({ 'cache-control': 'private, must-revalidate', age: '5' }), undefined);
  });
});

describe('a status', () => {
  it('says whether there is something to read, and if not what that means', () => {
    const meanings = Object.entries({
      undefined: [200, 203, 204, 299, 304],
      notFound: [404],
      gone: [410],
      forbidden: [401, 403, 407, 451],
      tooManyRequests: [429],
      serverError: [500, 502, 503, 504, 520, 599],
      unexpectedStatus: [100, 300, 301, 302, 305, 400, 405, 406, 418],
    });
    for (const [meaning, statuses] of meanings)
      for (const status of statuses) assert.equal(String(describeStatus(status)), meaning, String(status));
  });
});

describe('validators', () => {
  it('are taken from an answer where they can be sent back', () => {
    const modified = 'Mon, 23 Nov 2026 07:00:00 GMT';
    assert.deepEqual(
      validatorsOf(
        new Map([
          ['etag', 'W/"1"'],
          ['last-modified', modified],
        ]),
      ),
      {
        etag: 'W/"1"',
        lastModified: modified,
      },
    );
    assert.deepEqual(
      validatorsOf(
        new Map([
          ['etag', '"€"'],
          ['last-modified', ''],
        ]),
      ),
      {},
    );
  });
});
