import type { CslItem } from '../../cslItem';
import { edtf } from '../cslDate';
import { languageName, languageTag } from './languages';
import { latexEscape, verbatimEscape } from './latexEscape';
import { entryTypes } from './types';
import { nameVariables, textVariables } from './variables';
import { writeNames } from './writeNames';
import { writeTitle } from './writeTitle';

/** A field's name and its value as it stands between the braces. */
export type BibtexField = readonly [name: string, value: string];

export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  /** By the CSL variable that they say; what no field says is in the one for `custom`. */
  readonly fields: ReadonlyMap<string, readonly BibtexField[]>;
}

/** The entry that says a CSL item; what BibTeX has no field for goes into a field `byline`, as JSON. */
export function entryOf(item: CslItem): BibtexEntry {
  const fields = new Map<string, BibtexField[]>();
  const rest = new Map(Object.entries(item));
  const say = (variable: string, name: string, value: string | undefined) => {
    rest.delete(variable);
    if (value) fields.set(variable, [[name, value]]);
  };
  const csl = text(item.type) || 'document';
  const isArticle = /^(?:article|review|periodical)/.test(csl);
  const isPart = /^(?:chapter|paper-conference|entry)/.test(csl);
  const isPost = csl === 'post-weblog';
  rest.delete('id');
  if (isPost || entryTypes.has(csl)) rest.delete('type');

  const tag = text(item.language);
  say('title', 'title', writeTitle(text(item.title), tag));
  for (const [field, variable] of nameVariables)
    if (Array.isArray(item[variable])) say(variable, field, writeNames(item[variable]));
  say('issued', 'date', latexEscape(edtf(item.issued)));
  say('container-title', isPart ? 'booktitle' : 'journaltitle', latexEscape(text(item['container-title'])));
  if (isPost) say('type', 'entrysubtype', 'blog');
  say('URL', 'url', verbatimEscape(text(item.URL)));
  say('accessed', 'urldate', latexEscape(edtf(item.accessed)));
  if (typeof item.DOI === 'string') say('DOI', 'doi', verbatimEscape(item.DOI));
  if (typeof item.archive === 'string') say('archive', 'eprinttype', latexEscape(item.archive));
  if (typeof item.archive_location === 'string')
    say('archive_location', 'eprint', verbatimEscape(item.archive_location));
  if (item['event-date']) say('event-date', 'eventdate', latexEscape(edtf(item['event-date'])));
  if (item['original-date']) say('original-date', 'origdate', latexEscape(edtf(item['original-date'])));
  if (isText(item.page)) say('page', 'pages', latexEscape(text(item.page)).replace(/(?<=\d)-(?=\d)/g, '--'));
  const numbered = isArticle
    ? 'issue'
    : /^(?:book|chapter|paper-conference)/.test(csl)
      ? 'collection-number'
      : 'number';
  for (const variable of ['issue', 'collection-number', 'number']) {
    if (!isText(item[variable]) || !(variable === numbered || variable === 'issue')) continue;
    say(
      variable,
      variable === numbered && !(isArticle && rest.has('number')) ? 'number' : 'issue',
      latexEscape(text(item[variable])),
    );
  }
  const said = new Set<string>();
  for (const [field, variable] of textVariables) {
    if (!isText(item[variable]) || said.has(variable)) continue;
    said.add(variable);
    say(variable, variable === 'publisher' ? publisherField(csl) : field, latexEscape(text(item[variable])));
  }
  const named = languageFields(tag);
  rest.delete('language');
  if (named.length > 0) fields.set('language', named);
  say('keyword', 'keywords', latexEscape(text(item.keyword)));
  say('abstract', 'abstract', latexEscape(text(item.abstract)));
  say('note', 'note', latexEscape(text(item.note)));
  if (typeof item.medium === 'string') say('medium', 'howpublished', latexEscape(item.medium));
  if (rest.size > 0) fields.set('custom', [['byline', braceless(JSON.stringify(Object.fromEntries(rest)))]]);
  return { type: isPost ? 'online' : (entryTypes.get(csl) ?? 'misc'), key: keyOf(text(item.id)), fields };
}

function publisherField(csl: string): string {
  if (/^(?:report|thesis)$/.test(csl)) return 'institution';
  return /^(?:webpage|post|software)/.test(csl) ? 'organization' : 'publisher';
}

/** `langid` is what styles look at; what it cannot say of a tag stands beside it. */
function languageFields(tag: string): BibtexField[] {
  if (tag === '') return [];
  const name = languageName(tag);
  const said: BibtexField[] = name === undefined ? [] : [['langid', name]];
  return name !== undefined && languageTag(name) === tag ? said : [...said, ['language', latexEscape(tag)]];
}

/** What a key of BibTeX cannot hold becomes "_". */
const keyOf = (id: string) => id.replace(/[\s,{}()"#%=~\\@']/g, '_') || 'post';

/** JSON whose braces match, as BibTeX wants them to, also where its texts hold some. */
function braceless(json: string): string {
  let isText = false;
  return json.replace(/["{}]|\\./g, sign => {
    if (sign === '"') isText = !isText;
    return isText && sign.length === 1 ? (braceCodes[sign] ?? sign) : sign;
  });
}

const braceCodes: Readonly<Record<string, string>> = { '{': '\\u007b', '}': '\\u007d' };

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
const text = (value: unknown) => (isText(value) ? String(value) : '');
