import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CslError, neededLocales } from '../../../src/core/csl';
import { readStyle } from '../../../src/core/csl/readStyle';
import { post } from './posts';
import { files, formatterOf, xmlOf } from './styles';

const layout = '<layout><text variable="title"/></layout>';
const style = (inner: string, attributes = 'class="in-text" version="1.0"') =>
  `<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>\n${inner}\n</style>`;
const whole = style(`<citation>${layout}</citation>`);

function faultOf(text: string): string {
  try {
    formatterOf(text);
  } catch (error) {
    assert.ok(error instanceof CslError, String((error as Error).stack));
    return error.message;
  }
  return 'none';
}

describe('A style file', () => {
  it('formats as the same in JSON does', () => {
    const posts = [post('a', { issued: { year: 2020 }, author: [{ family: 'Li', given: 'An' }] }), post('b')];
    for (const name of ['ieee', 'chicago-author-date']) {
      const json = formatterOf(name);
      const xml = formatterOf(`\ufeff${xmlOf(files.get(name)!)}`);
      assert.deepEqual(xml.bibliography(posts), json.bibliography(posts));
      assert.equal(xml.citation([{ post: posts[1]! }], posts), json.citation([{ post: posts[1]! }], posts));
    }
  });

  it('keeps blanks and references of its texts, and no comments', () => {
    const text = whole.replace(
      '<text variable="title"/>',
      '<!-- no --><group prefix="&#171; &amp; " suffix=" &gt;"><text value=\'"a"\'/></group>',
    );
    assert.equal(
      formatterOf(text).citation([{ post: post('a') }], []),
      '[« & “a” >](https://blog.example/a)',
    );
  });

  for (const [what, text, message] of [
    ['an empty file', '', /no element/],
    ['a page', '<!DOCTYPE html>\n<html><head></head></html>', /no CSL style: it begins with <html>/],
    ['a page that is no XML', '<!doctype html>\n<html>\n<br>\n</html>', /^Line \d+/],
    ['plain text', 'hello', /Line 1: text outside/],
    ['broken JSON', '{ "name": ', /neither XML nor JSON/],
    ['other JSON', '{ "dependencies": {} }', /JSON is no CSL style/],
    ['a locale', xmlOf(files.get('de-DE')!), /locale, not a style/],
    [
      'an element that is not closed',
      whole.replace('</citation>', ''),
      /Line 4: <\/style> closes what is not/,
    ],
    ['a file that was cut off', whole.slice(0, -10), /is not closed|begins no tag/],
    ['a stray "<"', whole.replace('title', 'a < b'), /Line 3: a “<” that begins no tag/],
    ['no citation', style('<info/>'), /no <citation>/],
    ['no layout', style('<citation/>'), /no <layout>/],
    [
      'another name of a style',
      style('<info><link rel="independent-parent" href="http://www.zotero.org/styles/nature"/></info>'),
      /only names another one\. Use that instead: nature\./,
    ],
    [
      'an unknown macro',
      style('<citation><layout><text macro="x"/></layout></citation>'),
      /Macro “x” is called, but/,
    ],
    [
      'a macro that calls itself',
      style(
        '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>' +
          '<citation><layout><text macro="a"/></layout></citation>',
      ),
      /calls itself/,
    ],
    [
      'macros that multiply',
      style(
        [
          ...Array.from({ length: 40 }, (_, at) => {
            const call = at === 0 ? '<text value="lol"/>' : `<text macro="m${at - 1}"/>`;
            return `<macro name="m${at}">${call}${call}</macro>`;
          }),
          '<citation><layout><text macro="m39"/></layout></citation>',
        ].join(''),
      ),
      /call each other too often/,
    ],
    ['very deep nesting', style(`<citation>${'<group>'.repeat(5000)}</citation>`), /nested too deep/],
    ['a very large file', whole + ' '.repeat(1_100_000), /too large/],
    ['an unknown element', style('<citation><layout><blink/></layout></citation>'), /blink/],
  ] as const) {
    it(`is refused with what is wrong: ${what}`, () => {
      assert.match(faultOf(text), message);
    });
  }

  it('is read in time that grows with its length, whatever is in it', () => {
    const hostile = [
      '<',
      '<a ',
      '<a b="',
      '<!--',
      '<![CDATA[',
      '&amp',
      '<!DOCTYPE [',
      '<a b="c" ',
      '</a>',
      '<a>',
      ' ',
    ];
    for (const piece of hostile) {
      const text = style(piece.repeat(900_000 / piece.length));
      const start = performance.now();
      faultOf(text);
      assert.ok(performance.now() - start < 2000, piece);
    }
  });

  it('knows no entities of its own', () => {
    const text = whole
      .replace('?>', '?><!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')
      .replace('<text variable="title"/>', '<text value="&b;"/>');
    assert.match(formatterOf(text).citation([{ post: post('a') }], []), /&b;/);
  });

  it('is used or refused, and fails in no other way, whatever is cut out of it', () => {
    const text = xmlOf(files.get('ieee')!);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(400), fc.string({ maxLength: 3 }), (start, length, added) => {
        faultOf(text.slice(0, start) + added + text.slice(start + length));
      }),
      { numRuns: 60 },
    );
  });

  it('needs its own language but where another one is chosen', () => {
    const french = style(`<citation>${layout}</citation>`, 'class="in-text" default-locale="fr-CA"');
    const needed = (forceLanguage: boolean) =>
      neededLocales({ style: french, language: 'de', forceLanguage });
    assert.deepEqual(needed(false), ['fr-FR', 'en-US']);
    assert.deepEqual(needed(true), ['de-DE', 'en-US']);
    assert.equal(readStyle(french).attrs['default-locale'], 'fr-CA');
  });
});
