import assert from 'node:assert/strict';
import { type CslNode, cslLicence } from '../../../scripts/cslFiles.mjs';
import { localeFor, shippedLocales, shippedStyles } from '../../../src/core/csl';
import { files } from './styles';

/** The texts of all elements of a name. */
function textsOf(node: CslNode, name: string): string[] {
  const inner = node.children.filter((child): child is CslNode => typeof child !== 'string');
  return [
    ...(node.name === name ? [node.children.join('')] : []),
    ...inner.flatMap(child => textsOf(child, name)),
  ];
}

describe('The styles and locales that come along', () => {
  it('are those that the code names', () => {
    assert.deepEqual([...files.keys()].sort(), [...shippedStyles, ...shippedLocales].sort());
  });

  it('name their authors, in the data and in the licence', () => {
    const licence = cslLicence();
    for (const [name, { children }] of files) {
      const info = children[0] as CslNode;
      assert.equal(info.name, 'info', name);
      const [title] = textsOf(info, 'title');
      const authors = textsOf(info, 'name');
      assert.ok(title && authors.length > 0, name);
      const line = licence.split('\n').find(text => text.startsWith(`${name}: `));
      assert.ok(line && authors.every(author => line.includes(author)), name);
      assert.match(JSON.stringify(info), /creativecommons\.org\/licenses\/by-sa\/3\.0/);
    }
  });

  it('stand for languages however these are written', () => {
    const asked = ['de', 'de-AT', 'pt', 'pt_PT', 'EN-gb', 'zh-tw', 'fr-ca', 'sv', '', ' ja '];
    assert.deepEqual(asked.map(localeFor), [
      'de-DE',
      'de-DE',
      'pt-BR',
      'pt-BR',
      'en-GB',
      'zh-CN',
      'fr-FR',
      'en-US',
      'en-US',
      'ja-JP',
    ]);
  });
});
