import { parseDate } from '../../../date';
import { cleanParagraphs, cleanText } from '../../../text';
import { type CslItem, isObject } from '../../cslItem';
import { cslTypes, nameTags, textTags } from './tags';

/** A line of a record: "AU  - Lee, Ann". */
export interface RisLine {
  readonly tag: string;
  readonly value: string;
}

/** Begins the value of the field in which Byline keeps what RIS has no tag for. */
export const mark = 'byline ';

/** The CSL item that a record says. */
export function risItem(lines: readonly RisLine[]): CslItem {
  const item: Record<string, unknown> = {};
  const values = new Map<string, string[]>();
  for (const { tag, value } of lines) {
    const others = values.get(tag);
    if (others) others.push(value);
    else values.set(tag, [value]);
  }
  const first = (...tags: string[]) => tags.map(tag => values.get(tag)?.find(Boolean)).find(Boolean);
  const set = (variable: string, value: unknown) => {
    if (value !== undefined && value !== '') item[variable] ??= value;
  };
  const type = cslTypes.get((first('TY') ?? '').toUpperCase()) ?? 'document';
  set('type', type);
  for (const [tag, variable] of textTags) set(variable, first(tag));
  // The title of a whole book.
  set('title', first('BT', 'T2'));
  if (item.title === item['container-title'] && !first('TI', 'T1', 'CT')) delete item['container-title'];
  for (const [tag, variable] of nameTags) {
    const names = (values.get(tag) ?? []).flatMap(value => readName(value) ?? []);
    if (names.length > 0) item[variable] = [...((item[variable] as CslItem[]) ?? []), ...names];
  }
  set(
    'issued',
    [...(values.get('DA') ?? []), ...(values.get('PY') ?? []), ...(values.get('Y1') ?? [])]
      .map(readDate)
      .find(Boolean),
  );
  set('accessed', readDate(first('Y2') ?? ''));
  const doi = (first('DO') ?? '').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  set('DOI', doi);
  set(
    'URL',
    [...(values.get('UR') ?? []), ...(values.get('L2') ?? [])]
      .map(value => value.split(/\s|;(?=https?:)/, 1)[0]!)
      .find(value => /^https?:/i.test(value)),
  );
  if (/^10\.\S+$/.test(doi)) set('URL', `https://doi.org/${doi}`);
  const [start, end] = [first('SP'), first('EP')];
  set('page', end && start && !start.includes('-') ? `${start}-${end}` : start);
  set(/^(?:book|chapter|report)/.test(type) ? 'ISBN' : 'ISSN', first('SN'));
  set(
    'keyword',
    [
      ...new Set(
        (values.get('KW') ?? [])
          .flatMap(value => value.split(/[;,\n]/))
          .map(cleanText)
          .filter(Boolean),
      ),
    ].join(', '),
  );
  set('abstract', cleanParagraphs(first('AB', 'N2') ?? ''));
  set('note', cleanParagraphs(first('N1', 'RN') ?? ''));
  const { type: own, ...kept } = keptIn(values.get('C8') ?? []);
  for (const [variable, value] of Object.entries(kept)) set(variable, value);
  return typeof own === 'string' && type === 'document' ? { ...item, type: own } : item;
}

/** "Last, First, Suffix"; a body has no comma, nor has a person with one name. */
function readName(value: string): CslItem | undefined {
  const [family = '', given, suffix] = value.split(',').map(part => part.trim());
  if (family === '') return undefined;
  if (given === undefined) return { literal: family };
  const particle = /^(?:\p{Ll}[\p{L}'’]*\s+)+(?=\S)/u.exec(family.slice(0, 100))?.[0] ?? '';
  return {
    family: family.slice(particle.length),
    ...(given && { given }),
    ...(particle && { 'non-dropping-particle': particle.trim() }),
    ...(suffix && { suffix }),
  };
}

/** "2021/03/04/other": parts may be missing; other writings as `parseDate` reads them. */
function readDate(value: string): CslItem | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:\/.*)?\s*$/.exec(value) ?? [];
  const parts = year === undefined ? undefined : [year, month, day].map(Number);
  const date = parts ?? Object.values(parseDate(value.replace(/\/+$/, '')) ?? {});
  const said = date.slice(0, 3).map(Number);
  const length = said.findIndex(part => !(part > 0));
  const known = length === -1 ? said : said.slice(0, length);
  return known.length > 0 ? { 'date-parts': [known] } : undefined;
}

function keptIn(values: readonly string[]): CslItem {
  const kept = values.find(value => value.startsWith(mark));
  try {
    const value: unknown = kept === undefined ? {} : JSON.parse(kept.slice(mark.length));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
