import { formatDate } from '../date';
import { authorList } from '../name';
import type { Post } from '../post';
import { cleanText } from '../text';
import { autolink, linkDestination } from './address';
import { escapeText, type Place } from './escapeText';

/**
 * Templates in Markdown. Fields: `{authors} {title} {publication} {date} {year} {url} {key}`; what surrounds a
 * field only when the post has it stands in `prefix` and `suffix`: `{date prefix=", "}`.
 */
export interface Wording {
  /** What is linked, in `inlineLink` and `referenceLink`. */
  readonly linkText: string;
  /** The text of a footnote, and of a post that has no address to link to. */
  readonly note: string;
}

export const defaultWording: Wording = {
  linkText: '{title}',
  note: '{authors suffix=". "}"{title}."{publication prefix=" *" suffix="*"}{date prefix=", "}.{url prefix=" "}',
};

/** What a link to the post shows; its title where the template comes out empty. */
export function linkTextOf(post: Post, { linkText }: Wording, place: Place): string {
  const at = { ...place, linkText: true };
  return fillTemplate(linkText, post, at).trim() || fillTemplate(defaultWording.linkText, post, at);
}

/** The post told in a sentence; as Byline words it where the template comes out empty. */
export function noteOf(post: Post, { note }: Wording, place: Place): string {
  return fillTemplate(note, post, place).trim() || fillTemplate(defaultWording.note, post, place);
}

const field = /\{(\w+)((?: (?:prefix|suffix)="[^"]*")*)\}/g;

/** The template with the post's fields in it, escaped for the place; what is no known field stays as it is. */
function fillTemplate(template: string, post: Post, place: Place): string {
  let filled = '';
  let end = 0;
  const add = (text: string) => {
    filled += withoutDoubledStop(filled, text);
  };
  for (const match of template.matchAll(field)) {
    const [whole, name = '', options = ''] = match;
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    add(template.slice(end, match.index));
    end = match.index + whole.length;
    if (!read) {
      add(whole);
      continue;
    }
    const prefix = option(options, 'prefix');
    const at = { ...place, lineStart: place.lineStart === true && filled === '' && prefix === '' };
    const value = read(post, at);
    if (!value) continue;
    add(prefix);
    filled += value;
    add(option(options, 'suffix'));
  }
  add(template.slice(end));
  return filled;
}

const option = (options: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(options)?.[1] ?? '';

/** A full stop never follows another end of sentence ("Why?." or "Jr.."), nor a comma a quoted sentence. */
function withoutDoubledStop(before: string, text: string): string {
  const doubled =
    (text.startsWith('.') && /[.?!…。？！]["”»]*(?:\]\(\S*\))?["”»]*\*?$/u.test(before)) ||
    (text.startsWith(',') && /[.?!…。？！]["”»]*(?:\]\(\S*\))?["”»]$/u.test(before));
  return doubled ? text.slice(1) : text;
}

type Field = (post: Post, place: Place) => string | undefined;

const fields: Readonly<Record<string, Field>> = {
  authors: ({ author }, place) => (author.length > 0 ? escapeText(authorList(author), place) : undefined),
  title: ({ title, url }, place) => titleText(title, url, place),
  publication: ({ containerTitle }, place) => containerTitle && escapeText(cleanText(containerTitle), place),
  date: ({ issued }) => issued && formatDate(issued),
  year: ({ issued }) => issued && String(issued.year),
  url: ({ url }, place) => url && (place.linkText ? escapeText(url, place) : autolink(url)),
  key: ({ id }, place) => escapeText(id, place),
};

/**
 * A title that holds an address would be linked to that address in a footnote; inside our own link it is
 * not, so it is linked to the post.
 */
function titleText(title: string, url: string | undefined, place: Place): string {
  const clean = cleanText(title);
  if (place.linkText || !url || !/\/\/|www\.|@/i.test(clean)) return escapeText(clean, place);
  const inLink = escapeText(clean, { ...place, linkText: true });
  return escapeText(clean, place) === inLink
    ? inLink
    : `[${inLink}](${linkDestination(url, place.tableCell)})`;
}
