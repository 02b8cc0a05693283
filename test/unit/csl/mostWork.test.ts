import assert from 'node:assert/strict';
import { mostWork } from '../../../src/core/csl/mostWork';
import { parseXml } from '../../../src/core/csl/parseXml';

const work = (inner: string, macros = '') =>
  mostWork(parseXml(`<style>${macros}<citation><layout>${inner}</layout></citation></style>`));
const text = '<text/>';
const empty = work('');

describe('The most work that a style may do for a post', () => {
  it('grows with its elements, and with those of a macro wherever it is called', () => {
    assert.equal(work(text.repeat(7)) - empty, 7);
    const macro = `<macro name="m">${text.repeat(100)}</macro>`;
    assert.ok(work('<text macro="m"/>'.repeat(3), macro) > empty + 300);
    assert.equal(work('', macro), empty);
  });

  it('takes one branch of a choice', () => {
    const branch = (name: string, count: number) => `<${name}>${text.repeat(count)}</${name}>`;
    assert.equal(work(`<choose>${branch('if', 50)}${branch('else', 90)}</choose>`) - empty, 93);
  });

  it('counts long texts, and terms of its own where they are written', () => {
    assert.ok(work(`<text value="${'x'.repeat(5000)}"/>`) > empty + 100);
    const locale = `<locale><terms><term name="t">${'x'.repeat(5000)}</term></terms></locale>`;
    assert.ok(work('<text term="t"/>'.repeat(4), locale) > empty + 400);
  });
});
