import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { foldText } from '../../src/core/text';
import { cleanUrl, urlKey } from '../../src/core/url';

const text = readFileSync(`${__dirname}/../../media/sample-library.json`, 'utf8');
const posts: CslPost[] = JSON.parse(text);

interface CslPost {
  id: string;
  type: string;
  title: string;
  author: Record<string, string>[];
  issued?: { 'date-parts': [number[], ...number[][]] };
  URL?: string;
  'container-title': string;
  abstract: string;
  keyword: string;
  note?: string;
  custom?: { provisional?: string[]; inferred?: string[] };
}

describe('the sample library', () => {
  const each = (check: (post: CslPost) => void) => () => posts.forEach(check);
  const isText = (value: unknown) => typeof value === 'string' && value !== '' && value === value.trim();

  it('has one post a line, in the order of the ids', () => {
    const sorted = [...posts].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.equal(text, `[\n${sorted.map(post => JSON.stringify(post)).join(',\n')}\n]\n`);
  });

  it('names no post twice', () => {
    for (const values of [
      posts.map(post => post.id),
      posts.flatMap(post => (post.URL ? urlKey(post.URL) : [])),
    ]) {
      assert.deepEqual(values, [...new Set(values)]);
    }
  });

  it('offers at least twenty-five posts from ten publications', () => {
    assert.ok(posts.length >= 25);
    assert.ok(new Set(posts.map(post => post['container-title'])).size >= 10);
  });

  it(
    'has the fields a post needs and no others',
    each(post => {
      const required = ['id', 'type', 'title', 'author', 'container-title', 'abstract', 'keyword'];
      const optional = ['issued', 'URL', 'note', 'custom'];
      assert.deepEqual(
        required.filter(field => !(field in post)),
        [],
        post.id,
      );
      assert.deepEqual(
        Object.keys(post).filter(field => ![...required, ...optional].includes(field)),
        [],
        post.id,
      );
      assert.equal(post.type, 'post-weblog');
      for (const value of [post.title, post['container-title'], post.abstract, post.note ?? 'none']) {
        assert.ok(isText(value), post.id);
      }
    }),
  );

  it(
    'names the authors in CSL name parts',
    each(post => {
      assert.ok(post.author.length > 0, post.id);
      for (const { family, given, 'non-dropping-particle': particle, ...others } of post.author) {
        assert.ok(isText(family) && isText(given) && (particle === undefined || isText(particle)), post.id);
        assert.deepEqual(others, {}, post.id);
      }
    }),
  );

  it(
    'makes each id from the first author, the year and a word of the title',
    each(post => {
      const family = foldText(post.author[0]!.family!).replace(/[^a-z]/g, '');
      const start = family + (post.issued?.['date-parts'][0][0] ?? '');
      const word = post.id.slice(start.length);
      assert.ok(post.id.startsWith(start), post.id);
      assert.ok(
        foldText(post.title)
          .split(/[^a-z0-9]+/)
          .includes(word),
        post.id,
      );
    }),
  );

  it(
    'gives dates that exist',
    each(post => {
      if (!post.issued) return;
      const [[year, month, day], ...more] = post.issued['date-parts'];
      const date = new Date(Date.UTC(year!, (month ?? 1) - 1, day ?? 1));
      assert.deepEqual(
        [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), more],
        [year, month ?? 1, day ?? 1, []],
        post.id,
      );
      assert.ok(year! >= 1999 && date.getTime() < Date.now(), post.id);
    }),
  );

  it(
    'has a clean https address with a date, or neither',
    each(post => {
      assert.equal(post.URL === undefined, post.issued === undefined, post.id);
      if (post.URL === undefined) return;
      assert.match(post.URL, /^https:\/\/[^?#\s]+$/);
      assert.equal(cleanUrl(post.URL), post.URL);
    }),
  );

  it(
    'marks what Byline made up, out of what the post has',
    each(post => {
      const topics = post.keyword.split(', ');
      assert.ok(topics.length >= 2 && topics.length <= 4, post.id);
      assert.deepEqual(topics, [...new Set(topics)], post.id);
      const { provisional = ['title'], inferred = [], ...others } = post.custom ?? {};
      assert.deepEqual(provisional, ['title'], post.id);
      assert.deepEqual(
        inferred.filter(topic => !topics.includes(topic)),
        [],
        post.id,
      );
      assert.deepEqual(others, {}, post.id);
    }),
  );

  it('calls a topic by one name only', () => {
    const topics = [...new Set(posts.flatMap(post => post.keyword.split(', ')))];
    const folded = topics.map(foldText);
    assert.deepEqual(folded, [...new Set(folded)]);
  });
});
