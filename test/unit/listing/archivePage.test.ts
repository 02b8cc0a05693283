import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readListing } from '../../../src/core/formats/listing';
import { displayName } from '../../../src/core/name';
import { createVocabulary, withTopics } from '../../../src/core/topics';

const root = resolve(__dirname, '../../..');
const authors = [
  ['Carenina Garcia Motion', 'Leslie Posada', 'Bethany Brodsky'],
  ['Nick Tomlin', 'Michael Possumato', 'Rahul Pilani'],
  ['Dhevi Rajendran'],
  ['Anton Margoline', 'Avinash Dathathri', 'Devang Shah', 'Murthy Parthasarathi'],
  ['Curtis Castrapel', 'Patrick Sanders', 'Hee Won Kim'],
  ['Tim Brandall', 'Shawn Xu', 'Pu Chen', 'Jen Schaefer'],
  ['Michelle Brenner'],
  ['Raghuram Onti Srinivasan', 'Tianlong Chen'],
  ['Stephanie Lane', 'Wenjing Zheng', 'Mihir Tendulkar'],
  ['Frank San Miguel'],
];

/** The archive page that Byline began with, where it is at hand; the one in the fixtures has its shape and our words. */
const seeds = process.env.BYLINE_SEEDS ?? join(root, '../shared/seeds');
const seed = existsSync(seeds) ? readdirSync(seeds).find(name => name.endsWith('.txt')) : undefined;
const pages: Record<string, string | undefined> = {
  'the archive page in our words': join(root, 'test/fixtures/pages/archive.txt'),
  'the archive page that Byline began with': seed && join(seeds, seed),
};

for (const [name, path] of Object.entries(pages)) {
  const declare = path ? describe : describe.skip;
  declare(path ? name : `${name} (skipped: BYLINE_SEEDS does not name its folder)`, () => {
    const { publication, posts, problems } = readListing(path ? readFileSync(path, 'utf8') : '', {
      source: 'page',
    });

    it('gives ten posts in order, each with exactly its authors', () => {
      assert.deepEqual(
        posts.map(post => post.author.map(displayName)),
        authors,
      );
    });

    it('takes families and particles for what they are', () => {
      const names = posts.flatMap(post => post.author);
      assert.equal(names.find(({ given }) => given === 'Frank')?.family, 'San Miguel');
      assert.equal(names.find(({ given }) => given === 'Hee Won')?.family, 'Kim');
    });

    it('finds the two titles, and marks the others as provisional', () => {
      const real = posts.filter(post => !post.provisional?.length).map(({ title }) => title);
      assert.deepEqual(real, [
        'ConsoleMe: A Central Control Plane for AWS Permissions and Access',
        'Orchestrated Functions as a Microservice',
      ]);
    });

    it('knows the publication, and takes nothing of the page around the posts', () => {
      assert.equal(publication, 'Netflix Technology Blog');
      const text = JSON.stringify(posts);
      for (const chrome of ['Source credit', 'App Store', 'Medium app', 'iOS']) {
        assert.ok(!text.includes(chrome), chrome);
      }
      assert.ok(problems.every(({ code }) => code === 'skippedText'));
      assert.ok(problems.some(({ detail }) => detail?.includes('App Store')));
    });

    it('keeps headings in the excerpt, and credited teams as a note', () => {
      assert.match(posts[3]?.abstract ?? '', /Camera/);
      assert.match(posts[3]?.note ?? '', /teams/);
      assert.ok(posts.every(post => (post.abstract?.length ?? 0) > 100));
    });

    it('gives each post two to five topics of its own', () => {
      const vocabulary = createVocabulary();
      const topics = posts.map(post => withTopics(post, vocabulary).keywords);
      assert.deepEqual(
        topics.filter(({ length }) => length < 2 || length > 5),
        [],
      );
      assert.equal(new Set(topics.map(String)).size, posts.length);
      assert.ok(topics[4]?.includes('ConsoleMe') && topics[4].includes('AWS'));
    });
  });
}
