import { cleanParagraphs, cleanText } from '../../../text';
import { type CslItem, isObject } from '../../cslItem';
import { readDate, readYearMonth } from './dates';
import { languageTag } from './languages';
import { latexText, verbatimText } from './latexText';
import { readNames, splitOutside } from './names';
import { cslTypes, entryTypes } from './types';
import { nameVariables, textVariables } from './variables';

/** Fields of an entry by name in lower case, as they are written, macros put in. */
export type BibtexFields = ReadonlyMap<string, string>;

/** The CSL item that an entry says. */
export function bibtexItem(type: string, key: string | undefined, fields: BibtexFields): CslItem {
  const cslType = typeOf(type, fields);
  const item: Record<string, unknown> = { id: key, type: cslType };
  const text = (...names: string[]) => first(fields, names, line);
  const set = (variable: string, value: unknown) => {
    if (value !== undefined && value !== '') item[variable] ??= value;
  };

  const title = withSubtitle(text('title', 'maintitle', 'booktitle', 'shorttitle'), text('subtitle'));
  set('title', title);
  for (const [field, variable] of nameVariables)
    if (fields.has(field)) set(variable, names(fields.get(field)));
  const container = withSubtitle(
    text('blogtitle', 'journaltitle', 'journal', ...(cslType === 'book' ? [] : ['booktitle'])),
    text('journalsubtitle', 'booksubtitle'),
  );
  set('container-title', fields.has('title') ? (container ?? text('maintitle')) : undefined);
  set('issued', dateOf(fields.get('date')) ?? yearOf(fields));
  set('accessed', accessed(fields));
  set('event-date', dateOf(fields.get('eventdate')));
  set('original-date', dateOf(fields.get('origdate')));
  set('page', text('pages', 'eid')?.replace(/\s*[–—]\s*/g, '-'));
  set(numberVariable(cslType, fields), text('number'));
  set('issue', text('issue'));
  for (const [field, variable] of textVariables) if (fields.has(field)) set(variable, text(field));
  set('genre', genres.get(type));
  set('keyword', keywords(first(fields, ['keywords', 'keyword'], value => value) ?? ''));
  set('abstract', first(fields, ['abstract'], paragraphs));
  set('note', first(fields, ['note'], paragraphs));
  const language = text('langid', 'hyphenation', 'language');
  set('language', language === undefined ? undefined : languageTag(language));
  addAddresses(fields, set);
  const { type: ownType, id: _, ...kept } = keptIn(fields.get('byline'));
  for (const [variable, value] of Object.entries(kept)) set(variable, value);
  if (typeof ownType === 'string' && !entryTypes.has(ownType)) item.type = ownType;
  return item;
}

function typeOf(type: string, fields: BibtexFields): string {
  const csl = cslTypes.get(type) ?? 'document';
  const kind = fields.get('entrysubtype') ?? '';
  const isNamedBlog = ['entrysubtype', 'howpublished', 'type'].some(name =>
    blog.test(fields.get(name) ?? ''),
  );
  if (/^(?:webpage|document)$/.test(csl) && isNamedBlog) return 'post-weblog';
  if (csl === 'article-journal' && /^magazine$/i.test(kind)) return 'article-magazine';
  if (csl === 'article-journal' && /^newspaper$/i.test(kind)) return 'article-newspaper';
  return csl;
}

const blog = /^\W*(?:\w+\s)?(?:web)?(?:blog|log)(?:[\s-]?(?:post|entry|article))?\W*$/i;

const genres = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mastersthesis', "Master's thesis"],
  ['bachelorsthesis', "Bachelor's thesis"],
]);

function numberVariable(cslType: string, fields: BibtexFields): string {
  if (/^(?:article|review|periodical)/.test(cslType) && !fields.has('issue')) return 'issue';
  return /^(?:book|chapter|paper-conference)/.test(cslType) ? 'collection-number' : 'number';
}

/** The value of the first of these fields that says something. */
function first(
  fields: BibtexFields,
  names: readonly string[],
  read: (latex: string) => string,
): string | undefined {
  for (const name of names) {
    const latex = fields.get(name);
    const value = latex === undefined ? '' : read(latex);
    if (value !== '') return value;
  }
  return undefined;
}

const line = (latex: string) => cleanText(latexText(latex));

/** Paragraphs are told apart by "\n\n", lines by "\n". */
const paragraphs = (latex: string) => cleanParagraphs(latexText(latex));

function withSubtitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined) return title;
  return /[.?!:]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function names(value = ''): CslItem[] | undefined {
  const read = readNames(value);
  return read.length > 0 ? read : undefined;
}

const dateOf = (value = '') => readDate(value);

function yearOf(fields: BibtexFields): CslItem | undefined {
  return readYearMonth(fields.get('year') ?? '', fields.get('month') ?? '', fields.get('day') ?? '');
}

function accessed(fields: BibtexFields): CslItem | undefined {
  return dateOf(fields.get('urldate') ?? fields.get('lastaccessed') ?? fields.get('lastchecked'));
}

function keywords(value: string): string {
  const all = splitOutside(value, /[,;]/).map(line).filter(Boolean);
  return [...new Set(all)].join(', ');
}

function addAddresses(fields: BibtexFields, set: (variable: string, value: unknown) => void): void {
  const address = (name: string) => verbatimText(fields.get(name) ?? '').split(/\s/)[0]!;
  const doi = verbatimText(fields.get('doi') ?? '').replace(
    /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i,
    '',
  );
  set('DOI', doi);
  for (const name of ['url', 'link', 'ee']) set('URL', withScheme(address(name)));
  for (const name of ['howpublished', 'note']) set('URL', quotedAddress(fields.get(name) ?? ''));
  const published = first(fields, ['howpublished'], line);
  if (published !== undefined && !/^(?:https?:|www\.)/i.test(published)) set('medium', published);
  if (/^10\.\S+$/.test(doi)) set('URL', `https://doi.org/${doi}`);
  const eprint = verbatimText(fields.get('eprint') ?? '').replace(/^arxiv:/i, '');
  const archive = verbatimText(fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '');
  set('archive', archive);
  set('archive_location', eprint);
  const isArxiv =
    /^arxiv$/i.test(archive) ||
    (archive === '' && /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.test(eprint));
  if (isArxiv && /^[\w./-]+$/.test(eprint)) set('URL', `https://arxiv.org/abs/${eprint}`);
}

const withScheme = (address: string) => (/^www\.\S+$/i.test(address) ? `http://${address}` : address);

/** The address of `\url{…}` or `\href{…}{…}`, or one that is all of the value. */
function quotedAddress(latex: string): string | undefined {
  const command = /\\(?:url|href)\s*\{([^{}]+)\}/.exec(latex)?.[1];
  if (command !== undefined) return withScheme(verbatimText(command));
  const whole = verbatimText(latex.slice(0, 2000));
  return latex.length < 2000 && /^(?:https?:\/\/|www\.)\S+$/i.test(whole) ? withScheme(whole) : undefined;
}

/** The variables that Byline keeps in a field of its own as BibTeX has none for them: JSON. See `writeBibtex.ts`. */
function keptIn(value: string | undefined): CslItem {
  try {
    const kept = value === undefined ? {} : JSON.parse(value);
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}
