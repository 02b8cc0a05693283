import assert from 'node:assert/strict';
import { citationsIn, KnownPosts } from '../../../src/core/document';
import { markedSpan, nameSpan } from '../../../src/core/document/nameSpan';
import { isKey, labelInTheWay, renameKey } from '../../../src/core/document/renameKey';
import { isDefinition, isMeant, labelName, meaningOf } from '../../../src/core/document/sameMeaning';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const known = new KnownPosts();
runWhole(
  known.setPosts([
    makePost({ id: 'roe2021', url: 'https://example.com/queues' }),
    makePost({ id: 'le_e', url: 'https://example.com/caches' }),
  ]),
);

const renamed = (text: string, from: string, to: string) =>
  applyEdits(text, renameKey(text, citationsIn(text), { from, to }, known));

describe('renaming a key in a document', () => {
  const text = [
    '[see @roe2021, p. 3; -@{roe2021}] @roe2021x `@roe2021` [a](https://example.com/queues "roe2021")',
    '[b][roe2021] [Roe2021][] [^roe2021] [^Roe2021] [c][other]',
    '',
    '[roe2021]: <https://example.com/queues>',
    '',
    '[other]: https://example.com/queues',
    '',
    '[^roe2021]: roe2021',
    '',
  ];

  it('changes keys and the labels that are the key, and nothing else', () => {
    for (const eol of ['\n', '\r\n']) {
      assert.equal(
        renamed(text.join(eol), 'roe2021', 'roe-new'),
        [
          '[see @roe-new, p. 3; -@{roe-new}] @roe2021x `@roe2021` [a](https://example.com/queues "roe2021")',
          '[b][roe-new] [roe-new][] [^roe-new] [^roe-new] [c][other]',
          '',
          '[roe-new]: <https://example.com/queues>',
          '',
          '[other]: https://example.com/queues',
          '',
          '[^roe-new]: roe2021',
          '',
        ].join(eol),
      );
    }
  });

  it('does nothing the second time, and is undone by renaming back', () => {
    const once = renamed(text.join('\n'), 'roe2021', 'roe-new');
    assert.equal(renamed(once, 'roe2021', 'roe-new'), once);
    const plain = '@roe2021 [@roe2021]';
    const known = { meantBy: () => [] };
    const there = renameKey(plain, citationsIn(plain), { from: 'roe2021', to: 'x' }, known);
    const after = applyEdits(plain, there);
    assert.equal(
      applyEdits(after, renameKey(after, citationsIn(after), { from: 'x', to: 'roe2021' }, known)),
      plain,
    );
  });

  it('leaves labels alone that are a key but mean another address, or no post', () => {
    const other = '[a][roe2021]\n\n[roe2021]: https://example.com/other\n';
    assert.equal(renamed(other, 'roe2021', 'x'), other);
    const nobody = '@nobody [^nobody]\n\n[^nobody]: Note\n';
    assert.equal(renamed(nobody, 'nobody', 'x'), nobody.replace('@nobody', '@x'));
  });

  it('writes as labels what a label can be', () => {
    assert.equal(renamed('@le_e [^le-e]\n\n[^le-e]: N\n', 'le_e', 'le_f'), '@le_f [^le-f]\n\n[^le-f]: N\n');
  });

  it('tells a label that is in the way', () => {
    const inTheWay = (text: string, to: string) =>
      labelInTheWay(citationsIn(text), { from: 'roe2021', to }, known);
    const note = '[^roe2021] [^Taken]\n\n[^roe2021]: N\n\n[^Taken]: M\n';
    assert.equal(inTheWay(note, 'taken'), 'Taken');
    assert.equal(inTheWay(note, 'free'), undefined);
    assert.equal(inTheWay(note, 'ROE2021'), undefined);
    assert.equal(inTheWay('@roe2021 [^taken]\n\n[^taken]: M\n', 'taken'), undefined);
  });

  it('takes for keys what Pandoc does', () => {
    for (const key of ['a', '2020', '_a', 'a:b', 'doe99:foo-bar', 'é', 'url:https://a.example/b'])
      assert.ok(isKey(key), key);
    for (const key of ['', '-a', 'a-', 'a b', 'a::b', 'a://', 'a]', 'a,b', '{a}'])
      assert.ok(!isKey(key), key);
  });
});

describe('citations that mean the same', () => {
  it('are those of one post by whatever name, and of one label in one document', () => {
    const text =
      '@roe2021 [@{roe2021}] [a](http://www.example.com/queues?utm_source=b) <https://example.com/queues> [b][q] [^roe2021] [^1] @none\n\n[q]: <https://example.com/queues>\n\n[^1]: N\n\n[^roe2021]: N\n';
    const citations = citationsIn(text);
    const same = (index: number, isSame = true) => {
      const meaning = meaningOf(citations[index]!, known);
      return citations
        .filter(citation => meaning && isMeant(meaning, citation, known, isSame))
        .map(citation => {
          const { start, end } = markedSpan(text, citation);
          return text.slice(start, end);
        });
    };
    const address = 'https://example.com/queues';
    const all = [
      '@roe2021',
      '@{roe2021}',
      'http://www.example.com/queues?utm_source=b',
      address,
      'q',
      'roe2021',
      address,
      'roe2021',
    ];
    assert.deepEqual(same(0), all);
    assert.deepEqual(same(2), all);
    assert.deepEqual(same(0, false), all);
    const note = citations.findIndex(({ label }) => label === '1');
    assert.deepEqual(same(note), ['1', '1']);
    assert.deepEqual(same(note, false), []);
    assert.deepEqual(same(citations.findIndex(({ key }) => key === 'none')), ['@none']);
    assert.deepEqual(citations.filter(isDefinition).map(labelName), ['Q', '^1', '^ROE2021']);
  });

  it('have names without marks', () => {
    const text = '[@{a}] [b](<https://example.com/x y>)';
    assert.deepEqual(
      citationsIn(text).map(citation => {
        const { start, end } = nameSpan(text, citation);
        return text.slice(start, end);
      }),
      ['a', 'https://example.com/x y'],
    );
  });
});
