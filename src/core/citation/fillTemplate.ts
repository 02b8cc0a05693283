import { formatDate, formatYear, isoDate } from '../date';
import { authorList } from '../name';
import { parseUrl } from '../parseUrl';
import type { Name, PartialDate, Post } from '../post';
import { cleanText } from '../text';
import { autolink, linkDestination } from './address';
import { escapeText, type Place } from './escapeText';
import { parseTemplate, type TemplateField, type TemplateFilter } from './template';

/** A template with the post's fields in it, escaped for the place. */
export function fillTemplate(template: string, post: Post, place: Place): string {
  let filled = '';
  const add = (text: string) => {
    const written = place.tableCell ? text.replace(/\\.|\|/gs, mark => (mark === '|' ? '\\|' : mark)) : text;
    filled += withoutDoubledStop(filled, written);
  };
  for (const part of parseTemplate(template).parts) {
    if ('text' in part) {
      add(part.text);
      continue;
    }
    const { field, filters, prefix, suffix } = part;
    const at = { ...place, lineStart: place.lineStart === true && filled === '' && prefix === '' };
    const value = fieldText(field, filters, post, at);
    if (!value) continue;
    add(prefix);
    filled += value;
    add(suffix);
  }
  return filled;
}

/** A full stop never follows another end of sentence ("Why?." or "Jr.."), nor a comma a quoted sentence. */
export function withoutDoubledStop(filled: string, text: string): string {
  const before = filled.slice(-longestEnd);
  const doubled =
    (text.startsWith('.') && /[.?!…。？！]["”»]*(?:\]\(\S*\))?["”»]*\*?$/u.test(before)) ||
    (text.startsWith(',') && /[.?!…。？！]["”»]*(?:\]\(\S*\))?["”»]$/u.test(before));
  return doubled ? text.slice(1) : text;
}

/** In UTF-16 units: an address with what surrounds it; the patterns would take too long on more. */
const longestEnd = 2000;

function fieldText(
  field: TemplateField,
  filters: readonly TemplateFilter[],
  post: Post,
  place: Place,
): string | undefined {
  const { url } = post;
  if (field === 'url' && url && filters.length === 0 && !place.linkText) return autolink(url);
  const plain = plainValue(field, new Set(filters), post);
  if (!plain) return undefined;
  const cased = filters.includes('upper')
    ? plain.toUpperCase()
    : filters.includes('lower')
      ? plain.toLowerCase()
      : plain;
  return field === 'title' ? titleText(cased, url, place) : escapeText(cased, place);
}

type Filters = ReadonlySet<TemplateFilter>;

function plainValue(field: TemplateField, filters: Filters, post: Post): string | undefined {
  switch (field) {
    case 'authors':
      return namesText(post.author, filters);
    case 'title':
      return filters.has('short') ? shortTitle(cleanText(post.title)) : cleanText(post.title);
    case 'publication':
      return post.containerTitle && cleanText(post.containerTitle);
    case 'date':
      return post.issued && dateText(post.issued, filters);
    case 'accessed':
      return post.accessed && dateText(post.accessed, filters);
    case 'year':
      return post.issued && formatYear(post.issued);
    case 'url':
      return filters.has('host') ? parseUrl(post.url ?? '')?.hostname.replace(/^www\./, '') : post.url;
    case 'key':
      return post.id;
  }
}

/** `short` is by family names, of three or more the first with "et al."; `first` is that of two or more. */
function namesText(author: readonly Name[], filters: Filters): string {
  const isShort = filters.has('short');
  const names = author.map(name => {
    if (filters.has('initials')) return initialled(name);
    return isShort || filters.has('family') ? familyOf(name) : name;
  });
  const [first] = names;
  if (!first) return '';
  const isCut = names.length > (isShort ? 2 : 1) && (isShort || filters.has('first'));
  return isCut ? `${authorList([first])} et al.` : authorList(names);
}

function familyOf(name: Name): Name {
  if (!name.family) return name;
  return { literal: [name.nonDroppingParticle, name.family].filter(Boolean).join(' ') };
}

/** "H. W. Kim", "J.-P. Roux"; a name in a script without capitals stays whole. */
function initialled(name: Name): Name {
  const given = cleanText(name.given ?? '');
  if (!name.family || !/^\p{Lu}/u.test(given)) return name;
  const initials = given.replace(/(\p{L}\p{M}*)[^\s-]*/gu, '$1.');
  return { ...name, given: initials };
}

/** Up to what sets a subtitle apart: "ConsoleMe: A Central …". */
function shortTitle(title: string): string {
  const [short = ''] = /^.+?(?=: |：| [–—|-] )/u.exec(title) ?? [];
  return short.trim() || title;
}

function dateText(date: PartialDate, filters: Filters): string {
  if (filters.has('iso')) return isoDate(date);
  const text = formatDate(date);
  const [, month = '', day = ''] = /^(\p{L}+)(?: (\d+),)?/u.exec(text) ?? [];
  const shown = filters.has('short') ? month.slice(0, 3) : month;
  if (day && filters.has('dayFirst')) return `${day} ${shown} ${formatYear(date)}`;
  return shown + text.slice(month.length);
}

/**
 * A title that holds an address would be linked to that address in a footnote; inside our own link it is
 * not, so it is linked to the post.
 */
function titleText(title: string, url: string | undefined, place: Place): string {
  if (place.linkText || !url || !/\/\/|www\.|@/i.test(title)) return escapeText(title, place);
  const inLink = escapeText(title, { ...place, linkText: true });
  return escapeText(title, place) === inLink ? inLink : `[${inLink}](${linkDestination(url)})`;
}
