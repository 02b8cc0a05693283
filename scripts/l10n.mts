/**
 * Checks the translations of what Byline says in the editor against the English in the sources and in package.nls.json.
 *
 *   npm run l10n            tells what languages lack or have in excess, and ends with 1 if anything
 *   npm run l10n -- de      brings the files of a language into the order of the sources first, new messages empty and
 *                           old ones taken out; a language that has no files yet gets them
 */
import { writeFileSync } from 'node:fs';
import { faults } from './l10n/faults';
import { languages, translated } from './l10n/texts';

const [only] = process.argv.slice(2);
if (only && !/^[a-z]{2,3}(?:-[a-z]+)*$/.test(only)) {
  console.error(`“${only}” is no name that VS Code has for a language, such as de or pt-br`);
  process.exit(2);
}
if (only) {
  for (const { path, english, texts } of translated(only)) {
    const all = Object.fromEntries(Object.keys(english).map(key => [key, texts[key] ?? '']));
    writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
  }
}
for (const language of only ? [only] : languages()) {
  for (const file of translated(language)) {
    const found = faults(file);
    for (const fault of found) console.log(fault);
    console.log(`${file.path}: ${Object.keys(file.english).length} texts, faults: ${found.length}`);
    if (found.length > 0) process.exitCode = 1;
  }
}
