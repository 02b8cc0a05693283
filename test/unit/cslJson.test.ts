import assert from 'node:assert/strict';
import { type CslItem, fromCslItem, toCslItem } from '../../src/core/formats/cslItem';
import { detectCslJson, formatCslJson, parseCslJson } from '../../src/core/formats/cslJson';
import { enrich } from '../../src/core/library/library';
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
  abstract: 'What it is about.\n\nIn two paragraphs.',
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
      ['abstract', 'What it is about.\n\nIn two paragraphs.'],
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
    const text = '[\n{"id":"a","title":"A"},\n{"id":"b","title":"B"}\n{"id":"c","title":"C"}, ,\n]\n';
    const { posts, problems } = parseCslJson(text, 'x');
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
      rest: { entries: [] },
      problems: [{ code: 'damagedFile', source: 'x' }],
    });
  });

  it('is told apart from a page', () => {
    assert.ok(detectCslJson('[]'));
    assert.ok(detectCslJson('\uFEFF [\n{"id":"a"}]'));
    assert.ok(detectCslJson('[\n<<<<<<< ours\n'));
    assert.ok(detectCslJson('<<<<<<< HEAD\n[\n{"id":"a"}\n]\n=======\n[]\n>>>>>>> theirs\n'));
    assert.ok(!detectCslJson('[A title](https://example.com)\nBy Ann Lee'));
    assert.ok(!detectCslJson('By Ann Lee'));
  });

  it('reads both versions of a conflict over the whole file', () => {
    const text =
      '<<<<<<< HEAD\n[\n{"id":"a","title":"A"}\n]\n=======\n[\n{"id":"b","title":"B"}\n]\n>>>>>>> theirs\n';
    const { posts, problems } = parseCslJson(text, 'x');
    assert.deepEqual(
      [posts.map(post => post.id), problems.map(({ line }) => line)],
      [
        ['a', 'b'],
        [1, 5, 9],
      ],
    );
  });

  it('reads and writes the object that Zotero puts around the array', () => {
    const text = '{"config":{"a":1},"items":[{"id":"a","title":"A","type":"post-weblog"}]}';
    const { posts, rest } = parseCslJson(text, 'x');
    assert.deepEqual(
      posts.map(post => post.id),
      ['a'],
    );
    assert.deepEqual(JSON.parse(formatCslJson(posts, rest)), JSON.parse(text));
    assert.deepEqual(JSON.parse(formatCslJson([], { entries: [], around: {} })), { items: [] });
  });

  it('keeps entries that are no posts', () => {
    const { posts, rest, problems } = parseCslJson('[{"id":"b"},{"id":"a","title":"A"},null]', 'x');
    assert.deepEqual(
      problems.map(({ code, detail }) => [code, detail]),
      [
        ['untitledEntry', '{"id":"b"}'],
        ['untitledEntry', 'null'],
      ],
    );
    assert.equal(
      formatCslJson(posts, rest),
      '[\nnull,\n{"id":"a","type":"post-weblog","title":"A"},\n{"id":"b"}\n]\n',
    );
  });

  it('takes http and https addresses as they are written, and leaves any other in the file', () => {
    const text =
      '[{"id":"a","title":"A","URL":"javascript:alert(1)"},{"id":"b","title":"B","URL":"HTTPS://Example.com/?utm_source=x"},{"id":"c","title":"C","URL":""}]';
    const { posts, rest, problems } = parseCslJson(text, 'x');
    assert.deepEqual(
      posts.map(post => post.url),
      [undefined, 'HTTPS://Example.com/?utm_source=x', undefined],
    );
    assert.deepEqual(problems, [{ code: 'unusableAddress', source: 'x', detail: 'javascript:alert(1)' }]);
    assert.match(formatCslJson(posts, rest), /"URL":"javascript:alert\(1\)"/);
  });

  it('takes neither user names and passwords nor white space of addresses, and leaves them in the file', () => {
    const text =
      '[{"id":"a","title":"A","URL":"https://ann:secret@a.example/x?y=@z"},{"id":"b","title":"B","URL":"https://b.example/a b"},{"id":"c","title":"C","URL":"https://c.example/@ann"}]';
    const { posts, rest } = parseCslJson(text, 'x');
    assert.deepEqual(
      posts.map(({ url }) => url),
      ['https://a.example/x?y=@z', 'https://b.example/a%20b', 'https://c.example/@ann'],
    );
    const written = JSON.parse(formatCslJson(posts, rest));
    assert.deepEqual(
      written.map((item: { URL: string }) => item.URL),
      JSON.parse(text).map((item: { URL: string }) => item.URL),
    );
  });

  describe('of other software', () => {
    const provisionalRecord: PostRecord = {
      title: 'T',
      author: [],
      keywords: [],
      language: 'de',
      provisional: ['title'],
    };
    const items: CslItem[] = [
      { issued: { raw: 'Spring 2020' } },
      {
        issued: { literal: 'c. 1999', season: 1 },
        accessed: {
          'date-parts': [
            [2020, 1, 2],
            [2020, 1, 3],
          ],
        },
      },
      { issued: { 'date-parts': [['2020', '4'], [2021]], circa: true } },
      {
        author: [{ family: 'Lee', given: 'Ann', 'comma-suffix': true, suffix: 'Jr.', 'parse-names': false }],
      },
      { author: 'Ann Lee' },
      { author: [{ family: 'Lee' }, 'Bo Roe'], editor: [{ family: 'Roe' }] },
      { custom: 'mine', note: 7, keyword: ['a', 'b'], abstract: ['One.', 'Two.'] },
      { custom: { mine: 1, inferred: ['b'], provisional: ['title', 'other'] }, keyword: 'a; b,b' },
      { custom: { persons: { 'A. Lee': 'Ann Lee', 'B. Roe': 7 }, mine: 1 } },
      { custom: { persons: ['Ann Lee'] } },
      { note: 'DOI: 10/1\ntex.kind: blog', abstract: 'One.\n\n  Two.', language: ' en ' },
      { id: 17, DOI: '10/1', URL: 'ftp://example.com/', title: 'Two\nlines' },
    ].map(item => ({ id: 'a', type: 'webpage', title: 'T', ...item }));

    for (const item of items) {
      it(`stays as it was: ${JSON.stringify(item)}`, () => {
        const post = fromCslItem(item)!;
        assert.deepEqual(toCslItem(post), item);
        assert.deepEqual(toCslItem({ ...post, title: 'New' }), { ...item, title: 'New' });
        const enriched = enrich({ id: 'a', ...post }, provisionalRecord);
        assert.deepEqual(toCslItem(enriched), { language: 'de', ...item });
      });
    }

    it('gives way, variable by variable, to what is changed', () => {
      const post = fromCslItem({
        id: 'a',
        type: 'webpage',
        title: 'T',
        issued: { raw: 'May 2020', season: 1 },
        keyword: 'a;b',
        note: 'x\ny',
        custom: { mine: 1, inferred: ['b'] },
      })!;
      assert.deepEqual(post.issued, { year: 2020, month: 5 });
      const { note: _, inferred: __, ...rest } = post;
      assert.deepEqual(toCslItem({ ...rest, issued: { year: 2021 }, keywords: ['c'], inferred: ['c'] }), {
        id: 'a',
        type: 'webpage',
        title: 'T',
        issued: { 'date-parts': [[2021]] },
        keyword: 'c',
        custom: { mine: 1, inferred: ['c'] },
      });
      assert.deepEqual(toCslItem({ ...rest, keywords: [] }).custom, { mine: 1 });
    });

    it('keeps who signed, as decided by hand, beside what others keep in `custom`', () => {
      const item = {
        id: 'a',
        title: 'T',
        custom: { mine: 1, persons: { 'B. Roe': 7, 'A. Lee': 'Ann Lee' } },
      };
      const post = fromCslItem(item)!;
      assert.deepEqual(post.persons, { 'A. Lee': 'Ann Lee' });
      const persons = { 'A. Lee': 'A. Lee', ['__proto__']: 'Ann Lee' };
      const changed = toCslItem({ ...post, persons });
      assert.deepEqual(changed.custom, { mine: 1, persons });
      assert.deepEqual(fromCslItem(JSON.parse(JSON.stringify(changed)))?.persons, persons);
      const read = { ...post, sources: ['https://example.com/feed', 'posts'] };
      assert.deepEqual(fromCslItem(toCslItem(read))?.sources, read.sources);
      const { persons: _, ...undecided } = post;
      assert.deepEqual(toCslItem(undecided).custom, { mine: 1 });
      assert.deepEqual(toCslItem({ title: 'T', author: [], keywords: [], persons: {} }).custom, undefined);
    });

    it('is kept only where the post does not say it', () => {
      assert.equal(fromCslItem(toCslItem(full))?.extra, undefined);
      assert.deepEqual(fromCslItem({ ...toCslItem(full), volume: 3, note: 'a  b' })?.extra, {
        volume: 3,
        note: 'a  b',
      });
    });
  });
});
