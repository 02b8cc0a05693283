import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { fromCslItem } from '../../src/core/formats/cslItem';
import { parseCslJson } from '../../src/core/formats/cslJson';
import { readingCslJson } from '../../src/core/formats/readCslJson';
import { runWhole } from '../../src/core/sliced';

const bytes = (text: string) => new TextEncoder().encode(text);

/** JSON with other white space between its tokens: valid wherever `JSON.stringify` could have put some. */
const spaced = (value: unknown, indent: string | number, around: string) =>
  `${around}${JSON.stringify(value, undefined, indent)}${around}`;

const item = fc.record(
  {
    id: fc.oneof(fc.string(), fc.integer()),
    title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{"', '\\"]', '],[', '\u2028 \\')),
    abstract: fc.string({ unit: 'binary' }),
    custom: fc.jsonValue(),
  },
  { requiredKeys: ['title'] },
);

describe('reading CSL-JSON in steps', () => {
  it('reads from any JSON array what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(item, fc.jsonValue())),
        fc.constantFrom<string | number>(0, 1, '\t'),
        fc.constantFrom('', ' ', '\n\r\t'),
        (values, indent, around) => {
          const { posts, rest, problems } = parseCslJson(spaced(values, indent, around), 'x');
          const items = JSON.parse(JSON.stringify(values)) as Record<string, unknown>[];
          const isPost = (value: unknown) =>
            typeof value === 'object' && value && !Array.isArray(value) && fromCslItem(value as never);
          assert.deepEqual(
            posts,
            items.flatMap(value => isPost(value) || []),
          );
          assert.deepEqual(rest, { entries: items.filter(value => !isPost(value)) });
          assert.deepEqual(
            problems.filter(({ code }) => code === 'unreadableEntry'),
            [],
          );
        },
      ),
    );
  });

  it('reads the array that an object has as its items, and keeps the rest of it', () => {
    fc.assert(
      fc.property(
        fc.array(item),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom<string | number>(0, 2),
        (values, others, indent) => {
          const { items: _, ...around } = others;
          const text = spaced({ ...around, items: values, last: 1 }, indent, '\n');
          const { rest, posts } = parseCslJson(text, 'x');
          assert.deepEqual({ ...rest.around }, JSON.parse(JSON.stringify({ ...around, last: 1 })));
          assert.equal(posts.length + rest.entries.length, values.length);
        },
      ),
    );
  });

  it('never throws, and reports or keeps what it cannot use', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '1', 'null', '"id":"a"'),
        }),
        text => {
          const { posts, rest, problems } = parseCslJson(text, 'x');
          const isEmpty = !/[^\s,[\]]/.test(text);
          assert.ok(isEmpty || posts.length + rest.entries.length + problems.length > 0, text);
        },
      ),
    );
  });

  for (const [form, text] of [
    [
      'one post a line',
      (items: unknown[]) => `[\n${items.map(each => JSON.stringify(each)).join(',\n')}\n]\n`,
    ],
    ['all on one line', (items: unknown[]) => JSON.stringify(items)],
    ['over many lines', (items: unknown[]) => JSON.stringify(items, undefined, 2)],
    ['within an object', (items: unknown[]) => JSON.stringify({ items }, undefined, 2)],
    ['with a damaged line', (items: unknown[]) => items.map(each => JSON.stringify(each)).join('\n{\n')],
  ] as const) {
    it(`takes a step for each post: ${form}`, () => {
      const items = Array.from({ length: 500 }, (_, index) => ({ id: `p${index}`, title: 'T' }));
      let steps = 0;
      const reading = readingCslJson(bytes(text(items)), 'x');
      for (let step = reading.next(); ; step = reading.next()) {
        if (step.done) {
          assert.equal(step.value.posts.length, 500);
          break;
        }
        steps++;
      }
      assert.ok(steps >= 499, `${steps} steps`);
    });
  }

  it('lets posts share the lists and names that are the same in them', () => {
    const item = (id: string, family: string, keyword: string) => ({
      id,
      title: id,
      author: [{ family }],
      keyword,
    });
    const items = [
      item('a', 'Lee', 'x, y'),
      item('b', 'Lee', 'x, y'),
      item('c', 'Kim', 'x'),
      item('d', 'Kim', 'xy'),
    ];
    const [a, b, c, d] = runWhole(readingCslJson(bytes(JSON.stringify(items)), 'x')).posts;
    assert.equal(a!.author, b!.author);
    assert.equal(a!.keywords, b!.keywords);
    assert.deepEqual(c!.author, [{ family: 'Kim' }]);
    assert.equal(c!.author, d!.author);
    assert.deepEqual(
      [a, c, d].map(post => post!.keywords),
      [['x', 'y'], ['x'], ['xy']],
    );
  });

  it('keeps little of a damaged file in memory, long as its lines may be', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const before = used();
    const problems = Array.from({ length: 20 }, (_, index) => {
      const text = `{"id":"a","title":"A"}\n${'{"title": '.repeat(2e5)}${index}`;
      return runWhole(readingCslJson(bytes(text), 'x')).problems;
    });
    const kept = used() - before;
    assert.ok(problems.every(found => found.length > 0) && kept < 10, `${kept} MB`);
  }).timeout(20_000);

  it('takes time in proportion, nested and unclosed as the text may be', () => {
    for (const text of [
      '['.repeat(500_000),
      '{"a":'.repeat(200_000),
      '[{"title":"'.repeat(100_000),
      '["'.repeat(300_000),
    ]) {
      const start = performance.now();
      parseCslJson(text, 'x');
      assert.ok(performance.now() - start < 2000, text.slice(0, 12));
    }
  });

  it('tells no more than a thousand problems of a kind', () => {
    const text = `[\n${'{}x\n'.repeat(5000)}{"id":"a","title":"Kept"}\n]`;
    const { posts, problems } = parseCslJson(text, 'x');
    assert.deepEqual([posts.length, problems.length, problems[0]?.line], [1, 1000, 2]);
  });
});
