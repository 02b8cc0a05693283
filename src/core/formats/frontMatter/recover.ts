import { type Data, readToml, readYaml } from './data';
import { type Fields, fieldKey } from './fields';

/** What a post cannot do without, and what is mostly written on one line. */
const wanted = new Set(
  `title date publishdate pubdate published pubdatetime author authors tags categories category draft slug permalink
  url path description summary excerpt lang language layout type status`.split(/\s+/),
);
const entry = /^\s{0,4}"?([A-Za-z][\w -]{0,40}?)"?\s*[:=](?:\s+|(?=["'[{\d])|$)/;
/** In UTF-16 units; a longer value is not tried as a whole. */
const longest = 4096;

/**
 * The simple fields of front matter that as a whole cannot be read: each line "key: value" with the lines that
 * belong to it is read by itself, and where that fails too, its text stands for the value. A key's first line holds.
 */
export function recoverFields(matter: string, language: 'yaml' | 'toml'): Fields {
  const fields = new Map<string, unknown>();
  let key: string | undefined;
  let lines: string[] = [];
  const finish = () => {
    if (key !== undefined && !fields.has(key)) fields.set(key, valueIn(lines, language));
  };
  for (const line of matter.split(/\r?\n/)) {
    const found = entry.exec(line.slice(0, 100));
    if (/^\s*\[\[?[\w.-]+\]\]?\s*$/.test(line.slice(0, 100)) && language === 'toml') break;
    if (found && !/^\s*-\s/.test(line)) {
      finish();
      key = fieldKey(found[1]!.replaceAll(' ', ''));
      if (!wanted.has(key)) key = undefined;
      lines = [line.slice(found[0].length)];
    } else if (key !== undefined && lines.length < 100) lines.push(line);
  }
  finish();
  return fields;
}

const literal =
  /^[ \t]{0,4}(?:export )?(?:(?:const|let|var) )?["']?(\w{1,40})["']?[ \t]{0,4}[:=][ \t]{0,4}("[^"\\]*"|'[^'\\]*'|true|false|\d[\d-]*|\[[^[\]]*\])[ \t]{0,4}[,;]?[ \t]{0,4}$/;

/** The simple fields of front matter that is code, as far as they are written out on a line. */
export function recoverLiterals(code: string): Fields {
  const lines = code.split(/\r?\n/).map(line => literal.exec(line.slice(0, 1000)));
  return recoverFields(lines.flatMap(line => (line ? [`${line[1]}: ${line[2]}`] : [])).join('\n'), 'yaml');
}

function valueIn(lines: readonly string[], language: 'yaml' | 'toml'): unknown {
  const whole = lines.join('\n').trimEnd();
  const first = lines[0]!.trim().replace(/,$/, '');
  for (const text of [whole, first]) {
    const read = text.length <= longest ? readValue(text, language) : undefined;
    if (read && read.error === undefined) return read.value;
  }
  return first.slice(0, longest).replace(/^(["'])(.*)\1$/s, '$2');
}

function readValue(text: string, language: 'yaml' | 'toml'): Data {
  const read = language === 'toml' ? readToml(`key = ${text}`) : readYaml(`key: ${text}`);
  const value = read.error === undefined ? Object.entries(read.value ?? {}) : [];
  return value.length === 1 ? { value: value[0]![1] } : { error: read.error ?? 'it is more than one value' };
}
