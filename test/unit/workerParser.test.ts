import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { ParseRequest } from '../../src/core/sources/parsed';
import { WorkerParser, type WorkerParserOptions } from '../../src/node/workerParser';

const encoder = new TextEncoder();

function library(posts: number): ParseRequest {
  const items = Array.from({ length: posts }, (_, index) => ({
    id: `post${index}`,
    title: `Title ${index}`,
  }));
  const bytes = encoder.encode(JSON.stringify(items));
  return { kind: 'bibliography', source: 'posts.json', files: [{ name: 'posts.json', bytes }] };
}

describe('a parser in a worker', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'byline-worker-'));
  const parsers: WorkerParser[] = [];

  const parserOf = (file: string, options?: WorkerParserOptions) => {
    const parser = new WorkerParser(join(folder, file), options);
    parsers.push(parser);
    return parser;
  };

  /** A thread of which the first request goes wrong as `body` says; the others are answered. */
  const strange = (body: string) => {
    const file = `${body.replace(/\W/g, '')}.cjs`;
    const script = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', request => {
        if (request.source === 'bad') { ${body} }
        parentPort.postMessage({ parsed: { entries: [], feeds: [], sources: [], problems: [] } });
      });`;
    writeFileSync(join(folder, file), script);
    return file;
  };
  const request = (source: string): ParseRequest => ({ kind: 'feed', source, files: [] });

  before(async () => {
    await build({
      entryPoints: [resolve(__dirname, '../../src/node/parserThread.ts')],
      outfile: join(folder, 'thread.js'),
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
  });

  afterEach(() => {
    for (const parser of parsers.splice(0)) parser.dispose();
  });

  after(() => rmSync(folder, { recursive: true }));

  it('reads what it is given, one request after the other', async () => {
    const parser = parserOf('thread.js');
    const read = await Promise.all([1200, 3, 0].map(posts => parser.parse(library(posts))));
    assert.deepEqual(
      read.map(({ entries }) => entries.length),
      [1200, 3, 0],
    );
    assert.deepEqual(read[0]!.entries[1199], {
      key: 'post1199',
      record: { id: 'post1199', title: 'Title 1199', author: [], keywords: [] },
    });
    assert.equal(read[0]!.takenFor, 'bibliography');
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    const parser = parserOf(strange('for (;;);'), { deadline: 1500 });
    const bad = parser.parse(request('bad'));
    const good = parser.parse(request('good'));
    await assert.rejects(bad, /^Error: reading it takes more than 1.5 s$/);
    assert.deepEqual((await good).entries, []);
  });

  it('gives up what takes too much memory, and goes on with the next', async () => {
    const parser = parserOf(strange('const all = []; for (;;) all.push({ more: [all.length] });'), {
      memory: 32,
    });
    await assert.rejects(parser.parse(request('bad')), /^Error: reading it takes too much memory$/);
    assert.deepEqual((await parser.parse(request('good'))).entries, []);
  });

  it('tells an error of the thread, and goes on with the next', async () => {
    const parser = parserOf(strange('throw new Error("broken");'));
    await assert.rejects(parser.parse(request('bad')), /^Error: broken$/);
    assert.deepEqual((await parser.parse(request('good'))).entries, []);
  });

  it('stops at once when it is called off, be it at work or waiting for its turn', async () => {
    const parser = parserOf(strange('for (;;);'));
    const controller = new AbortController();
    const reason = new Error('called off');
    const refused = [request('bad'), request('good')].map(each =>
      assert.rejects(parser.parse(each, controller.signal), reason),
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    controller.abort(reason);
    await Promise.all(refused);
    await assert.rejects(parser.parse(request('good'), controller.signal), reason);
    assert.deepEqual((await parser.parse(request('good'))).entries, []);
  });

  it('starts another thread after the first one ended for want of work', async () => {
    const parser = parserOf('thread.js', { idle: 1 });
    for (const posts of [1, 2]) {
      assert.equal((await parser.parse(library(posts))).entries.length, posts);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
});
