import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bibliographyFaultMessages, bibliographyNoticeMessages } from '../../src/core/bibliography/faultText';
import { templateFaultMessages } from '../../src/core/citation/templateFaultText';
import { contradictionMessages, findingMessages, fixMessages } from '../../src/core/health/findingText';
import { sharedMessages } from '../../src/core/persons/spellingText';
import { problemMessages } from '../../src/core/problemText';
import { queryMessages } from '../../src/core/search/explain';

/** All that Byline says in the editor, in English: what stands in `l10n.t('…')` and `translate('…')`, and the core's tables. */
export function messages(): string[] {
  const found = new Set<string>();
  for (const { text } of sources()) for (const message of literals(text)) found.add(message);
  for (const message of strings(tables)) found.add(message);
  return [...found];
}

/** The files that may say something in the editor, by their path. */
export function sources(): { path: string; text: string }[] {
  return ['src/core', 'src/vscode'].flatMap(folder =>
    readdirSync(folder, { encoding: 'utf8', recursive: true })
      .filter(name => name.endsWith('.ts'))
      .sort()
      .map(name => ({ path: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') })),
  );
}

/** What is translated in a source text. A message is one literal, or it could not be found here. */
export function literals(text: string): string[] {
  return [
    ...text.matchAll(/\b(?:l10n\.t|translate)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g),
  ].map(([, single, double]) => unescaped(single ?? double!));
}

const tables = [
  bibliographyFaultMessages,
  bibliographyNoticeMessages,
  contradictionMessages,
  findingMessages,
  fixMessages,
  problemMessages,
  queryMessages,
  sharedMessages,
  templateFaultMessages,
];

function strings(table: unknown): string[] {
  return typeof table === 'string' ? [table] : Object.values(table as object).flatMap(strings);
}

function unescaped(literal: string): string {
  return JSON.parse(`"${literal.replace(/\\'/g, "'").replace(/\\?"/g, '\\"')}"`);
}
