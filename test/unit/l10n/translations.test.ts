import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { faults } from '../../../scripts/l10n/faults';
import { languages, type Texts, translated } from '../../../scripts/l10n/texts';

describe('the translations', () => {
  it('are there in German', () => {
    assert.ok(languages().includes('de'));
  });

  it('are named in the README', () => {
    const [spoken = ''] = /^Byline speaks .*$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
    const names = new Intl.DisplayNames('en', { type: 'language' });
    for (const language of languages()) assert.ok(spoken.includes(names.of(language)!), language);
  });

  for (const language of languages()) {
    const files = translated(language);

    it(`have every text in ${language}, and no other`, () => {
      assert.deepEqual(files.flatMap(faults), [], 'npm run l10n tells the same; see CONTRIBUTING');
    });

    it(`name commands in ${language} as the palette does`, () => {
      const [manifest] = files;
      const names = commandNames(manifest!.english, manifest!.texts);
      let named = 0;
      for (const { english, texts } of files) {
        for (const [key, text] of Object.entries(english)) {
          for (const name of namedIn(text, [...names.keys()])) {
            named++;
            const expected = names.get(name)!;
            assert.ok(
              expected.some(each => texts[key]!.includes(each)),
              `“${texts[key]}” names “${name}”, which is: ${expected.join(' or ')}`,
            );
          }
        }
      }
      assert.ok(named > 20);
    });
  }

  it('are found wanting where a text, a placeholder or a command is missing', () => {
    const english = { a: 'Read {0}', b: '[Add](command:byline.addSource)', c: 'Yes', e: '{title|short}' };
    const texts = { a: '{0} lesen', b: '[Neu](command:byline.other)', d: 'Nein', e: '{titel|kurz}' };
    const found = faults({ path: 'x.json', english, texts });
    assert.deepEqual(
      found.map(fault => fault.split('\n')[0]),
      [
        'x.json lacks: c',
        'x.json has in excess: d',
        'x.json has other placeholders, commands or settings: b',
        'x.json has other placeholders, commands or settings: e',
      ],
    );
  });
});

/** What commands are called in English and, by that, in the language. One word alone is no name that a text would show. */
function commandNames(english: Texts, texts: Texts): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [key, title] of Object.entries(english)) {
    const name = plain(title);
    if (!key.startsWith('command.') || !name.includes(' ')) continue;
    names.set(name, [...(names.get(name) ?? []), plain(texts[key]!)]);
  }
  return names;
}

const plain = (title: string) => title.replace(/…$/, '');

/** Names that stand alone, in quotation marks, as a link, bold, or to be run. */
function namedIn(text: string, names: string[]): string[] {
  return names.filter(name => {
    const before = /(?:^|[“[*]|: |\brun )$/;
    const after = /^(?:…|[”\]*.]| in the editor|$)/;
    const at = text.indexOf(name);
    return at >= 0 && before.test(text.slice(0, at)) && after.test(text.slice(at + name.length));
  });
}
