import { type BadServer, type BehaviourName, goodFeed, startBadServer } from './badServer';

/** What the bad feeds of `startFeeds` do, in turns. */
export const badFeeds: readonly BehaviourName[] = [
  'drip',
  'headerDrip',
  'noResponse',
  'hangUp',
  'resetInBody',
  'shorterThanSaid',
  'endless',
  'gzipBomb',
  'tenTimesGzip',
  'badGzip',
  'redirectLoop',
  'manyRedirects',
  'tooManyRequests',
  'unavailable',
  'gone',
  'notFound',
  'notModified',
  'redirectToFile',
  'hugeHeaders',
  'notHttp',
];

export interface FeedServer extends BadServer {
  /** In an order in which good and bad ones are mixed. */
  readonly feeds: readonly { readonly url: string; readonly does: BehaviourName }[];
  /** For `createHttpClient`: every host is this server. */
  readonly allowedHosts: () => readonly string[];
  readonly lookup: (name: string) => Promise<readonly string[]>;
  /** Answers to good feeds by status: 304 when they are asked with the validators that they brought. */
  readonly answers: Map<number, number>;
}

/** Feeds of which `bad` never give anything; `perHost` of them share a host ("host3.example"). */
export async function startFeeds(count: number, bad: number, perHost = 1): Promise<FeedServer> {
  const answers = new Map<number, number>();
  const server = await startBadServer((request, response) => {
    const { url = '' } = request;
    const status = request.headers['if-none-match'] === `"${url}"` ? 304 : 200;
    answers.set(status, (answers.get(status) ?? 0) + 1);
    response.writeHead(status, { 'content-type': 'application/rss+xml', etag: `"${url}"` });
    setTimeout(() => response.end(status === 200 ? goodFeed(url) : undefined), 5);
  });
  const feeds = Array.from({ length: count }, (_, index) => {
    // Spread evenly, as Bresenham draws a line.
    const turn = Math.floor((index * bad) / count);
    const isBad = Math.floor(((index + 1) * bad) / count) > turn;
    const does = isBad ? badFeeds[turn % badFeeds.length]! : 'good';
    const host = `host${Math.floor(index / perHost)}.example:${server.port}`;
    return { url: `http://${host}/${isBad ? does : `feed${index}`}`, does };
  });
  const hosts = [...new Set(feeds.map(({ url }) => new URL(url).host))];
  return {
    ...server,
    feeds,
    allowedHosts: () => hosts,
    lookup: async () => ['127.0.0.1'],
    answers,
  };
}
