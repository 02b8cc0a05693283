import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../../src/core/search/explain';
import { gatherValues } from '../../../src/core/search/operatorValues';
import { runWhole } from '../../../src/core/sliced';
import { post } from './posts';

describe('explain', () => {
  const values = runWhole(
    gatherValues([
      post('a', 'A', ['Jane Doe'], {
        keywords: ['security'],
        issued: { year: 2019 },
        url: 'https://eng.shop.example/a',
      }),
      post('b', 'B', ['Johanna Döring'], {
        containerTitle: 'Shop Engineering',
        sources: ['https://feeds.example/shop'],
      }),
    ]),
  );
  const line = (query: string) => explain(query, values).line;
  const hints = (query: string) => explain(query, values).hints.map(({ text }) => text);

  it('says what the operators ask for, in the order typed', () => {
    assert.equal(
      line('tracing author:"Jane Doe" year:2019..2021 -java'),
      'by Jane Doe, 2019 to 2021, without “java”',
    );
    assert.equal(
      line('-topic:security in:shop from:shop.example'),
      'not about security, in Shop Engineering, from “shop.example”',
    );
    assert.equal(line('"zero downtime" -"two words"'), 'with “zero downtime”, without “two words”');
    assert.equal(
      line('is:cited -is:provisional has:url'),
      'cited here, without a provisional title, with an address',
    );
  });

  it('gives a query a name, with its ordinary words first', () => {
    assert.equal(
      explain('author:doe tracing year:2019 Spans', values).summary,
      'tracing Spans, by Jane Doe, 2019',
    );
  });

  it('says years as people do', () => {
    assert.equal(
      line('year:2019 year:2019.. year:..2021 -year:2020'),
      '2019, since 2019, until 2021, not 2020',
    );
  });

  it('names the one author that is meant, and quotes a text that means several', () => {
    assert.equal(line('author:doe'), 'by Jane Doe');
    assert.equal(line('author:j'), 'by “j”');
  });

  it('has nothing to say of ordinary words', () => {
    assert.deepEqual(explain('zero-downtime re:Invent what?', values), {
      line: '',
      summary: 'zero-downtime re:Invent what?',
      hints: [],
    });
  });

  it('claims nothing of what has no letters or digits, as nothing is looked for', () => {
    for (const query of ['-', '--', '-🚀', '"', '""', '"…" 🚀']) {
      assert.equal(line(query), '', query);
    }
  });

  it('says what an operator takes while its value is missing or makes no sense', () => {
    const year = 'year: takes a year or a range: 2019, 2019..2021';
    for (const query of ['year:', '-year:20', 'year:soon', 'tracing year: x'])
      assert.deepEqual(hints(query), [year], query);
    assert.deepEqual(hints('is:nice'), ['is: takes cited or provisional']);
    assert.equal(explain('year:').hints[0]?.without, undefined);
    assert.equal(explain('year:soon x').hints[0]?.without, 'x');
  });

  it('says which value no post answers to, and gives the query without it', () => {
    assert.deepEqual(explain('a author:zzz b', values).hints, [
      { text: 'No author is called “zzz”.', without: 'a b' },
    ]);
    assert.deepEqual(hints('author:"jan"'), ['No author is called “jan”.']);
    assert.deepEqual(hints('year:2020.. is:provisional from:nowhere topic:sec in:shop from:shop'), [
      'No post is from that time: since 2020.',
      'No post has a provisional title.',
      'No post is from “nowhere”.',
    ]);
    assert.deepEqual(hints('-author:zzz is:cited'), []);
    assert.deepEqual(hints('from:"https://feeds.example/shop"'), []);
    assert.deepEqual(hints('from:"https://feeds.example/other"'), [
      'No post is from “https://feeds.example/other”.',
    ]);
  });

  it('says nothing of values before they are known', () => {
    assert.deepEqual(explain('author:zzz').hints, []);
  });

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      '-',
      '"',
      ':',
      ' ',
      'author:',
      'year:20',
      '19..',
      'is:',
      'é',
      'doe',
      'from:www.',
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        for (const { without } of explain(pieces.join(''), values).hints) {
          assert.ok((without ?? '').length < pieces.join('').length);
        }
      }),
    );
  });
});
