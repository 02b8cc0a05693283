import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePage } from '../../../src/core/decode';
import { readBibliography } from '../../../src/core/formats/bibliography';
import { bibtexSyntax } from '../../../src/core/formats/bibliography/bibtex/bibtexSyntax';
import { textLibrary } from '../../../src/core/formats/bibliography/textLibrary';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { figure } from '../../figure';

const folder = join(
  process.env.BYLINE_CORPORA ?? join(import.meta.dirname, '../../../../shared/corpora'),
  'bibtex-corpus/import',
);
const isHere = existsSync(folder);
const without = isHere ? '' : ' (skipped: the corpora are not on this machine)';

/**
 * The keys of the entries, told in another way than the reader does: lines that begin one. Some begin in the middle of
 * a line, none of the corpus' values holds such a line.
 */
function entryKeys(text: string): string[] {
  const starts = text.matchAll(/^.*?(?<!\\)@\s*(\w+)\s*[{(]\s*([^\s,={}]*)(\s*=)?/gm);
  return [...starts]
    .filter(([line, type]) => !/^\s*%/.test(line!) && !/^(?:comment|string|preamble|xdata)$/i.test(type!))
    .map(([, , key, equals]) => (equals ? '' : key!));
}

describe('the BibTeX corpus', () => {
  (isHere ? it : it.skip)(`is read with all its entries${without}`, () => {
    const lost: string[] = [];
    let count = 0;
    let slowest = 0;
    const files = readdirSync(folder);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      const start = performance.now();
      const { records, problems } = readBibliography(bytes, file)!;
      slowest = Math.max(slowest, performance.now() - start);
      const expected = entryKeys(new TextDecoder().decode(bytes));
      const untitled = problems
        .filter(({ code }) => code === 'untitledEntry')
        .map(({ detail }) => detail!.replace(/^@\w+\{/, ''));
      const found = [...records.map(({ id = '' }) => id), ...untitled];
      count += records.length;
      if (String(found.sort()) !== String(expected.sort())) lost.push(file);
    }
    figure(
      'BibTeX corpus',
      `${files.length} files, 0 threw, ${files.length - lost.length} with all entries, ${count} posts; the slowest took ${slowest.toFixed(0)} ms`,
    );
    assert.deepEqual(lost, []);
    assert.ok(count > 2000);
  }).timeout(60_000);

  (isHere ? it : it.skip)(`stays as it is where no post changes, and says what changed${without}`, () => {
    const library = textLibrary(bibtexSyntax);
    for (const file of readdirSync(folder)) {
      const bytes = new TextEncoder().encode(decodePage(readFileSync(join(folder, file))));
      const reading = runWhole(library.reading(bytes, file));
      const posts = reading.posts.map((record, at) => ({ ...record, id: record.id ?? `made${at}` }));
      const keyed = new Map(reading.posts.map((record, at) => [record, posts[at]!]));
      if (new Set(posts.map(({ id }) => id)).size < posts.length) continue;
      const write = (next: readonly Post[]) => runWhole(library.writing(next, { bytes, reading, keyed }));
      if (reading.posts.every(({ id }) => id !== undefined)) {
        assert.deepEqual(write(reading.posts as readonly Post[]), bytes, file);
      }
      const changed = posts.map(post => ({ ...post, title: `${post.title} & more`, keywords: ['new'] }));
      const again = runWhole(library.reading(write(changed), file)).posts;
      assert.deepEqual(
        again.map(({ id, title, keywords, author, issued, url }) => [
          id,
          title,
          keywords,
          author,
          issued,
          url,
        ]),
        changed.map(({ id, title, keywords, author, issued, url }) => [
          id,
          title,
          keywords,
          author,
          issued,
          url,
        ]),
        file,
      );
    }
  }).timeout(60_000);
});
