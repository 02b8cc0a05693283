import { readJson, readToml, readYaml } from '../data';
import { type Fields, fieldsOf } from '../fields';
import { recoverFields } from '../recover';

const longest = 1 << 18;

/** A configuration file's fields, by its extension; one with an error line by line. */
export function readConfigFile(name: string, text: string): Fields {
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
  const read = extension === 'toml' ? readToml : extension === 'json' ? readJson : readYaml;
  const { value, error } = { value: undefined, ...read(text.replace(/^\ufeff/, ''), longest) };
  if (error === undefined) return fieldsOf(value);
  return recoverFields(text.slice(0, longest), extension === 'toml' ? 'toml' : 'yaml');
}
