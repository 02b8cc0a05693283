import { sameValue } from '../../../sameValue';
import { type CslItem, isObject } from '../../cslItem';
import { latexEscape } from './latexEscape';
import { readNames } from './names';

/** A BibTeX name list of CSL names. */
export function writeNames(names: unknown): string {
  return (Array.isArray(names) ? names : []).filter(isObject).map(writeName).join(' and ');
}

/** In the plainest form that says all of it. */
function writeName(name: CslItem): string {
  const forms = [ordinary(name, braced), ordinary(name, group), extended(name)];
  return forms.find(form => form !== undefined && sameValue(readNames(form), [name])) ?? group(shown(name));
}

function ordinary(name: CslItem, family: (text: string) => string): string | undefined {
  if (text(name.literal)) return group(text(name.literal));
  if (!text(name.family) || text(name['dropping-particle'])) return undefined;
  const last = [latexEscape(text(name['non-dropping-particle'])), family(text(name.family))]
    .filter(Boolean)
    .join(' ');
  const rest = [name.suffix, name.given].map(text).map(braced);
  return [last, ...rest.slice(rest[0] === '' ? 1 : 0)].join(', ').trim();
}

function extended(name: CslItem): string {
  const parts = {
    family: name.family,
    given: name.given,
    prefix: name['non-dropping-particle'] ?? name['dropping-particle'],
    suffix: name.suffix,
  };
  const said = Object.entries(parts).filter(([, part]) => text(part));
  const fields = said.map(([field, part]) => `${field}=${group(text(part))}`);
  return [...fields, ...(text(name['dropping-particle']) ? ['useprefix=false'] : [])].join(', ');
}

const shown = (name: CslItem) =>
  ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    .map(part => text(name[part]))
    .filter(Boolean)
    .join(' ');
const group = (part: string) => `{${latexEscape(part)}}`;
/** What a comma, a quotation mark or the word "and" would part stands in braces. */
const braced = (part: string) => (/[,"]|\band\b/i.test(part) ? group(part) : latexEscape(part));
const text = (value: unknown) => (typeof value === 'string' ? value : '');
