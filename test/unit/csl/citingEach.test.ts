import assert from 'node:assert/strict';
import { post } from './posts';
import { formatterOf } from './styles';

const author = [{ family: 'Li', given: 'An' }];
const posts = ['a', 'b', 'c', 'd'].map(id => post(id, { author, issued: { year: 2020 } }));

function style(citation: string, layout: string, inner: string): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation ${citation}><sort><key variable="citation-number"/></sort><layout ${layout}>${inner}</layout></citation></style>`;
}

const number = '<text variable="citation-number"/>';
const bracketed = '<text variable="citation-number" prefix="[" suffix="]"/>';
const withYear =
  '<group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group>';
const numeric = (layout: string, inner = number, more = '') =>
  style(`collapse="citation-number" ${more}`, layout, inner);
const lettered = (collapse: string, more = '') =>
  style(
    `disambiguate-add-year-suffix="true" collapse="${collapse}" ${more}`,
    'prefix="(" suffix=")" delimiter="; "',
    withYear,
  );

describe('A citation of several posts, in a style that would put them together', () => {
  const years = '([Li 2020a](A), [2020b](B), [2020c](C), [2020d](D))';
  for (const [what, text, expected] of [
    [
      'numbers in one pair of brackets',
      numeric('prefix="[" suffix="]" delimiter=","'),
      '\\[[1](A),[2](B),[3](C),[4](D)\\]',
    ],
    [
      'numbers in brackets of their own',
      numeric('delimiter=", "', bracketed),
      '[\\[1\\]](A), [\\[2\\]](B), [\\[3\\]](C), [\\[4\\]](D)',
    ],
    ['raised numbers', numeric('vertical-align="sup" delimiter=","'), '[¹](A),[²](B),[³](C),[⁴](D)'],
    [
      'numbers with a delimiter behind ranges',
      numeric('prefix="(" suffix=")" delimiter=", "', number, 'after-collapse-delimiter="; "'),
      '([1](A), [2](B), [3](C), [4](D))',
    ],
    ['years of one author', lettered('year'), years],
    ['letters of a year', lettered('year-suffix'), years],
    ['letters of a year with a delimiter', lettered('year-suffix', 'year-suffix-delimiter=","'), years],
    ['ranges of letters', lettered('year-suffix-ranged'), years],
  ] as const) {
    it(`links each: ${what}`, () => {
      const cites = posts.map(one => ({ post: one }));
      const letters = { A: 'a', B: 'b', C: 'c', D: 'd' };
      const linked = Object.entries(letters).reduce<string>(
        (markdown, [mark, id]) => markdown.replace(`(${mark})`, `(https://blog.example/${id})`),
        expected,
      );
      assert.equal(formatterOf(text).citation(cites, posts), linked);
    });
  }

  it('says nothing else in a style that puts no cites together', () => {
    const apart = style('', 'prefix="[" suffix="]" delimiter=", "', number);
    assert.equal(
      formatterOf(apart).citation([{ post: posts[2]! }, { post: posts[0]! }], posts),
      '\\[[1](https://blog.example/a), [3](https://blog.example/c)\\]',
    );
  });
});
