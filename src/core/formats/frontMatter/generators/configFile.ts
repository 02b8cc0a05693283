import { withoutComments } from '../codeText';
import { readJson, readToml, readYaml } from '../data';
import { type Fields, fieldsOf } from '../fields';
import { recoverFields, recoverLiterals } from '../recover';

/** In UTF-16 units: what is longer is read line by line. */
const longest = 1 << 17;

/** A configuration file's fields, by its extension; one with an error line by line, and one that is code as far as it is written out. */
export function readConfigFile(name: string, text: string): Fields {
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
  if (/^[cm]?js$/.test(extension)) return readCode(withoutComments(text));
  const read = extension === 'toml' ? readToml : extension === 'json' ? readJson : readYaml;
  const { value, error } = { value: undefined, ...read(text.replace(/^\ufeff/, ''), longest) };
  if (error === undefined) return fieldsOf(value);
  return recoverFields(text.slice(0, longest), extension === 'toml' ? 'toml' : 'yaml');
}

/** A permalink that is worked out is a template of what isn't known, so that no other address is taken for it. */
function readCode(code: string): Fields {
  const fields = recoverLiterals(code);
  const isWorkedOut = /(?<!\w)permalink\b/.test(code) && !fields.has('permalink');
  return isWorkedOut ? new Map([...fields, ['permalink', '{{ code }}']]) : fields;
}
