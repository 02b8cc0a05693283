import assert from 'node:assert/strict';
import { checkLinks, type LinkState } from '../../../src/core/health/checkLinks';
import { HttpError } from '../../../src/core/network/httpError';
import type { HttpClient, HttpResponse } from '../../../src/core/ports';

const answer = (fields: Partial<HttpResponse>): HttpResponse => ({
  status: 200,
  url: '',
  headers: new Map(),
  body: new Uint8Array(),
  ...fields,
});

async function states(
  addresses: readonly string[],
  get: (url: string) => HttpResponse | Promise<HttpResponse>,
): Promise<Record<string, LinkState>> {
  const found: Record<string, LinkState> = {};
  const http: HttpClient = { get: async url => get(url) };
  await checkLinks(addresses, http, (address, state) => (found[address] = state));
  return found;
}

describe('checking links', () => {
  const one = async (get: () => HttpResponse) =>
    (await states(['https://a.example/post'], get))['https://a.example/post'];

  it('finds pages that are gone, and sites that are', async () => {
    assert.deepEqual(await one(() => answer({ status: 404 })), {
      kind: 'dead',
      why: 'noPage',
      detail: '404',
    });
    assert.deepEqual(await one(() => answer({ status: 410 })), {
      kind: 'dead',
      why: 'noPage',
      detail: '410',
    });
    const noSite = () => {
      throw new HttpError('unknownHost', 'a.example');
    };
    assert.deepEqual(await one(noSite), { kind: 'dead', why: 'noSite', detail: 'a.example' });
  });

  it('finds where pages have moved for good, and takes the front page of a site for none', async () => {
    const to = 'https://b.example/post';
    assert.deepEqual(await one(() => answer({ url: to, movedTo: to })), { kind: 'moved', to });
    const front = 'https://a.example/';
    assert.deepEqual(await one(() => answer({ url: front, movedTo: front })), {
      kind: 'dead',
      why: 'frontPage',
      detail: front,
    });
    assert.deepEqual(await one(() => answer({ url: to })), { kind: 'fine' });
  });

  it('says nothing of pages that a server does not show, and nothing against long ones', async () => {
    for (const status of [401, 403, 429, 500, 503]) {
      assert.equal((await one(() => answer({ status })))?.kind, 'unknown');
    }
    for (const [code, kind] of [
      ['timedOut', 'unknown'],
      ['offline', 'unknown'],
      ['privateAddress', 'unknown'],
      ['tooLarge', 'fine'],
    ] as const) {
      const failing = () => {
        throw new HttpError(code, 'a.example');
      };
      assert.equal((await one(failing))?.kind, kind);
    }
  });

  it('asks for each address once, no more than two of a host and eight at once', async () => {
    const hosts = Array.from({ length: 6 }, (_, at) => `h${at}.example`);
    const addresses = hosts.flatMap(host => [1, 2, 3, 3].map(page => `https://${host}/${page}`));
    const running = new Map<string, number>();
    let [most, mostOfHost, asked] = [0, 0, 0];
    const found = await states(addresses, async url => {
      const { host } = new URL(url);
      asked++;
      running.set(host, (running.get(host) ?? 0) + 1);
      mostOfHost = Math.max(mostOfHost, running.get(host)!);
      most = Math.max(
        most,
        [...running.values()].reduce((sum, count) => sum + count),
      );
      await new Promise(resolve => setTimeout(resolve, 2));
      running.set(host, running.get(host)! - 1);
      return answer({ url });
    });
    assert.equal(Object.keys(found).length, 18);
    assert.deepEqual([asked, most, mostOfHost], [18, 8, 2]);
  });

  it('stops when told', async () => {
    const controller = new AbortController();
    const http: HttpClient = {
      get: (_url, _request, signal) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    };
    const checking = checkLinks(['https://a.example/'], http, () => {}, controller.signal);
    controller.abort(new Error('enough'));
    await assert.rejects(checking, /enough/);
  });
});
