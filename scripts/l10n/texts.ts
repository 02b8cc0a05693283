import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { messages } from './messages';

/** Texts by key; the key of a message of the code is the message itself. */
export type Texts = Readonly<Record<string, string>>;

/** A file of translations beside the English texts that it translates. */
export interface Translated {
  readonly path: string;
  readonly english: Texts;
  readonly texts: Texts;
}

/** The languages that a file of translations is there for, such as `de`. */
export function languages(): string[] {
  const names = [...readdirSync('.'), ...readdirSync('l10n')];
  const found = names.flatMap(name => /^(?:package\.nls|bundle\.l10n)\.(.+)\.json$/.exec(name)?.[1] ?? []);
  return [...new Set(found)].sort();
}

/** Both files of a language: what package.json says, and what the code says. */
export function translated(language: string): Translated[] {
  const read = (path: string): Texts => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
  const code = Object.fromEntries(messages().map(message => [message, message]));
  const files = [
    { path: `package.nls.${language}.json`, english: read('package.nls.json') },
    { path: `l10n/bundle.l10n.${language}.json`, english: code },
  ];
  return files.map(file => ({ ...file, texts: read(file.path) }));
}
