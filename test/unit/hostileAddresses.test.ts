import assert from 'node:assert/strict';
import { run } from '../../src/cli/run';
import { checkUrl } from '../../src/core/network/checkUrl';
import { discover } from '../../src/core/sources/discover';
import { parse } from '../../src/core/sources/parse';
import { parseSources } from '../../src/core/sources/parseSources';
import { type ReadPorts, readSource } from '../../src/core/sources/readSource';
import type { Source } from '../../src/core/sources/source';
import { newState } from '../../src/core/sources/state';
import { cleanUrl } from '../../src/core/url';
import { createHttpClient } from '../../src/node/httpClient';
import type { Lookup } from '../../src/node/publicAddresses';
import { type BadServer, startBadServer } from '../badServer';
import { Canary } from '../canary';
import { MemoryFileSystem } from '../fakes';
import { figure, soak } from '../figure';
import { loopbackHosts, privateHosts, vectors } from './network/addresses';
import { archive } from './sources/site';

const escaped = (url: string) =>
  url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const at = ({ host }: BadServer, path: string) => `http://${host}/${path}`;

/** The ways in which an address gets into Byline, each with what a request for it needs. */
const entries: Record<string, (url: string, ports: ReadPorts, server: BadServer) => Promise<void>> = {
  'the setting of sources': async (url, ports) => {
    const all = ['feed', 'listing', 'page', 'bibliography', 'opml'].map(kind => ({ kind, location: url }));
    await readAll(parseSources(all).sources, ports);
  },
  'the feed beside a listing': async (url, ports, server) => {
    const listing = { kind: 'listing', location: at(server, 'listing'), feed: url };
    await readAll(parseSources([listing]).sources, ports);
  },
  'what is typed': async (url, ports) => {
    await discover(url, ports);
  },
  'an outline': async (url, ports) => {
    const text = `<opml><body><outline type="rss" text="a" xmlUrl="${escaped(url)}"/></body></opml>`;
    const file = { name: 'feeds.opml', bytes: Buffer.from(text) };
    await readAll(parse({ kind: 'opml', files: [file], source: 'feeds.opml' }).sources, ports);
  },
  'the feed that a page names': async (url, ports, server) => {
    const page = at(server, `page?to=${encodeURIComponent(url)}`);
    for (const offer of (await discover(page, ports)).offers) {
      if (offer.kind === 'link') await discover(offer.link.url, ports);
    }
    await readAll([{ kind: 'feed', location: page }], ports);
  },
  'the feed of a listing that was just added': async (url, ports, server) => {
    const page = at(server, `archive?to=${encodeURIComponent(url)}`);
    for (const offer of (await discover(page, ports)).offers) {
      if (offer.kind !== 'source') continue;
      const { source, state } = offer.result;
      await readSource(source, { state, entries: [] }, ports);
    }
  },
  'a workspace file': async (url, ports) => {
    const file = JSON.stringify({ 'byline.sources': [{ kind: 'feed', location: url }] });
    await readAll(parseSources(JSON.parse(file)['byline.sources']).sources, ports);
  },
  'a link from outside': async (url, ports, server) => {
    const checked = checkUrl(url, [server.host]);
    if ('url' in checked) await discover(checked.url.href, ports);
  },
  'a redirect': async (url, ports, server) => {
    const location = at(server, `redirect?to=${encodeURIComponent(url)}`);
    await readAll([{ kind: 'feed', location }], ports);
  },
  'where a source moved to, as it was kept': async (url, ports, server) => {
    const location = at(server, 'feed');
    const state = { ...newState, answers: { [location]: { since: 0, movedTo: url } } };
    await readSource({ kind: 'feed', location }, { state, entries: [] }, ports);
  },
  'the command line': async (url, ports) => {
    const shell = {
      files: ports.files,
      uriOf: (path: string) => `memory:/${path}`,
      readInput: async () => Buffer.of(),
      createHttpClient: () => ports.http,
    };
    await run(['read', '--', url], shell, { out: () => {}, err: () => {} });
  },
};

async function readAll(sources: readonly Source[], ports: ReadPorts): Promise<void> {
  for (const source of sources) await readSource(source, { state: newState }, ports);
}

describe('hostile addresses', function () {
  this.timeout(120_000);
  let canary: Canary;
  let server: BadServer;
  let tries = 0;
  before(async () => {
    canary = await new Canary().start();
    server = await startBadServer(({ url = '' }, response) => {
      const to = decodeURIComponent(url.split('?to=')[1] ?? '');
      if (url.includes('redirect'))
        response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
      else
        response.end(
          `<html><head><link rel="alternate" type="application/rss+xml" href="${escaped(to)}"></head>${
            url.includes('archive') ? archive(['One', 'Two', 'Three']) : ''
          }`,
        );
    });
  });
  after(async () => {
    figure(
      'canary',
      `${tries} addresses by ${Object.keys(entries).length} ways in, ${canary.hits} reached this computer`,
    );
    canary.stop();
    await server.close();
  });

  const ports = (lookup: Lookup): ReadPorts => ({
    http: createHttpClient({
      allowedHosts: () => [server.host],
      userAgent: 'Byline/1.0',
      lookup,
      limits: { connect: 300, total: 1000 },
    }),
    files: new MemoryFileSystem(),
    parser: { parse: async request => parse(request) },
    uriOf: () => undefined,
    now: () => 1e12,
    random: () => 0,
  });

  const urls = () => {
    const hosts = [...loopbackHosts, ...privateHosts].map(host => `http://${host}:${canary.port}/feed`);
    const known = [...(vectors?.ip_literals ?? []), ...(vectors?.names_and_authority_tricks ?? [])].map(url =>
      url.replace(/^(http:\/*(?:[^@/]*@)?[^/:[#]+|http:\/\/\[[^\]]+\])(?=[/#]|$)/, `$1:${canary.port}`),
    );
    const all = [...hosts, ...known, ...(vectors?.schemes ?? []), `http://blog.example:${canary.port}/`];
    return soak ? all : all.filter((_, index) => index % 4 === 0);
  };

  for (const [way, enter] of Object.entries(entries)) {
    it(`never reach this computer by ${way}`, async () => {
      for (const url of urls()) {
        await enter(
          url,
          ports(async () => ['127.0.0.1', '::1']),
          server,
        );
        tries++;
      }
      // A name that is public when it is asked for first, and this computer after that.
      let calls = 0;
      const rebinding: Lookup = async () => (calls++ % 2 === 0 ? ['2d00::1'] : ['127.0.0.1']);
      await enter(`http://blog.example:${canary.port}/`, ports(rebinding), server);
      tries++;
      assert.equal(canary.hits, 0);
    });

    it(`reach a host that the user allowed, by ${way}`, async () => {
      const before = server.requests.filter(({ url }) => url === '/allowed').length;
      await enter(
        at(server, 'allowed'),
        ports(async () => ['127.0.0.1']),
        server,
      );
      assert.ok(server.requests.filter(({ url }) => url === '/allowed').length > before);
    });
  }

  it('leave no password in what is stored', async () => {
    assert.equal(cleanUrl('https://ann:secret@blog.example/'), 'https://blog.example/');
    const { sources } = parseSources([{ kind: 'feed', location: 'https://ann:secret@blog.example/feed' }]);
    assert.doesNotMatch(JSON.stringify(sources), /secret/);
    const location = at(server, 'redirect?to=').replace('//', '//ann:secret@');
    for (const to of [at(server, 'feed'), 'http://blog.example/feed'].map(url =>
      url.replace('//', '//ann:secret@'),
    )) {
      const address = location + encodeURIComponent(to);
      const found = await discover(
        address,
        ports(async () => ['127.0.0.1']),
      );
      assert.doesNotMatch(JSON.stringify(found).replaceAll(encodeURIComponent(to), ''), /secret/);
    }
    for (const address of ['ftp://ann:secret@blog.example/', 'https://ann:secret@blog .example/'])
      assert.doesNotMatch(
        JSON.stringify(
          await discover(
            address,
            ports(async () => []),
          ),
        ),
        /secret/,
      );
  });
});
