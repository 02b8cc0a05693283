import assert from 'node:assert/strict';
import { entryPlace } from '../../../src/core/document/entryPlace';
import { superlinear } from '../../growth';

describe('the entry of a key in a bibliography', () => {
  const place = (text: string, key = 'lee2020') => {
    const found = entryPlace(text, key);
    return found && `${found.start}-${text.slice(found.start, found.end)}`;
  };

  it('is found in every format, not where the key is only mentioned', () => {
    for (const [before, after] of [
      ['lee2020 @comment{lee2020}\n@online{', ',\n title = {lee2020}}'],
      ['@Misc(\n  ', ' ,\n)'],
      ['[{"id":"', '","title":"lee2020"}]'],
      ['[\n{ "title": "lee2020", "id" : "', '" }]'],
      ['# lee2020\n- title: lee2020\n  id: ', '\n'],
      ['references:\r\n- id: "', '"\r\n  title: A\r\n'],
      ["- id: '", "' # lee2020"],
      ['TY  - BLOG\r\nTI  - lee2020\r\nID  - ', '\r\nER  - \r\n'],
    ] as const) {
      assert.equal(place(`${before}lee2020${after}`), `${before.length}-lee2020`, before);
    }
  });

  it('is not that of a key that begins or ends alike', () => {
    assert.equal(place('@online{lee2020a,}\n{"id":"xlee2020"}\nid: lee2020-b\n'), undefined);
    assert.equal(place('@online{lee2020a,}\n@online{lee2020,}'), '27-lee2020');
    assert.equal(place('anything', ''), undefined);
  });

  it('is found where JSON writes the key otherwise', () => {
    assert.equal(place('{"id":"a\\"b"}', 'a"b'), '7-a\\"b');
  });

  it('takes time that grows with the text only', () => {
    const parts = { 'entries that do not end': '@online{a', 'keys in JSON': '{"id":"a' };
    const work = (part: string, size: number) => {
      const text = part.repeat(size);
      return () => assert.equal(entryPlace(text, 'a'), undefined);
    };
    assert.deepEqual(superlinear(parts, work, [8000, 64_000]), []);
  });
});
