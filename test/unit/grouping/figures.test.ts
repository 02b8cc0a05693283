import assert from 'node:assert/strict';
import { type Figures, figures } from '../../../src/core/grouping/figures';
import { groupPosts } from '../../../src/core/grouping/grouping';
import type { Post } from '../../../src/core/post';
import { makePost } from '../../fakes';

const figuresOf = (posts: readonly Post[]): Figures =>
  figures({
    authors: groupPosts(posts, 'author'),
    topics: groupPosts(posts, 'topic'),
    years: groupPosts(posts, 'year'),
  });

const inYears = (...years: number[]): Post[] =>
  years.map((year, at) => makePost({ id: `${at}`, issued: { year } }));

describe('a library in figures', () => {
  const ann = { family: 'Lee', given: 'Ann' };
  const bo = { family: 'Roe', given: 'Bo' };

  it('counts posts, authors and topics, and names those with most posts', () => {
    const posts = [
      makePost({ id: 'a', author: [bo], keywords: ['Go'], issued: { year: 2020 } }),
      makePost({ id: 'b', author: [ann, bo], keywords: ['go', 'caches'], issued: { year: 2022, month: 3 } }),
      makePost({ id: 'c', keywords: ['apples'] }),
    ];
    assert.deepEqual(figuresOf(posts), {
      posts: 3,
      authors: 2,
      topics: 3,
      years: [
        { label: '2020', posts: 1 },
        { label: '2021', posts: 0 },
        { label: '2022', posts: 1 },
      ],
      undated: 1,
      topAuthors: [
        { label: 'Bo Roe', posts: 2 },
        { label: 'Ann Lee', posts: 1 },
      ],
      topTopics: [
        { label: 'go', posts: 2 },
        { label: 'apples', posts: 1 },
        { label: 'caches', posts: 1 },
      ],
    });
  });

  it('is empty of no posts', () => {
    const nothing = { posts: 0, authors: 0, topics: 0, years: [], undated: 0, topAuthors: [], topTopics: [] };
    assert.deepEqual(figuresOf([]), nothing);
  });

  it('names ten of each at most', () => {
    const keywords = Array.from({ length: 40 }, (_, at) => `t${at}`);
    const { topics, topTopics } = figuresOf([makePost({ id: 'a', keywords })]);
    assert.deepEqual([topics, topTopics.length, topTopics[9]!.label], [40, 10, 't9']);
  });

  it('tells decades where years would be too many', () => {
    const { years } = figuresOf(inYears(1969, 1991, 1999, 2024));
    assert.deepEqual(
      years.map(({ label, posts }) => `${label}: ${posts}`),
      [
        '1960–1969: 1',
        '1970–1979: 0',
        '1980–1989: 0',
        '1990–1999: 2',
        '2000–2009: 0',
        '2010–2019: 0',
        '2020–2029: 1',
      ],
    );
    assert.equal(figuresOf(inYears(1996, 2025)).years.length, 30);
    assert.equal(figuresOf(inYears(1995, 2025)).years.length, 4);
  });

  it('has few bars however far apart the years are', () => {
    const { years } = figuresOf(inYears(-44, 2999, 1000));
    assert.ok(years.length <= 31, `${years.length} bars`);
    assert.equal(
      years.reduce((sum, { posts }) => sum + posts, 0),
      3,
    );
  });
});
