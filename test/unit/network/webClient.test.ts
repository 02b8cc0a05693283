import assert from 'node:assert/strict';
import { HttpError } from '../../../src/core/network/httpError';
import { createHttpClient } from '../../../src/web/httpClient';
import { type BadServer, type BehaviourName, goodFeed, startBadServer } from '../../badServer';

/** Runs against Node's `fetch`, which knows no foreign origins but is otherwise the browsers'. */
describe('the HTTP client of the web host', () => {
  let server: BadServer;
  before(async () => {
    server = await startBadServer(({ url = '' }, response) => {
      response.writeHead(302, { location: decodeURIComponent(url.split('?to=')[1] ?? '/notFound') }).end();
    });
  });
  after(() => server.close());

  const client = (total = 5000) =>
    createHttpClient({ allowedHosts: () => [server.host], limits: { total, body: 2 ** 20 } });
  const outcome = async (name: BehaviourName, total: number) => {
    try {
      return (await client(total).get(server.url(name), {})).status;
    } catch (error) {
      assert.ok(error instanceof HttpError, String(error));
      return error.code;
    }
  };

  it('brings the answer without its encoding', async () => {
    for (const name of ['good', 'gzip', 'brotli'] as const) {
      const { status, url, body } = await client().get(server.url(name), {});
      assert.equal(status, 200);
      assert.equal(url, server.url(name));
      assert.equal(new TextDecoder().decode(body), goodFeed());
    }
  });

  it('sends nothing that would make a browser ask for leave first, and no user name', async () => {
    const { url } = await client().get(server.url('good').replace('//', '//me:secret@'), {
      accept: 'text/xml',
      validators: { etag: '"2"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' },
    });
    const { headers } = server.requests.at(-1)!;
    assert.equal(url, server.url('good'));
    assert.equal(headers.accept, 'text/xml');
    for (const name of ['if-none-match', 'if-modified-since', 'authorization', 'cookie', 'referer'])
      assert.equal(headers[name], undefined, name);
  });

  it('takes an answer with the same validators for one that is not modified', async () => {
    const again = await client().get(server.url('good'), { validators: { etag: '"1"' } });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    const other = await client().get(server.url('good'), { validators: { etag: '"0"' } });
    assert.equal(other.status, 200);
    const none = await client().get(server.url('html'), {});
    assert.equal(none.status, 200);
  });

  it('refuses private hosts before it asks, and does not read what a redirect to one brought', async () => {
    const before = server.requests.length;
    for (const host of ['localhost', '127.2', '[::1]', 'intranet', '10.0.0.1'])
      await assert.rejects(client().get(`http://${host}:${server.port}/good`, {}), {
        code: 'privateAddress',
      });
    assert.equal(server.requests.length, before);
    const url = `http://${server.host}/redirect?to=${encodeURIComponent(`http://localhost:${server.port}/good`)}`;
    await assert.rejects(client().get(url, {}), { code: 'privateAddress' });
  });

  for (const [name, expected] of [
    ['drip', 'timedOut'],
    ['headerDrip', 'timedOut'],
    ['noResponse', 'timedOut'],
    ['resetInBody', 'cutOff'],
    ['shorterThanSaid', 'cutOff'],
    ['endless', 'tooLarge'],
    ['gzipBomb', 'tooLarge'],
    ['badGzip', 'cutOff'],
    ['redirectLoop', 'crossOrigin'],
    ['redirectToFile', 'crossOrigin'],
    ['notHttp', 'crossOrigin'],
    ['hangUp', 'crossOrigin'],
    ['endlessUnavailable', 503],
    ['tooManyRequests', 429],
    ['gone', 410],
    ['empty', 200],
  ] as const) {
    it(`ends in time with ${expected} at a server that does “${name}”`, async () => {
      const start = performance.now();
      const total = expected === 'timedOut' ? 300 : 5000;
      assert.equal(await outcome(name, total), expected);
      assert.ok(performance.now() - start < total + 1000);
    });
  }

  it('says that this computer is offline where the browser knows', async () => {
    const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
    try {
      assert.equal(await outcome('hangUp', 5000), 'offline');
    } finally {
      if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
      else delete (globalThis as { navigator?: unknown }).navigator;
    }
  });

  it('stops at once when told to', async () => {
    const controller = new AbortController();
    const result = client().get(server.url('drip'), {}, controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 50);
    const start = performance.now();
    await assert.rejects(result, { message: 'enough' });
    assert.ok(performance.now() - start < 250);
  });
});
