import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parser } from '../../../src/core/ports';
import { parse } from '../../../src/core/sources/parse';
import type { ParseRequest } from '../../../src/core/sources/parsed';
import type { ReadPorts } from '../../../src/core/sources/readSource';
import { createHttpClient } from '../../../src/node/httpClient';
import { type BadServer, startBadServer } from '../../badServer';
import { MemoryFileSystem } from '../../fakes';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A site on loopback, whose pages a test sets; it answers 304 to a validator that is the same. */
export class Site {
  readonly pages = new Map<string, Answer>();
  readonly parsed: ParseRequest[] = [];
  now = Date.UTC(2026, 10, 23);
  readonly files = new MemoryFileSystem();

  private constructor(readonly server: BadServer) {}

  static async start(): Promise<Site> {
    const site: Site = new Site(await startBadServer((request, response) => site.#answer(request, response)));
    return site;
  }

  /** Paths asked for, in order; with "?" behind those asked on a condition. */
  get asked(): string[] {
    const isConditional = (headers: IncomingMessage['headers']) =>
      headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
    return this.server.requests.map(({ url, headers }) => url + (isConditional(headers) ? '?' : ''));
  }

  url(path: string): string {
    return `http://${this.server.host}${path}`;
  }

  get ports(): ReadPorts {
    const parser: Parser = {
      parse: async request => {
        this.parsed.push(request);
        // What a worker would get and send.
        return structuredClone(parse(structuredClone(request)));
      },
    };
    return {
      http: createHttpClient({
        allowedHosts: () => [this.server.host],
        userAgent: 'Byline/1.0 (test)',
        limits: { total: 1000 },
      }),
      files: this.files,
      parser,
      uriOf: location => `file:///${location}`,
      now: () => this.now,
      random: () => 0,
    };
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { status = 200, headers = {}, body = '' } = this.pages.get(request.url!) ?? { status: 404 };
    const { etag, 'last-modified': modified } = headers;
    const isSame =
      (etag !== undefined && request.headers['if-none-match'] === etag) ||
      (etag === undefined && modified !== undefined && request.headers['if-modified-since'] === modified);
    response.writeHead(isSame ? 304 : status, headers).end(isSame ? undefined : body);
  }
}

/** An RSS feed of posts with these titles, at "/title" of the site. */
export function rss(titles: readonly string[], more = ''): string {
  const items = titles.map(
    title =>
      `<item><title>${title}</title><link>/${title.toLowerCase()}</link><guid isPermaLink="false">${title}</guid>` +
      `<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><author>ada@example.com (Ada Lovelace)</author></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>${more}${items.join('')}</channel></rss>`;
}

/** A page that lists posts, at "/title" of the site. */
export function archive(titles: readonly string[], head = ''): string {
  const items = titles.map(
    title =>
      `<article><h2><a href="/${title.toLowerCase()}">${title}</a></h2><time datetime="2026-11-02">November 2, 2026</time>` +
      `<p class="byline">By Ada Lovelace</p></article>`,
  );
  return `<!doctype html><html><head><title>Archive</title>${head}</head><body><main>${items.join('')}</main></body></html>`;
}
