import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isoDate } from '../../../src/core/date';
import { readPage } from '../../../src/core/formats/page';
import { displayName } from '../../../src/core/name';

const folder = path.join(__dirname, '../../fixtures/page');

/** What a person finds on the page; `null` where it tells nothing. Fields that are not listed are not compared. */
interface Expected {
  base: string;
  title: string | null;
  authors?: string[];
  date?: string | null;
  publication?: string | null;
  url?: string | null;
  keywords?: string[];
  language?: string;
  feeds?: string[];
}

describe('readPage', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.html'))) {
    it(`reads ${file} exactly`, () => {
      const { base, ...expected }: Expected = JSON.parse(
        readFileSync(path.join(folder, file.replace(/html$/, 'json')), 'utf8'),
      );
      const { post, feeds } = readPage(readFileSync(path.join(folder, file), 'utf8'), { source: file, base });
      const found: Required<Omit<Expected, 'base'>> = {
        title: post?.title ?? null,
        authors: post?.author.map(displayName) ?? [],
        date: post?.issued ? isoDate(post.issued) : null,
        publication: post?.containerTitle ?? null,
        url: post?.url ?? null,
        keywords: [...(post?.keywords ?? [])],
        language: post?.language ?? '',
        feeds: feeds.map(feed => feed.url),
      };
      const compared = Object.keys(expected).map(name => [name, found[name as keyof typeof found]]);
      assert.deepEqual(Object.fromEntries(compared), expected);
    });
  }
});
