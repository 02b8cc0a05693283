import { cleanParagraphs, cleanText } from '../../../text';
import { type CslItem, isObject } from '../../cslItem';
import { firstAddress } from '../firstAddress';
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
  const item = new Item({ id: key, type: cslType }, fields);
  const title = withSubtitle(
    item.text('title', 'maintitle', 'booktitle', 'shorttitle'),
    item.text('subtitle'),
  );
  item.set('title', title);
  for (const [field, variable] of nameVariables)
    if (fields.has(field)) item.set(variable, names(fields.get(field)));
  const container = withSubtitle(
    item.text('blogtitle', 'journaltitle', 'journal') ??
      (cslType === 'book' ? undefined : item.text('booktitle')),
    item.text('journalsubtitle', 'booksubtitle'),
  );
  item.set('container-title', fields.has('title') ? (container ?? item.text('maintitle')) : undefined);
  item.set('issued', dateOf(fields.get('date')) ?? yearOf(fields));
  item.set('accessed', accessed(fields));
  item.set('event-date', dateOf(fields.get('eventdate')));
  item.set('original-date', dateOf(fields.get('origdate')));
  item.set('page', item.text('pages', 'eid')?.replace(/\s*[–—]\s*/g, '-'));
  item.set(numberVariable(cslType, fields), item.text('number'));
  item.set('issue', item.text('issue'));
  for (const [field, variable] of textVariables) if (fields.has(field)) item.set(variable, item.text(field));
  item.set('genre', genres.get(type));
  item.set('keyword', keywords(item.latex('keywords') || item.latex('keyword')));
  item.set('abstract', paragraphs(item.latex('abstract')));
  item.set('note', paragraphs(item.latex('note')));
  item.set('language', languageOf(item.text('langid', 'hyphenation'), item.text('language')));
  addAddresses(item);
  addHowPublished(item, cslType);
  const { said } = item;
  const { type: ownType, id: _, ...kept } = keptIn(fields.get('byline'));
  for (const variable of Object.keys(kept)) item.set(variable, kept[variable]);
  if (typeof ownType === 'string' && !entryTypes.has(ownType)) said.type = ownType;
  return said;
}

/** An item that is being put together of an entry's fields: what is said of a variable first holds. */
class Item {
  constructor(
    readonly said: Record<string, unknown>,
    readonly fields: BibtexFields,
  ) {}

  set(variable: string, value: unknown): void {
    if (value !== undefined && value !== '') this.said[variable] ??= value;
  }

  /** A field as it is written; empty for one that is not there. */
  latex(name: string): string {
    return this.fields.get(name) ?? '';
  }

  /** The first of these fields that says something. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const text = line(this.latex(name));
      if (text !== '') return text;
    }
    return undefined;
  }

  verbatim(name: string): string {
    const latex = this.latex(name);
    return latex && verbatimText(latex);
  }
}

function typeOf(type: string, fields: BibtexFields): string {
  const csl = cslTypes.get(type) ?? 'document';
  const kind = fields.get('entrysubtype') ?? '';
  const isNamedBlog = () =>
    ['entrysubtype', 'howpublished', 'type'].some(name => blog.test(fields.get(name) ?? ''));
  if ((csl === 'webpage' || csl === 'document') && isNamedBlog()) return 'post-weblog';
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

const line = (latex: string) => latex && cleanText(latexText(latex));

/** Paragraphs are told apart by "\n\n", lines by "\n". */
const paragraphs = (latex: string) => latex && cleanParagraphs(latexText(latex));

function withSubtitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined) return title;
  return /[.?!:]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function names(value = ''): CslItem[] | undefined {
  const read = readNames(value);
  return read.length > 0 ? read : undefined;
}

const dateOf = (latex: string | undefined) => (latex ? readDate(latex) : undefined);

function yearOf(fields: BibtexFields): CslItem | undefined {
  return readYearMonth(fields.get('year') ?? '', fields.get('month') ?? '', fields.get('day') ?? '');
}

function accessed(fields: BibtexFields): CslItem | undefined {
  return dateOf(fields.get('urldate') ?? fields.get('lastaccessed') ?? fields.get('lastchecked'));
}

/** `language` may say of the language that `langid` names which of its kinds it is. */
function languageOf(langid: string | undefined, language: string | undefined): string | undefined {
  const tag = langid === undefined ? undefined : languageTag(langid);
  const said = language === undefined ? undefined : languageTag(language);
  const isFiner = tag !== undefined && said?.replace(/-.*/, '').toLowerCase() === tag;
  return isFiner ? said : (tag ?? said);
}

function keywords(value: string): string {
  if (value === '') return '';
  const all = splitOutside(value, /[,;]/).map(line).filter(Boolean);
  return [...new Set(all)].join(', ');
}

function addAddresses(item: Item): void {
  const doi = item.verbatim('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  item.set('DOI', doi);
  for (const name of ['url', 'link', 'ee'])
    if (item.fields.has(name)) item.set('URL', withScheme(firstAddress(item.verbatim(name))));
  for (const name of ['howpublished', 'note']) item.set('URL', quotedAddress(item.latex(name)));
  if (/^10\.\S+$/.test(doi)) item.set('URL', `https://doi.org/${doi}`);
  addArchive(item);
}

/** BibTeX has no field for the site of a page, so `howpublished` mostly names it. */
function addHowPublished(item: Item, cslType: string): void {
  const published = item.text('howpublished');
  if (published === undefined || /^(?:https?:|www\.)/i.test(published)) return;
  const isPage = /^(?:document|webpage|post-weblog)$/.test(cslType);
  const hasAddress = /\/\/|\bwww\.|\\(?:url|href)/i.test(item.latex('howpublished'));
  const hasBetter = 'container-title' in item.said || 'publisher' in item.said;
  const isName = isPage && !hasAddress && !hasBetter && !manner.test(published);
  item.set(isName ? 'container-title' : 'medium', published);
}

/** What says how, not where: "Blog post", "[Online]", "Accessed: 2020-01-02", "GitHub repository". */
const manner =
  /^\W*(?:(?:available |published )?online|accessed|retrieved|available|(?:self|un|pre)-?p(?:ublished|rint)|in press|print|pdf|e-?book|e-?mail|web|cd-?rom|dvd)\b|\b(?:posts?|article|entry|page|site|website|webpage|repository|software|program|dataset|video|talk|slides|lecture|presentation|manuscript|draft|podcast|tweet|thread|communication)\W*$/i;

function addArchive(item: Item): void {
  if (!['eprint', 'eprinttype', 'archiveprefix'].some(name => item.fields.has(name))) return;
  const eprint = item.verbatim('eprint').replace(/^arxiv:/i, '');
  const archive = item.verbatim(item.fields.has('eprinttype') ? 'eprinttype' : 'archiveprefix');
  item.set('archive', archive);
  item.set('archive_location', eprint);
  const isArxiv =
    /^arxiv$/i.test(archive) ||
    (archive === '' && /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.test(eprint));
  if (isArxiv && /^[\w./-]+$/.test(eprint)) item.set('URL', `https://arxiv.org/abs/${eprint}`);
}

const withScheme = (address: string) => (/^www\.\S+$/i.test(address) ? `http://${address}` : address);

/** The address of `\url{…}` or `\href{…}{…}`, or one that is all of the value. */
function quotedAddress(latex: string): string | undefined {
  if (latex === '') return undefined;
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
