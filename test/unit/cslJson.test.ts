import assert from 'node:assert/strict';
import {
  detectCslJson,
  formatCslJson,
  fromCslItem,
  parseCslJson,
  toCslItem,
} from '../../src/core/formats/cslJson';
import type { PostRecord } from '../../src/core/post';

const full: PostRecord = {
  id: 'sanmiguel2021orchestrated',
  title: 'Orchestrated Functions',
  author: [
    { family: 'San Miguel', given: 'Frank' },
    { family: 'Berg', given: 'Anna', nonDroppingParticle: 'van den', suffix: 'Jr.' },
    { literal: 'The Cosmos team' },
  ],
  issued: { year: 2021, month: 3 },
  url: 'https://example.com/a',
  containerTitle: 'A Blog',
  abstract: 'What it is about.',
  keywords: ['workflows', 'cloud'],
  provisional: ['title'],
  inferred: ['cloud'],
};

describe('CSL-JSON', () => {
  it('has the fields, spelling and order that other software expects', () => {
    assert.deepEqual(Object.entries(toCslItem(full)), [
      ['id', 'sanmiguel2021orchestrated'],
      ['type', 'post-weblog'],
      ['title', 'Orchestrated Functions'],
      [
        'author',
        [
          { family: 'San Miguel', given: 'Frank' },
          { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van den', suffix: 'Jr.' },
          { literal: 'The Cosmos team' },
        ],
      ],
      ['issued', { 'date-parts': [[2021, 3]] }],
      ['URL', 'https://example.com/a'],
      ['container-title', 'A Blog'],
      ['abstract', 'What it is about.'],
      ['keyword', 'workflows, cloud'],
      ['custom', { provisional: ['title'], inferred: ['cloud'] }],
    ]);
  });

  it('leaves out what is not known', () => {
    assert.deepEqual(toCslItem({ title: 'T', author: [], keywords: [] }), {
      type: 'post-weblog',
      title: 'T',
    });
  });

  it('reads back what it wrote', () => {
    assert.deepEqual(parseCslJson(formatCslJson([full]), 'x').posts, [full]);
  });

  it('keeps variables it does not use', () => {
    const item = { id: 'a', type: 'book', title: 'T', publisher: 'P', DOI: '10/1', custom: { mine: 1 } };
    assert.deepEqual(toCslItem(fromCslItem(item)!), item);
  });

  it('writes one post a line, sorted by id, whatever the order of the posts', () => {
    const posts = ['b', 'B', 'a'].map(id => ({ id, title: id, author: [], keywords: [] }));
    const lines = formatCslJson(posts).split('\n');
    assert.deepEqual(
      lines.map(line => /"id":"(\w)"/.exec(line)?.[1]),
      [undefined, 'B', 'a', 'b', undefined, undefined],
    );
    assert.equal(formatCslJson(posts), formatCslJson([...posts].reverse()));
  });

  it('reads a merge that left commas too many or too few', () => {
    const text = '[\n{"id":"a","title":"A"},\n{"id":"b","title":"B"}\n{"id":"c","title":"C"},,\n]\n';
    const { posts, problems } = parseCslJson(text.replace(',,', ','), 'x');
    assert.deepEqual(
      posts.map(post => post.id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(problems, []);
  });

  it('reads both sides of a conflict, and reports the markers', () => {
    const text =
      '[\n{"id":"a","title":"A"},\n<<<<<<< ours\n{"id":"b","title":"B"}\n=======\n{"id":"c","title":"C"}\n>>>>>>> theirs\n]\n';
    const { posts, problems } = parseCslJson(text, 'x');
    assert.deepEqual(
      posts.map(post => post.id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      problems.map(problem => problem.line),
      [3, 5, 7],
    );
  });

  it('loses only the line that is damaged', () => {
    const { posts, problems } = parseCslJson('[\n{"id":"a","title":"A"},\n{"id":"b","tit\n]\n', 'x');
    assert.deepEqual(
      posts.map(post => post.id),
      ['a'],
    );
    assert.deepEqual(problems, [{ code: 'unreadableEntry', source: 'x', line: 3, detail: '{"id":"b","tit' }]);
  });

  it('says so when nothing can be read', () => {
    assert.deepEqual(parseCslJson('[{"id": ', 'x'), {
      posts: [],
      problems: [{ code: 'unreadableFile', source: 'x' }],
    });
  });

  it('is told apart from a page', () => {
    assert.ok(detectCslJson('[]'));
    assert.ok(detectCslJson('\uFEFF [\n{"id":"a"}]'));
    assert.ok(detectCslJson('[\n<<<<<<< ours\n'));
    assert.ok(!detectCslJson('[A title](https://example.com)\nBy Ann Lee'));
    assert.ok(!detectCslJson('By Ann Lee'));
  });
});
