import type { Problem } from '../../problem';
import { type Data, readJson, readToml, readYaml } from './data';
import { type Fields, fieldsOf, isRecord, noFields } from './fields';
import { recoverFields, recoverLiterals } from './recover';
import { type FrontMatterFormat, splitFrontMatter } from './split';

export interface FrontMatter {
  readonly fields: Fields;
  /** The text after it. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads the front matter of a text. What has an error is read line by line, as far as that goes, with a problem;
 * code is never run, but what it says in so many words (`title: 'text'`) is taken. `source` is what problems name.
 */
export function readFrontMatter(text: string, source: string): FrontMatter {
  const { format, matter, body, code, isOpen } = splitFrontMatter(text);
  if (code !== undefined) {
    return {
      fields: recoverLiterals(matter),
      body,
      problems: [{ code: 'codeFrontMatter', source, detail: code.slice(0, 40) }],
    };
  }
  if (format === undefined) return { fields: noFields, body, problems: [] };
  if (format === 'lines') return { fields: recoverFields(matter, 'yaml'), body, problems: [] };
  if (format === 'exports') return { fields: recoverLiterals(matter), body, problems: [] };
  const read: Data = isOpen ? { error: 'the line that ends it is missing' } : readers[format](matter);
  if (read.error === undefined && (isRecord(read.value) || isEmpty(read.value))) {
    return { fields: fieldsOf(read.value), body, problems: [] };
  }
  // Text between two rules across the page.
  if (format === 'yaml' && !key.test(matter)) return { fields: noFields, body: text, problems: [] };
  const { error = 'it has no keys', line } = { line: undefined, ...read };
  const before = line === undefined ? 0 : text.slice(0, text.indexOf(matter)).split('\n').length - 1;
  return {
    fields: recoverFields(matter, format === 'toml' ? 'toml' : 'yaml'),
    body,
    problems: [
      {
        code: 'damagedFrontMatter',
        source,
        detail: error,
        ...(line !== undefined && { line: before + line }),
      },
    ],
  };
}

const key = /^[ \t]{0,4}"?[A-Za-z][\w -]{0,40}"?[ \t]{0,4}:(?:\s|$)/m;

const readers: Readonly<Record<Exclude<FrontMatterFormat, 'lines' | 'exports'>, (text: string) => Data>> = {
  yaml: readYaml,
  toml: readToml,
  json: text => readJson(/^\s*\{/.test(text) ? text : `{${text}}`),
};

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
