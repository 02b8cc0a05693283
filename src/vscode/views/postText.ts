import * as vscode from 'vscode';
import { displayName } from '../../core/name';
import { isProvisional, type PartialDate, type PostRecord as Post } from '../../core/post';
import { numberText } from '../numberText';

/** How posts read in views and pickers: text in the user's language, made in one place. */

const { l10n } = vscode;

/** Text for a picker's row, where VS Code would turn `$(name)` into an icon. */
export function plainLabel(text: string): string {
  return text.replace(/\$\((?=[\w-]+(?:~[\w-]+)?\))/g, '\\$(');
}

/** Text for a notification, where VS Code would turn `[text](address)` into a link, even to a command. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Text for the prompt of an input, where VS Code would make icons and links of it; with a mark that nobody sees. */
export function plainPrompt(text: string): string {
  return plainLabel(text).replaceAll('](', ']\u2060(');
}

/** Formatters are slow to make, and a keystroke shows a hundred posts; the window's language stays. */
let listFormat: Intl.ListFormat | undefined;
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** "Curtis Castrapel, Patrick Sanders, and Hee Won Kim", as the user's language lists names. */
export function authors(post: Post): string {
  return listText(post.author.map(displayName));
}

/** "Ann Lee and Bo Roe", as the user's language lists names. */
export function listText(names: readonly string[]): string {
  listFormat ??= new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
  return listFormat.format(names);
}

/** "Castrapel et al."-like short form for narrow places: one or two names in full, else the first and how many more. */
function shortAuthors(post: Post): string {
  const [first, ...others] = post.author.map(displayName);
  return first === undefined || others.length < 2
    ? authors(post)
    : l10n.t('{0} and {1} others', first, numberText(others.length));
}

/** "1 post", "2,345 posts". */
export function postCount(posts: number): string {
  return posts === 1 ? l10n.t('1 post') : l10n.t('{0} posts', numberText(posts));
}

/** "1 author", "23 authors". */
export function authorCount(authors: number): string {
  return authors === 1 ? l10n.t('1 author') : l10n.t('{0} authors', numberText(authors));
}

export function date({ year, month, day }: PartialDate): string {
  const precision = day === undefined ? (month === undefined ? 'year' : 'month') : 'day';
  const format = dateFormats.get(precision) ?? dateFormat(precision);
  dateFormats.set(precision, format);
  return format.format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
}

function dateFormat(precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(vscode.env.language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision === 'year' ? {} : { month: 'short' }),
    ...(precision === 'day' ? { day: 'numeric' } : {}),
  });
}

/** The title, and that it is made up where it is. */
export function titleText(post: Post): string {
  return isProvisional(post) ? l10n.t('{0} (provisional title)', post.title) : post.title;
}

/** What stands between parts that are seen, and that are heard, as all of a picker is: the sign would be read out. */
export const between = { seen: ' · ', heard: ', ' };

/** What stands beside a title: "provisional title · 3 authors · Jan 2021". */
export function byline(post: Post, separator = between.seen): string {
  return [
    ...(isProvisional(post) ? [l10n.t('provisional title')] : []),
    ...(post.author.length ? [shortAuthors(post)] : []),
    ...(post.issued ? [date(post.issued)] : []),
  ].join(separator);
}

/** All that is known, as plain text: a post's own words are never read as Markdown. */
export function tooltip(post: Post): string {
  return [
    titleText(post),
    ...(post.author.length ? [authors(post)] : []),
    [post.containerTitle, post.issued && date(post.issued)].filter(Boolean).join(', '),
    topicsText(post),
    post.url ?? '',
    post.abstract ? `\n${excerpt(post.abstract)}` : '',
  ]
    .filter(line => line !== '')
    .join('\n');
}

/** "AWS, security (inferred)". */
export function topicsText(post: Post): string {
  return post.keywords
    .map(topic => (post.inferred?.includes(topic) ? l10n.t('{0} (inferred)', topic) : topic))
    .join(', ');
}

function excerpt(abstract: string): string {
  const limit = 400;
  return abstract.length > limit ? `${abstract.slice(0, limit).replace(/\s+\S*$/, '')} …` : abstract;
}
