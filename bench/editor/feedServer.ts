import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeOpml } from '../../src/core/formats/opml/writeOpml';
import type { Post } from '../../src/core/post';

const postsPerFeed = 20;
const feedsPerHost = 20;
const bad = ['missing', 'broken', 'closed', 'page', 'loop'] as const;

/** Feeds on this computer, on one port for each host; three of 25 are bad. */
export class FeedServer {
  readonly hosts: string[] = [];
  /** Since `reset`; bodies are those of whole feeds. */
  requests = 0;
  bodies = 0;
  readonly #servers: Server[] = [];

  constructor(readonly posts: readonly Post[]) {}

  get feeds(): number {
    return this.posts.length / postsPerFeed;
  }

  get badFeeds(): number {
    return Array.from({ length: this.feeds }, (_, feed) => isBad(feed)).filter(Boolean).length;
  }

  /** Posts of the feeds that can be read. */
  get goodPosts(): number {
    return (this.feeds - this.badFeeds) * postsPerFeed;
  }

  async listen(): Promise<void> {
    for (let host = 0; host < this.feeds / feedsPerHost; host++) {
      const server = createServer((request, response) => this.#answer(request, response));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      this.hosts.push(`127.0.0.1:${(server.address() as AddressInfo).port}`);
      this.#servers.push(server);
    }
  }

  /** All of them as OPML, in groups of a host. */
  opml(): string {
    const sources = Array.from({ length: this.feeds }, (_, feed) => {
      const host = Math.floor(feed / feedsPerHost);
      const location = `http://${this.hosts[host]}/${feed}.xml`;
      return { kind: 'feed', location, name: `Blog ${feed}`, group: `Group ${host}` } as const;
    });
    return writeOpml(sources, 'Feeds of the bench');
  }

  reset(): void {
    this.requests = 0;
    this.bodies = 0;
  }

  #answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    this.requests++;
    const feed = Number.parseInt(url.slice(1), 10);
    if (isBad(feed)) {
      answerBadly(bad[feed % bad.length]!, url, response);
      return;
    }
    const body = this.#feed(feed);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    this.bodies++;
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
  }

  #feed(feed: number): string {
    const items = this.posts.slice(feed * postsPerFeed, (feed + 1) * postsPerFeed).map(rssItem);
    return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog ${feed}</title><link>https://blog${feed}.example/</link>${items.join('')}</channel></rss>`;
  }
}

const isBad = (feed: number) => feed % 25 < 3;

function answerBadly(how: (typeof bad)[number], url: string, response: ServerResponse): void {
  if (how === 'missing') response.writeHead(404).end();
  else if (how === 'broken') response.writeHead(500).end();
  else if (how === 'closed') response.destroy();
  else if (how === 'loop') response.writeHead(302, { location: url }).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Nothing here.</p>');
}

function rssItem({ title, url, author, issued, abstract, keywords }: Post): string {
  const { year, month = 1, day = 1 } = issued!;
  return [
    `<item><title>${title}</title><link>${url}</link>`,
    ...author.map(({ given, family }) => `<dc:creator>${given} ${family}</dc:creator>`),
    ...keywords.map(keyword => `<category>${keyword}</category>`),
    `<pubDate>${new Date(Date.UTC(year, month - 1, day)).toUTCString()}</pubDate>`,
    `<description>${abstract}</description></item>`,
  ].join('');
}
