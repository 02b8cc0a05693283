import assert from 'node:assert/strict';
import { compareText, sortFor } from '../../src/core/compareText';

describe('text in the order of a language', () => {
  after(() => sortFor());

  function sorted(language: string, ...names: string[]): string {
    sortFor(language);
    return names.sort(compareText).join(' ');
  }

  it('has letters where its readers look for them', () => {
    assert.equal(sorted('de', 'Zander', 'Öberg', 'Oslo', 'Ågren'), 'Ågren Öberg Oslo Zander');
    assert.equal(sorted('sv', 'Zander', 'Öberg', 'Oslo', 'Ågren'), 'Oslo Zander Ågren Öberg');
    assert.equal(sorted('cs', 'Cibule', 'Chata', 'Hora'), 'Cibule Hora Chata');
  });

  it('has numbers by their value, and makes nothing of case and accents', () => {
    assert.equal(sorted('en', 'Part 10', 'part 9', 'Élan', 'eland'), 'Élan eland part 9 Part 10');
    assert.equal(compareText('Ägypten', 'agypten'), 0);
  });
});
