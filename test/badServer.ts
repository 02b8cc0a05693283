import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A small feed with one post, for servers that answer well. */
export const goodFeed = (name = 'Feed') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>http://example.com/</link>` +
  `<item><title>Post of ${name}</title><link>http://example.com/${encodeURIComponent(name)}</link>` +
  '<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers without Node's help, for what Node wouldn't send. */
const raw =
  (...parts: readonly string[]): Behaviour =>
  ({ socket }) => {
    for (const part of parts) socket.write(part);
  };

const whole =
  (
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body: string | Uint8Array = '',
  ): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-length': String(body.length), ...headers }).end(body);
  };

const redirect = (status: number, location: string, headers = {}) => whole(status, { location, ...headers });

/** Writes `chunk` again and again, as fast as it is read or every `ms`. */
function repeat(
  target: NodeJS.WritableStream & { destroyed?: boolean },
  chunk: string | Uint8Array,
  ms?: number,
) {
  const next = () => {
    if (target.destroyed) return;
    if (ms !== undefined) {
      target.write(chunk);
      setTimeout(next, ms);
    } else if (target.write(chunk)) setImmediate(next);
    else target.once('drain', next);
  };
  next();
}

const encoded = (encoding: string, body: Uint8Array) => whole(200, { 'content-encoding': encoding }, body);

const gzip = gzipSync(goodFeed());
const ten = Array.from({ length: 10 }).reduce<Uint8Array>(bytes => gzipSync(bytes), Buffer.from(goodFeed()));

/** What a server may do to whoever asks it, by path. */
export const behaviours = {
  good: whole(200, { 'content-type': 'application/rss+xml', etag: '"1"' }, goodFeed()),
  gzip: encoded('gzip', gzip),
  xGzip: encoded('X-GZIP', gzip),
  deflate: encoded('deflate', deflateSync(goodFeed())),
  rawDeflate: encoded('deflate', deflateRawSync(goodFeed())),
  brotli: encoded('br', brotliCompressSync(goodFeed(), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  identity: encoded('identity', Buffer.from(goodFeed())),
  emptyGzip: encoded('gzip', Buffer.alloc(0)),

  drip: (_request, response) => {
    response.writeHead(200);
    repeat(response, 'x', 1000);
  },
  headerDrip: ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
    repeat(socket, 'x', 1000);
  },
  noResponse: () => {},
  endlessEarlyHints: ({ socket }) => repeat(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n', 5),
  hangUp: ({ socket }) => void socket.destroy(),
  resetInBody: ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss>', () => socket.resetAndDestroy());
  },
  shorterThanSaid: ({ socket }) => {
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss>');
  },
  longerThanSaid: raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n<rss></rss>'),
  cutChunks: ({ socket }) => {
    socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n');
  },
  badChunks: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnone\r\n'),
  endless: (_request, response) => {
    response.writeHead(200);
    repeat(response, Buffer.alloc(65_536, 'x'));
  },
  endlessSmallChunks: ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    repeat(socket, '10\r\n0123456789abcdef\r\n'.repeat(3000));
  },
  gzipBomb: (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const bomb = createGzip();
    bomb.pipe(response);
    const zeros = Buffer.alloc(2 ** 20);
    let left = 300;
    const next = () => {
      while (left-- > 0 && !response.destroyed) if (!bomb.write(zeros)) return void bomb.once('drain', next);
      bomb.end();
    };
    next();
  },
  /** Members of a gzip file that hold nothing: no decoded byte ever comes. */
  endlessEmptyGzip: (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    repeat(response, Buffer.concat(Array.from({ length: 2000 }, () => gzipSync(''))));
  },
  tenTimesGzip: encoded(Array(10).fill('gzip').join(', '), ten),
  badGzip: encoded('gzip', Buffer.concat([gzip.subarray(0, 20), randomBytes(500)])),
  notGzip: encoded('gzip', Buffer.from(goodFeed())),
  cutGzip: encoded('gzip', gzip.subarray(0, -20)),
  badBrotli: encoded('br', Buffer.alloc(100, 255)),
  zstd: encoded('zstd', randomBytes(100)),

  redirectLoop: redirect(302, '/redirectLoopBack'),
  redirectLoopBack: redirect(302, '/redirectLoop'),
  movedToItself: redirect(301, '/movedToItself'),
  cookieRedirect: redirect(302, '/cookieRedirect', { 'set-cookie': 'seen=1' }),
  manyRedirects: ({ url = '' }, response) => {
    const [, count = '0'] = url.split('?');
    redirect(302, `/manyRedirects?${Number(count) + 1}`)({} as IncomingMessage, response);
  },
  moved: redirect(301, '/good'),
  movedTwice: redirect(308, '/moved'),
  movedThenFound: redirect(301, '/found'),
  found: redirect(302, '/good'),
  foundThenMoved: redirect(307, '/moved'),
  movedToNothing: redirect(301, '/notFound'),
  redirectToNowhere: whole(302),
  redirectToFile: redirect(302, 'file:///etc/passwd'),
  redirectToData: redirect(302, 'data:text/xml,<rss/>'),
  redirectToJunk: redirect(302, 'http://[::1'),

  tooManyRequests: whole(429, { 'retry-after': '3600' }),
  tooManyRequestsUntil: whole(429, { 'retry-after': 'Wed, 25 Nov 2026 08:00:00 GMT' }),
  unavailable: whole(503, { 'retry-after': '120' }, 'Back soon'),
  endlessUnavailable: (_request, response) => {
    response.writeHead(503);
    repeat(response, Buffer.alloc(65_536, 'x'));
  },
  gone: whole(410),
  notFound: whole(404),
  forbidden: whole(403),
  notModified: whole(304),
  html: whole(200, { 'content-type': 'text/html' }, '<!doctype html><title>Log in</title>'),
  empty: whole(200),

  hugeHeaders: raw(`HTTP/1.1 200 OK\r\nx-huge: ${'x'.repeat(100_000)}\r\n\r\n`),
  endlessHeaders: ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    repeat(socket, `x-more: ${'x'.repeat(1000)}\r\n`);
  },
  notHttp: raw('SSH-2.0-OpenSSH_9.2\r\n'),
  upgrade: raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'),
} satisfies Record<string, Behaviour>;

export type BehaviourName = keyof typeof behaviours;

export interface BadServer {
  readonly port: number;
  /** "127.0.0.1:1234", as `byline.allowedHosts` takes it. */
  readonly host: string;
  url(name: BehaviourName): string;
  /** What was asked, in order. */
  readonly requests: readonly { readonly url: string; readonly headers: http.IncomingHttpHeaders }[];
  /** Connections that are open now. */
  connections(): number;
  close(): Promise<void>;
}

/** Listens on loopback and behaves as the path says; `answer` may answer other paths. */
export async function startBadServer(
  answer?: Behaviour,
  create: (listener: Behaviour) => http.Server = http.createServer,
): Promise<BadServer> {
  const requests: { url: string; headers: http.IncomingHttpHeaders }[] = [];
  const sockets = new Set<object>();
  const server = create((request, response) => {
    requests.push({ url: request.url!, headers: request.headers });
    const name = request.url!.slice(1).split('?')[0]!;
    const behaviour = name in behaviours ? behaviours[name as BehaviourName] : answer;
    (behaviour ?? behaviours.notFound)(request, response);
  });
  server.on('connection', socket => {
    sockets.add(socket.unref()); // a test that fails must not keep the process
    socket.on('error', () => {}); // clients that hang up are what this is about
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `127.0.0.1:${port}`,
    url: name => `http://127.0.0.1:${port}/${name}`,
    requests,
    connections: () => sockets.size,
    close: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
