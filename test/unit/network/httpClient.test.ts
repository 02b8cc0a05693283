import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { retryAfter } from '../../../src/core/network/freshness';
import { HttpError } from '../../../src/core/network/httpError';
import type { HttpLimits } from '../../../src/core/network/limits';
import { createHttpClient } from '../../../src/node/httpClient';
import { type BadServer, type BehaviourName, goodFeed, startBadServer } from '../../badServer';

const userAgent = 'Byline/1.0 (test)';
const pem = join(import.meta.dirname, '../../fixtures/tls/selfSigned.pem');

describe('the HTTP client on Node', () => {
  let server: BadServer;
  before(async () => {
    server = await startBadServer();
  });
  after(() => server.close());

  const client = (limits: Partial<HttpLimits> = { total: 2000 }, allowed = server.host) =>
    createHttpClient({ allowedHosts: () => [allowed], userAgent, limits });
  const get = (name: BehaviourName) => client().get(server.url(name), {});
  const text = (body: Uint8Array) => new TextDecoder().decode(body);

  it('sends what a polite reader sends, and nothing about its user', async () => {
    const first = await client().get(server.url('good').replace('//', '//me:secret@'), {
      accept: 'text/xml',
    });
    const { headers } = server.requests.at(-1)!;
    assert.deepEqual(Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'connection')), {
      host: server.host,
      'user-agent': userAgent,
      accept: 'text/xml',
      'accept-encoding': 'gzip, deflate, br',
    });
    assert.equal(first.url, server.url('good'));
  });

  it('brings the answer with its headers by lower-case name', async () => {
    const { status, headers, body, movedTo } = await get('good');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/rss+xml');
    assert.equal(headers.get('etag'), '"1"');
    assert.equal(text(body), goodFeed());
    assert.equal(movedTo, undefined);
  });

  it('asks on the condition that the last answer brought', async () => {
    const validators = { etag: 'W/"a"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' };
    const { status, body } = await client().get(server.url('notModified'), { validators });
    assert.deepEqual([status, body.length], [304, 0]);
    const { headers } = server.requests.at(-1)!;
    assert.equal(headers['if-none-match'], validators.etag);
    assert.equal(headers['if-modified-since'], validators.lastModified);
  });

  it('sends no condition that would break the request', async () => {
    for (const etag of ['"a"\r\nx-evil: 1', '"€"', `"${'x'.repeat(5000)}"`, '']) {
      assert.equal((await client().get(server.url('good'), { validators: { etag } })).status, 200);
      const { headers } = server.requests.at(-1)!;
      assert.equal(headers['if-none-match'], undefined);
      assert.equal(headers['x-evil'], undefined);
    }
  });

  for (const name of ['gzip', 'xGzip', 'deflate', 'rawDeflate', 'brotli', 'identity'] as const) {
    it(`reads a body sent as ${name}`, async () => {
      assert.equal(text((await get(name)).body), goodFeed());
    });
  }

  it('reads an empty body whatever its encoding', async () => {
    assert.equal((await get('emptyGzip')).body.length, 0);
  });

  it('reads no further than the length that was said', async () => {
    assert.equal(text((await get('longerThanSaid')).body), '<rss>');
  });

  it('remembers where an address moved for good', async () => {
    const found = async (name: BehaviourName) => {
      const { status, url, movedTo } = await get(name);
      return [status, url, movedTo].map(value => String(value).replace(/.*\//, ''));
    };
    assert.deepEqual(await found('moved'), ['200', 'good', 'good']);
    assert.deepEqual(await found('movedTwice'), ['200', 'good', 'good']);
    assert.deepEqual(await found('movedThenFound'), ['200', 'good', 'found']);
    assert.deepEqual(await found('found'), ['200', 'good', 'undefined']);
    assert.deepEqual(await found('foundThenMoved'), ['200', 'good', 'undefined']);
    assert.deepEqual(await found('movedToNothing'), ['404', 'notFound', 'undefined']);
  });

  it('follows five redirects and no more, without cookies', async () => {
    const before = server.requests.length;
    await assert.rejects(get('manyRedirects'), { code: 'tooManyRedirects' });
    assert.equal(server.requests.length - before, 6);
    await assert.rejects(get('cookieRedirect'), { code: 'redirectLoop' });
    assert.equal(server.requests.at(-1)!.headers.cookie, undefined);
  });

  it('reads nothing of an answer that is an error', async () => {
    const { status, headers, body } = await get('unavailable');
    assert.deepEqual([status, body.length], [503, 0]);
    assert.equal(retryAfter(headers, 0), 120_000);
  });

  it('stops at once when told to', async () => {
    for (const name of ['noResponse', 'headerDrip', 'drip', 'endlessEarlyHints'] as const) {
      const controller = new AbortController();
      const result = client().get(server.url(name), {}, controller.signal);
      let told = 0;
      setTimeout(() => {
        told = performance.now();
        controller.abort(new Error('enough'));
      }, 50);
      await assert.rejects(result, { message: 'enough' });
      assert.ok(performance.now() - told < 200);
    }
    await assert.rejects(client().get(server.url('good'), {}, AbortSignal.abort(new Error('before'))), {
      message: 'before',
    });
  });

  it('stops at once while a name is being resolved', async () => {
    const controller = new AbortController();
    const slow = createHttpClient({ allowedHosts: () => [], userAgent, lookup: () => new Promise(() => {}) });
    const result = slow.get('http://blog.example/', {}, controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await assert.rejects(result, { message: 'enough' });
  });

  it('gives up on a name that does not resolve in time', async () => {
    const slow = createHttpClient({
      allowedHosts: () => [],
      userAgent,
      lookup: () => new Promise(() => {}),
      limits: { total: 100 },
    });
    await assert.rejects(slow.get('http://blog.example/', {}), { code: 'timedOut', detail: 'blog.example' });
  });

  it('says that a name is unknown, or a port closed', async () => {
    const none = createHttpClient({
      allowedHosts: () => [],
      userAgent,
      lookup: () => Promise.reject(new Error('ENOTFOUND')),
    });
    await assert.rejects(none.get('http://blog.example/', {}), {
      code: 'unknownHost',
      message: 'blog.example cannot be found. Check the address and whether you are online.',
    });
    const closed = await startBadServer();
    await closed.close();
    await assert.rejects(client({}, closed.host).get(closed.url('good'), {}), { code: 'noConnection' });
  });

  it('says that this computer is offline where no name can be asked for', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('again'), { code: 'EAI_AGAIN' }));
    const none = createHttpClient({ allowedHosts: () => [], userAgent, lookup });
    await assert.rejects(none.get('http://blog.example/', {}), { code: 'offline', detail: 'blog.example' });
  });

  it('throws what the other bundles know, though it is a bundle of its own', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, '../../../src/node/httpClient.ts')],
      bundle: true,
      minify: true,
      platform: 'node',
      write: false,
    });
    const module = { exports: {} as { createHttpClient: typeof createHttpClient } };
    new Function('require', 'module', outputFiles[0]!.text)(require, module);
    const bundled = module.exports.createHttpClient({ allowedHosts: () => [], userAgent });
    const error = await bundled.get(server.url('good'), {}).catch((reason: unknown) => reason);
    assert.ok(error instanceof HttpError);
    assert.equal(error.code, 'privateAddress');
    assert.equal(new Error('other') instanceof HttpError, false);
  });

  it('gives a connection its own time', async () => {
    const silent = createServer(() => {}); // takes the connection and never answers the TLS hello
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const host = `127.0.0.1:${port}`;
    const start = performance.now();
    await assert.rejects(client({ connect: 100, total: 2000 }, host).get(`https://${host}/`, {}), {
      code: 'timedOut',
    });
    assert.ok(performance.now() - start < 1000);
    silent.close();
  });

  it('leaves no connection behind but one that waits for more', async () => {
    const own = await startBadServer();
    const names: BehaviourName[] = [
      'good',
      'drip',
      'endless',
      'badGzip',
      'found',
      'unavailable',
      'noResponse',
    ];
    const reader = client({ total: 300, body: 2 ** 20 }, own.host);
    await Promise.allSettled(names.map(name => reader.get(own.url(name), {})));
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.ok(own.connections() <= 2, `${own.connections()} connections`);
    await own.close();
  });

  it('asks again when a kept connection was closed meanwhile', async () => {
    const own = await startBadServer(({ socket }, response) => {
      response
        .writeHead(200, { 'content-length': '0' })
        .end(() => setTimeout(() => socket.resetAndDestroy(), 1));
    });
    const reader = client({}, own.host);
    for (let count = 0; count < 20; count++)
      assert.equal((await reader.get(`http://${own.host}/other`, {})).status, 200);
    await own.close();
  });

  it('asks once where the connection ends within the answer, a kept one too', async () => {
    const own = await startBadServer(({ socket }, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('<rss>');
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    const reader = client({}, own.host);
    await reader.get(own.url('good'), {});
    await new Promise(resolve => setTimeout(resolve, 20));
    await assert.rejects(reader.get(`http://${own.host}/other`, {}), { code: 'cutOff' });
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.equal(own.requests.length, 2);
    await own.close();
  });

  it('keeps a bomb of 300 MB below 64 MB of memory', async function () {
    this.timeout(20_000);
    const peak = await memoryFor('gzipBomb', server);
    assert.ok(peak < 64, `${peak} MB`);
  });

  describe('over TLS', () => {
    let secure: BadServer;
    before(async () => {
      const key = readFileSync(pem);
      secure = await startBadServer(undefined, listener => https.createServer({ key, cert: key }, listener));
    });
    after(() => secure.close());
    const url = () => `https://${secure.host}/good`;

    it('trusts no certificate that nobody vouches for', async () => {
      const before = secure.requests.length;
      await assert.rejects(client({}, secure.host).get(url(), {}), { code: 'badCertificate' });
      assert.equal(secure.requests.length, before);
    });

    it('tells a server without TLS from one that cannot be reached', async () => {
      await assert.rejects(client().get(`https://${server.host}/good`, {}), { code: 'badResponse' });
    });

    it('reads from a server whose certificate the system trusts, at its own name only', async () => {
      const outcomes = await inProcess(
        `const client = createHttpClient({ allowedHosts: () => ['127.0.0.1:${secure.port}',
           'secure.example:${secure.port}', 'other.example:${secure.port}'],
           userAgent: 'Byline', lookup: async () => ['127.0.0.1'] });
         const outcomes = [];
         for (const host of ['127.0.0.1', 'secure.example', 'other.example'])
           outcomes.push(await client.get('https://' + host + ':${secure.port}/good', {}).then(r => r.status, e => e.code));
         console.log(JSON.stringify(outcomes));`,
        { NODE_EXTRA_CA_CERTS: pem },
      );
      assert.deepEqual(JSON.parse(outcomes), [200, 200, 'badCertificate']);
    });
  });
});

/** In MB: how much more memory a process of its own took at most while it read the answer. */
async function memoryFor(name: BehaviourName, server: BadServer): Promise<number> {
  const output = await inProcess(
    `const client = createHttpClient({ allowedHosts: () => ['${server.host}'], userAgent: 'Byline' });
     await client.get('${server.url('good')}', {});
     const before = process.resourceUsage().maxRSS;
     const code = await client.get('${server.url(name)}', {}).then(r => r.status, e => e.code);
     console.log(code, (process.resourceUsage().maxRSS - before) / 1024);`,
  );
  const [code, peak] = output.split(' ');
  assert.equal(code, 'tooLarge');
  return Number(peak);
}

async function inProcess(code: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const module = JSON.stringify(join(import.meta.dirname, '../../../src/node/httpClient.ts'));
  const script = `const { createHttpClient } = require(${module}); (async () => { ${code} })();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    cwd: join(import.meta.dirname, '../../..'),
  });
  return stdout.trim();
}
