import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LibraryFile } from '../../../src/core/library/libraryFile';
import type { FileSystem } from '../../../src/core/ports';
import { MemoryFileSystem, makePost } from '../../fakes';
import { figure } from '../../figure';
import { Random } from '../../fuzz/random';

const uri = 'memory:/library.json';
const fixture = readFileSync(resolve('test/fixtures/library/0.1.0.json'));

/** One file, of any bytes. */
function diskWith(bytes: Buffer): FileSystem & { bytes: Buffer; written: number } {
  const memory = new MemoryFileSystem();
  return Object.assign(memory, {
    bytes,
    written: 0,
    async read() {
      return (this as { bytes: Buffer }).bytes;
    },
    async stamp() {
      return String((this as { bytes: Buffer }).bytes.length);
    },
    async write(_: string, now: Uint8Array) {
      Object.assign(this, { bytes: Buffer.from(now), written: (this as { written: number }).written + 1 });
    },
  });
}

const conflict = (text: string) => {
  const lines = text.split('\n');
  const at = lines.length >> 1;
  return [
    ...lines.slice(0, at),
    '<<<<<<< HEAD',
    lines[at],
    '=======',
    '{"id":"theirs","title":"Theirs"},',
    '>>>>>>> other',
    ...lines.slice(at + 1),
  ].join('\n');
};

/** 200 ways in which a file can be damaged, by name. */
function* damages(): Generator<[name: string, bytes: Buffer]> {
  const random = new Random(7);
  const text = fixture.toString();
  for (let part = 0; part < 100; part++) {
    yield [`cut at ${part} %`, fixture.subarray(0, Math.floor((fixture.length * part) / 100))];
  }
  for (let flip = 0; flip < 60; flip++) {
    const bytes = Buffer.from(fixture);
    bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
    yield [`bit flip ${flip}`, bytes];
  }
  for (let hole = 0; hole < 20; hole++) {
    const bytes = Buffer.from(fixture);
    const start = random.below(bytes.length);
    yield [
      `hole of NULs ${hole}`,
      bytes.fill(0, start, Math.min(bytes.length, start + 1 + random.below(600))),
    ];
  }
  yield ['all NULs', Buffer.alloc(fixture.length)];
  yield ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')];
  yield ['UTF-16 without a mark', Buffer.from(text, 'utf16le')];
  yield ['UTF-16, big endian', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()];
  yield ['Latin-1', Buffer.from(text.replaceAll('Sophie', 'Zoë'), 'latin1')];
  yield ['conflict markers', Buffer.from(conflict(text))];
  yield ['conflict markers, with CRLF', Buffer.from(conflict(text).replaceAll('\n', '\r\n'))];
  yield ['half a conflict', Buffer.from(text.replace('\n', '\n<<<<<<< HEAD\n'))];
  yield ['twice', Buffer.concat([fixture, fixture.subarray(0, -9)])];
  yield ['another file', Buffer.from('<!doctype html><title>Sign in</title>\n')];
  yield ['binary', Buffer.from(Array.from({ length: 3000 }, () => random.below(256)))];
  yield ['a line broken in two', Buffer.from(text.replace('"title":', '"title":\n'))];
  yield ['brackets lost', Buffer.from(text.replaceAll('}', ''))];
  yield ['quotes lost', Buffer.from(text.replaceAll('"', ''))];
  yield ['lines joined', Buffer.from(text.replaceAll('},\n', '}'))];
  yield ['lines reversed', Buffer.from(text.split('\n').reverse().join('\n'))];
  yield ['smart quotes', Buffer.from(text.replace('"id"', '“id”'))];
  yield ['an object of a later form', Buffer.from(`{"version":2,"posts":${text.trim()}}`)];
  yield ['tab-separated', Buffer.from(text.replaceAll(',', '\t'))];
  yield ['with a note above', Buffer.from(`// Our posts\n${text}`)];
}

const lines = (bytes: Buffer) =>
  bytes
    .toString()
    .split(/\r?\n/)
    .map(line => line.trim().replace(/,$/, ''));
const wholeLines = new Set(lines(fixture).filter(line => line.startsWith('{')));

describe('a damaged library file', () => {
  let refused = 0;
  let mended = 0;
  after(() => {
    const how = `${refused} left as they were and told, ${mended} saved with all that was left in them`;
    figure('damage', `${refused + mended} files, ${how}`);
  });

  for (const [name, bytes] of damages()) {
    it(`is never written over: ${name}`, async () => {
      const disk = diskWith(Buffer.from(bytes));
      const file = new LibraryFile(uri, disk, 0);
      const told = await file.read().then(
        ({ problems }) => problems.length,
        () => 1,
      );
      const error = await file
        .update(posts => [...posts, makePost({ id: 'zz-added' })])
        .then(
          () => undefined,
          (reason: Error) => reason,
        );
      if (error) {
        assert.ok(told > 0, 'nothing is told to who reads it');
        assert.match(error.message, /cannot be read, so it was not changed|not UTF-8/);
        assert.deepEqual([disk.written, disk.bytes.equals(bytes)], [0, true]);
        refused++;
      } else {
        // What was written holds every post that was still there.
        const now = new Set(lines(disk.bytes));
        const lost = lines(bytes).filter(line => wholeLines.has(line) && !now.has(line));
        assert.deepEqual(lost, []);
        const items: { id?: string }[] = JSON.parse(disk.bytes.toString());
        assert.ok(items.some(({ id }) => id === 'zz-added'));
        mended++;
      }
    });
  }

  it('is kept under another name where it is repaired, with all that can be read', async () => {
    const damaged = conflict(fixture.toString());
    const memory = new MemoryFileSystem({ [uri]: damaged });
    const file = new LibraryFile(uri, memory, 0);
    const copy = await file.repair(new Date(0));
    assert.equal(memory.files.get(copy), damaged);
    const { posts, writable } = await file.read();
    assert.ok(writable);
    assert.equal(posts.length, wholeLines.size); // one of these has no title, one came with the conflict
  });
});
