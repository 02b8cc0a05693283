import assert from 'node:assert/strict';
import { argumentFault } from '../../../src/core/commandArguments';
import { exportName } from '../../../src/core/exporting';

const kinds = { id: 'text', ids: 'texts', format: ['a', 'b'] } as const;

describe('the arguments of a command', () => {
  it('may be left out, and are taken as they are', () => {
    for (const given of [{}, { id: undefined }, { id: 'x', ids: [], format: 'b' }]) {
      assert.equal(argumentFault(given, kinds), undefined);
    }
  });

  it('are told what is wrong with them', () => {
    const wrong: [object, unknown[]][] = [
      [{ other: 1 }, ['unknownArgument', 'other', ['id', 'ids', 'format']]],
      [{ toString: 'x' }, ['unknownArgument', 'toString', ['id', 'ids', 'format']]],
      [{ id: ' ' }, ['noText', 'id', []]],
      [{ id: 1 }, ['noText', 'id', []]],
      [{ ids: 'a' }, ['noTexts', 'ids', []]],
      [{ ids: ['a', null] }, ['noTexts', 'ids', []]],
      [{ format: 'c' }, ['noChoice', 'format', ['a', 'b']]],
      [['a'], ['unknownArgument', '0', ['id', 'ids', 'format']]],
    ];
    for (const [given, [code, name, choices]] of wrong) {
      assert.deepEqual(argumentFault(given, kinds), { code, name, choices }, JSON.stringify(given));
    }
  });
});

describe('the name of an exported file', () => {
  it('says what the posts have in common, in letters that every file system takes', () => {
    const names = [
      ['Ann Lee', 'ann-lee.bib'],
      ['author:lee year:2019..', 'author-lee-year-2019.bib'],
      ['C#', 'c#.bib'],
      ['王小明', '王小明.bib'],
      ['../../etc/passwd', 'etc-passwd.bib'],
      ['CON', 'posts-con.bib'],
      ['***', 'posts.bib'],
    ];
    for (const [title, name] of names) assert.equal(exportName(title!, 'bibtex'), name);
    assert.ok(exportName('long '.repeat(100), 'markdown').length <= 64);
  });
});
