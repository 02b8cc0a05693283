import assert from 'node:assert/strict';
import { hostOf, hostTest } from '../../../src/core/search/host';

describe('hostTest', () => {
  const addresses = [
    'https://www.Eng.Example/a',
    'https://www.Eng.Example/b?c=d#e',
    'http://eng.example:8080/a',
    'https://eng.example',
    'https://eng.example?to=https://other.example/',
    'https://eng.example#/a',
    'https://user:pass@eng.example/a',
    'a+long-scheme.name://eng.example/a',
    'https://other.example/eng.example/a',
    'mailto:eng.example/a',
    'eng.example/a',
    '/eng.example',
    '',
  ];

  it('says of each address what its host says', () => {
    const isHost = (host: string) => host === 'eng.example';
    const test = hostTest(isHost);
    for (const address of [...addresses, ...addresses]) {
      assert.equal(test(address), isHost(hostOf(address) ?? ''), address);
    }
  });

  it('looks into a host once, however many addresses it has', () => {
    let looked = 0;
    const test = hostTest(() => ++looked > 0);
    for (let at = 0; at < 100; at++) test(`https://eng.example/${at}`);
    assert.equal(looked, 1);
  });
});
