import assert from 'node:assert/strict';
import http from 'node:http';
import { HttpError } from '../../../src/core/network/httpError';
import { createHttpClient } from '../../../src/node/httpClient';
import type { Lookup } from '../../../src/node/publicAddresses';
import { type BadServer, startBadServer } from '../../badServer';
import { Canary } from '../../canary';
import { figure } from '../../figure';
import { loopbackHosts, privateHosts, vectors } from './addresses';

/** In 2000::/3, where nothing has been given out: as public as an address can be, and leads nowhere. */
const nowhere = '2d00::1';

describe('the network guard on Node', () => {
  let canary: Canary;
  let server: BadServer;
  before(async () => {
    canary = await new Canary().start();
    server = await startBadServer(({ url = '' }, response) => {
      const location = Buffer.from(decodeURIComponent(url.split('?to=')[1] ?? '')).toString('latin1');
      response.writeHead(302, { location }).end();
    });
  });
  beforeEach(() => {
    canary.hits = 0;
  });
  after(async () => {
    canary.stop();
    await server.close();
  });

  const client = (lookup: Lookup, allowed: readonly string[] = [server.host]) =>
    createHttpClient({
      allowedHosts: () => allowed,
      userAgent: 'Byline/1.0',
      lookup,
      limits: { connect: 1000, total: 5000 },
    });
  const codeOf = async (url: string, lookup: Lookup, allowed?: readonly string[]) => {
    try {
      return (await client(lookup, allowed).get(url, {})).status;
    } catch (error) {
      assert.ok(error instanceof HttpError, String(error));
      return error.code;
    }
  };
  const everythingIsLoopback: Lookup = async () => ['127.0.0.1', '::1'];
  const redirectTo = (url: string) => `http://${server.host}/redirect?to=${encodeURIComponent(url)}`;

  /** All forms with the canary's port, so that a request that gets through is seen. */
  const urls = () => [
    ...[...loopbackHosts, ...privateHosts].map(host => `http://${host}:${canary.port}/`),
    ...[...(vectors?.ip_literals ?? []), ...(vectors?.names_and_authority_tricks ?? [])].map(url =>
      url.replace(/^(http:\/*(?:[^@/]*@)?[^/:[#]+|http:\/\/\[[^\]]+\])(?=[/#]|$)/, `$1:${canary.port}`),
    ),
    ...(vectors?.schemes ?? []),
    'http://blog.example/', // by its address only, as the lookup has it
    `http://blog.example:${canary.port}/`,
  ];

  it('has canaries that sing', async () => {
    const host = `localhost:${canary.port}`;
    assert.equal(await codeOf(`http://${host}/`, everythingIsLoopback, [host]), 200);
    assert.equal(canary.hits, 1);
  });

  it('lets no address through to this computer', async () => {
    const outcomes = await Promise.all(urls().map(url => codeOf(url, everythingIsLoopback)));
    assert.ok(outcomes.length > 120);
    assert.equal(canary.hits, 0);
    assert.deepEqual(
      outcomes.filter(code => code !== 'privateAddress' && code !== 'unusableScheme'),
      [],
    );
    figure('canary', `${outcomes.length} addresses, 0 reached this computer`);
  });

  it('lets no redirect through to this computer', async () => {
    const before = server.requests.length;
    const outcomes: (string | number)[] = [];
    const absolute = urls().filter(url => !/^http:[^/]/.test(url)); // “http:a” is a path in a redirect
    for (const url of absolute) outcomes.push(await codeOf(redirectTo(url), everythingIsLoopback));
    assert.equal(canary.hits, 0);
    assert.equal(server.requests.length - before, outcomes.length); // each was asked for once and not followed
    figure('canary', `${outcomes.length} redirects, 0 reached this computer`);
    assert.deepEqual(
      outcomes.filter(code => code !== 'privateAddress' && code !== 'unusableScheme'),
      [],
    );
  });

  it('refuses at the hop that leaves the public internet', async () => {
    for (const hops of [1, 2, 3, 5]) {
      let url = `http://localhost:${canary.port}/`;
      for (let hop = 0; hop < hops; hop++) url = redirectTo(url);
      const before = server.requests.length;
      assert.equal(await codeOf(url, everythingIsLoopback), 'privateAddress');
      assert.equal(server.requests.length - before, hops);
    }
    assert.equal(canary.hits, 0);
  });

  it('resolves a name once, so that a second answer leads nowhere', async () => {
    let calls = 0;
    const rebinding: Lookup = async () => (calls++ === 0 ? [nowhere] : ['127.0.0.1']);
    const url = `http://blog.example:${canary.port}/`;
    assert.match(String(await codeOf(url, rebinding)), /^(?:noConnection|timedOut)$/);
    assert.equal(calls, 1);
    assert.equal(await codeOf(url, rebinding), 'privateAddress');
    assert.equal(canary.hits, 0);
  });

  it('connects to the addresses that it checked', async () => {
    let calls = 0;
    const lookup: Lookup = async () => (calls++ === 0 ? ['127.0.0.1'] : [nowhere]);
    const host = `blog.example:${server.port}`;
    assert.equal(await codeOf(`http://${host}/good`, lookup, [host]), 200);
    assert.equal(calls, 1);
  });

  it('refuses a name with one private address among public ones', async () => {
    for (const addresses of [
      [nowhere, '127.0.0.1'],
      ['127.0.0.1', nowhere],
      [nowhere, '::ffff:127.0.0.1'],
    ])
      assert.equal(
        await codeOf(`http://blog.example:${canary.port}/`, async () => addresses),
        'privateAddress',
      );
    assert.equal(canary.hits, 0);
  });

  it('asks for the allowed hosts anew each time', async () => {
    const allowed: string[] = [];
    const own = createHttpClient({ allowedHosts: () => allowed, userAgent: 'Byline/1.0' });
    const url = server.url('good');
    await assert.rejects(own.get(url, {}), { code: 'privateAddress', detail: server.host });
    allowed.push(server.host);
    assert.equal((await own.get(url, {})).status, 200);
    allowed.pop();
    await assert.rejects(own.get(url, {}), { code: 'privateAddress' }); // though a connection is kept
  });

  /** As VS Code does it for extensions: whoever asks for `node:http` gets other functions. */
  async function withRequest<T>(
    patch: (options: http.RequestOptions) => http.RequestOptions,
    body: () => Promise<T>,
  ) {
    const { request } = http;
    http.request = ((url: URL, options: http.RequestOptions) => {
      return request(url, patch(options));
    }) as typeof http.request;
    try {
      return await body();
    } finally {
      http.request = request;
    }
  }

  it('looks at the socket too, should something else than its lookup have opened it', async () => {
    const before = server.requests.length;
    const elsewhere: http.RequestOptions['lookup'] = (_name, { all }, callback) => {
      if (all)
        (callback as (error: null, found: object) => void)(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    const code = await withRequest(
      options => ({ ...options, lookup: elsewhere }),
      () => codeOf(`http://blog.example:${server.port}/good`, async () => [nowhere]),
    );
    assert.equal(code, 'privateAddress');
    assert.equal(server.requests.length, before);
  });

  describe('where requests go through a proxy', () => {
    /** Sends everything to the server, as a proxy at 127.0.0.1 would take it, and says so as VS Code does. */
    class ProxyAgent extends http.Agent {
      override createConnection(_options: http.ClientRequestArgs, callback?: never) {
        return super.createConnection({ host: '127.0.0.1', port: server.port }, callback);
      }
      addRequest(request: http.ClientRequest, options: object) {
        process.nextTick(() => {
          request.emit('proxy', { proxy: `PROXY 127.0.0.1:${server.port}` });
          (http.Agent.prototype as unknown as ProxyAgent).addRequest.call(this, request, options);
        });
      }
    }
    const proxied = (url: string, lookup: Lookup) =>
      withRequest(
        options => ({ ...options, agent: new ProxyAgent() }),
        () => codeOf(url, lookup),
      );

    it('leaves names to it that cannot be resolved here', async () => {
      const unresolvable: Lookup = () => Promise.reject(new Error('ENOTFOUND'));
      assert.equal(await proxied('http://blog.example/good', unresolvable), 200);
    });

    it('refuses names before it hears of them', async () => {
      const before = server.requests.length;
      for (const [url, addresses] of [
        ['http://blog.example/good', ['10.0.0.1']],
        ['http://10.0.0.1/good', []],
        ['http://intranet/good', []],
        ['http://wiki.corp/good', [nowhere]],
      ] as const)
        assert.equal(await proxied(url, async () => addresses), 'privateAddress', url);
      assert.equal(server.requests.length, before);
    });
  });
});
