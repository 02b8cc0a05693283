import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isoDate } from '../../../src/core/date';
import { readHtmlListing } from '../../../src/core/formats/listing/html';
import type { Listing } from '../../../src/core/formats/listing/listing';
import { displayName } from '../../../src/core/name';

const folder = path.join(__dirname, '../../fixtures/listing/html');

interface Expected {
  base?: string;
  publication?: string;
  posts: { title: string; authors: string[]; date?: string; url?: string }[];
}

const brief = (listing: Listing) =>
  listing.posts.map(({ title, author, issued, url }) => ({
    title,
    authors: author.map(displayName),
    ...(issued ? { date: isoDate(issued) } : {}),
    ...(url ? { url } : {}),
  }));

describe('readHtmlListing', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.html'))) {
    it(`reads ${file} exactly`, () => {
      const expected: Expected = JSON.parse(
        readFileSync(path.join(folder, file.replace(/html$/, 'json')), 'utf8'),
      );
      const html = readFileSync(path.join(folder, file), 'utf8');
      const listing = readHtmlListing(html, {
        source: file,
        ...(expected.base ? { base: expected.base } : {}),
      });
      assert.deepEqual(brief(listing), expected.posts);
      if (expected.publication) assert.equal(listing.publication, expected.publication);
    });
  }
});
