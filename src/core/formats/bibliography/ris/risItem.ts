import { parseDate } from '../../../date';
import { cleanParagraphs, cleanText } from '../../../text';
import { type CslItem, isObject } from '../../cslItem';
import { longestDate } from '../bibtex/dates';
import { firstAddress } from '../firstAddress';
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
  const values = new Values(lines);
  const item = new Item();
  const type = cslTypes.get((values.first('TY') ?? '').toUpperCase()) ?? 'document';
  item.set('type', type);
  for (const [tag, variable] of textTags) item.set(variable, values.first(tag));
  // The title of a whole book.
  item.set('title', values.first('BT') ?? values.first('T2'));
  const { said } = item;
  const hasTitle = values.has('TI') || values.has('T1') || values.has('CT');
  if (!hasTitle && said.title === said['container-title']) delete said['container-title'];
  for (const [tag, variable] of nameTags) {
    const names = values.all(tag).flatMap(value => readName(value) ?? []);
    if (names.length > 0) said[variable] = [...((said[variable] as CslItem[]) ?? []), ...names];
  }
  item.set('issued', values.firstRead(readDate, 'DA', 'PY', 'Y1'));
  item.set('accessed', readDate(values.first('Y2') ?? ''));
  const doi = (values.first('DO') ?? '').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  item.set('DOI', doi);
  item.set('URL', values.firstRead(readAddress, 'UR', 'L2'));
  if (/^10\.\S+$/.test(doi)) item.set('URL', `https://doi.org/${doi}`);
  const [start, end] = [values.first('SP'), values.first('EP')];
  item.set('page', end && start && !start.includes('-') ? `${start}-${end}` : start);
  item.set(/^(?:book|chapter|report)/.test(type) ? 'ISBN' : 'ISSN', values.first('SN'));
  item.set('keyword', readKeywords(values.all('KW')));
  item.set('abstract', cleanParagraphs(values.first('AB') ?? values.first('N2') ?? ''));
  item.set('note', cleanParagraphs(values.first('N1') ?? values.first('RN') ?? ''));
  const { type: own, ...kept } = keptIn(values.all('C8'));
  for (const variable of Object.keys(kept)) item.set(variable, kept[variable]);
  return typeof own === 'string' && type === 'document' ? { ...said, type: own } : said;
}

/** What the tags of a record say. */
class Values {
  readonly #byTag = new Map<string, string[]>();

  constructor(lines: readonly RisLine[]) {
    for (const { tag, value } of lines) {
      const others = this.#byTag.get(tag);
      if (others) others.push(value);
      else this.#byTag.set(tag, [value]);
    }
  }

  all(tag: string): readonly string[] {
    return this.#byTag.get(tag) ?? none;
  }

  /** The first that is not empty. */
  first(tag: string): string | undefined {
    return this.#byTag.get(tag)?.find(Boolean);
  }

  /** The first that can be read. */
  firstRead<T>(read: (value: string) => T | undefined, ...tags: string[]): T | undefined {
    for (const tag of tags) {
      for (const value of this.all(tag)) {
        const found = read(value);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  has(tag: string): boolean {
    return this.first(tag) !== undefined;
  }
}

const none: readonly string[] = [];

/** An item that is being put together: what is said of a variable first holds. */
class Item {
  readonly said: Record<string, unknown> = {};

  set(variable: string, value: unknown): void {
    if (value !== undefined && value !== '') this.said[variable] ??= value;
  }
}

function readAddress(value: string): string | undefined {
  const address = firstAddress(value);
  return /^https?:/i.test(address) ? address : undefined;
}

function readKeywords(values: readonly string[]): string {
  const all = values.flatMap(value => value.split(/[;,\n]/)).map(cleanText);
  return [...new Set(all.filter(Boolean))].join(', ');
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
  if (value === '' || value.length > longestDate) return undefined;
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
