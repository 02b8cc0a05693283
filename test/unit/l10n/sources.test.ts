import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { literals, messages, sources } from '../../../scripts/l10n/messages';

/** What the shell gives to VS Code to show, where somebody wrote it down as words: `title: 'Some words'`. Names stay. */
const bare =
  /\b(?:accessibilityInformation|ariaLabel|description|detail|documentation|label|message|placeHolder|placeholder|prompt|title|tooltip|value)\s*[:=]\s*['"`](?!(?:BibTeX|Markdown)')(?:[A-Z][a-z]|[a-z]+ [a-z])|\b(?:show\w+Message|setStatusBarMessage|createOutputChannel|separator)\(\s*['"`](?!Byline')[A-Za-z]/g;

describe('what the sources say', () => {
  it('is found: a literal in each call, or a table of the core', () => {
    for (const { path, text } of sources()) {
      const calls = text.match(/\bl10n\.t\(/g)?.length ?? 0;
      const found = literals(text).length - (text.match(/\btranslate\(\s*['"]/g)?.length ?? 0);
      assert.equal(found, calls, `${path}: the first argument of l10n.t is one literal`);
    }
    assert.deepEqual(literals("l10n.t('It’s {0}'); l10n.t(\n  \"a 'b'\", x); translate('c\\'d')"), [
      'It’s {0}',
      "a 'b'",
      "c'd",
    ]);
    assert.ok(messages().length > 400);
  });

  it('is found in every table of messages that the core has', () => {
    const tables = sources().flatMap(({ text }) => text.match(/(?<=^export const )\w+Messages\b/gm) ?? []);
    const named = readFileSync('scripts/l10n/messages.ts', 'utf8').match(/(?<=^ {2})\w+Messages(?=,$)/gm);
    assert.deepEqual(tables.sort(), named?.sort());
  });

  it('is always looked up', () => {
    const found = sources()
      .filter(({ path }) => path.startsWith('src/vscode/'))
      .flatMap(({ path, text }) =>
        (withoutComments(text).match(bare) ?? []).map(words => `${path}: ${words}`),
      );
    assert.deepEqual(found, []);
    assert.ok("title: 'Some Words'".match(bare) && 'showErrorMessage(`x`)'.match(bare));
    assert.equal("title: l10n.t('Some Words'), label: 'note'".match(bare), null);
  });

  it('has its numbers, dates and order in the language that it is in', () => {
    const shell = sources().filter(({ path }) => path.startsWith('src/vscode/'));
    const found = shell.flatMap(({ path, text }) => inNoLanguage(text).map(words => `${path}: ${words}`));
    assert.deepEqual(found, []);
    for (const fault of [
      'x.toLocaleString()',
      'new Intl.Collator(undefined, {})',
      'a.localeCompare(b)',
      "l10n.t('{0} of {1}', name(x), all.length)",
    ])
      assert.equal(inNoLanguage(fault).length, 1);
    assert.deepEqual(inNoLanguage("l10n.t('{0} posts', numberText(posts.length))"), []);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** Where what is formatted or sorted says no language, and numbers that go into a message as they are. */
function inNoLanguage(text: string): string[] {
  const calls = text.match(/\b(?:Intl\.\w+|toLocale\w+|localeCompare)\([^)]*\)?/g) ?? [];
  const messages = text.match(/\bl10n\.t\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g) ?? [];
  return [
    ...calls.filter(call => !/\((?:vscode\.env\.)?language\b/.test(call)),
    ...messages.filter(message => /\.length\s*[,)]/.test(message.replace(/(?<!l10n\.t)\([^()]*\)/g, ''))),
  ];
}
