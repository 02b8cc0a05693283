import * as vscode from 'vscode';
import { isoDate, parseDate } from '../../../core/date';
import type { KnownPosts } from '../../../core/document';
import { isKey } from '../../../core/document/renameKey';
import { withFacts } from '../../../core/library/fillIn';
import { displayName, parseName, sortName } from '../../../core/name';
import type { Name, PartialDate, Post } from '../../../core/post';
import { cleanText } from '../../../core/text';
import { cleanUrl, urlKey } from '../../../core/url';
import { type EditableFact, factNames } from '../../views/detailsRow';
import { date, plainPrompt } from '../../views/postText';

const { l10n } = vscode;

/** All posts, as far as a fact has to be unlike theirs. */
export type OtherPosts = Pick<KnownPosts, 'byId' | 'idsOf'>;

/** A fact that the user can change: how it is shown for editing, checked and put back. */
export interface Field {
  readonly label: string;
  readonly prompt?: string;
  readonly placeHolder?: string;
  value(post: Post): string;
  /** What to say of a text while it is typed: an error where it can't be taken, else how it is understood. */
  check?(text: string, post: Post, others: OtherPosts): vscode.InputBoxValidationMessage | undefined;
  change(post: Post, text: string): Post;
}

const { Error: error, Warning: warning, Info: info } = vscode.InputBoxValidationSeverity;

/** Of what others wrote nothing may become a link or an icon. */
const says = (severity: vscode.InputBoxValidationSeverity, message: string) => ({
  severity,
  message: plainPrompt(message),
});

const text = (fact: 'containerTitle' | 'abstract' | 'note', prompt: string): Omit<Field, 'label'> => ({
  prompt,
  value: post => post[fact] ?? '',
  change: (post, typed) => withOptional(post, fact, cleanText(typed) || undefined),
});

const day = (fact: 'issued' | 'accessed'): Omit<Field, 'label'> => ({
  prompt: l10n.t('Such as 2021-03-01, March 2021 or 2021; empty for none'),
  value: post => (post[fact] ? isoDate(post[fact]) : ''),
  check: checkDate,
  change: (post, typed) => withOptional(post, fact, parseDate(typed)),
});

const unlabelled: Record<EditableFact, Omit<Field, 'label'>> = {
  title: {
    prompt: l10n.t('As it stands above the post'),
    value: post => post.title,
    check: typed => (cleanText(typed) ? undefined : says(error, l10n.t('A post needs a title.'))),
    change: (post, typed) => withFacts(post, { title: cleanText(typed) }),
  },
  author: {
    prompt: l10n.t(
      'In the order of the byline, set apart by semicolons: Jane Doe; van Gogh, Vincent. Empty for none',
    ),
    value: post => post.author.map(displayName).join('; '),
    check: checkAuthors,
    change: (post, typed) => ({ ...post, author: parts(typed).map(name => sameOrParsed(post, name)) }),
  },
  issued: day('issued'),
  containerTitle: text('containerTitle', l10n.t('The name of the blog or magazine; empty for none')),
  url: {
    prompt: l10n.t('The post’s own page, https://…; empty for none'),
    value: post => post.url ?? '',
    check: checkAddress,
    change: (post, typed) => withOptional(post, 'url', cleanUrl(typed.trim())),
  },
  keywords: {
    prompt: l10n.t('Set apart by semicolons or commas; empty for none'),
    value: post => post.keywords.join('; '),
    change: (post, typed) => ({
      ...withOptional(post, 'inferred', undefined),
      keywords: parts(typed, /[;,]/),
    }),
  },
  abstract: text('abstract', l10n.t('What the post says of itself in a few words; empty for none')),
  note: text('note', l10n.t('Said beside the byline, such as credited teams; empty for none')),
  accessed: day('accessed'),
  id: {
    prompt: l10n.t(
      'What stands for the post in [@key] and [^key]: letters and digits, such as doe2021caches',
    ),
    value: post => post.id,
    check: checkKey,
    change: (post, typed) => ({ ...post, id: typed.trim().replace(/^@/, '') }),
  },
};

/** How each fact is edited. */
export const editedFacts = Object.fromEntries(
  Object.entries(unlabelled).map(([fact, field]) => [
    fact,
    { label: factNames[fact as EditableFact](), ...field },
  ]),
) as Record<EditableFact, Field>;

function checkDate(typed: string): vscode.InputBoxValidationMessage | undefined {
  if (!typed.trim()) return undefined;
  const read = parseDate(typed);
  if (read) return isoDate(read) === typed.trim() ? undefined : says(info, date(read));
  const [first, second] = (['monthFirst', 'dayFirst'] as const).map(order => parseDate(typed, { order }));
  return first && second
    ? says(
        error,
        l10n.t(
          'That may be {0} or {1}: write {2} or {3}.',
          date(first),
          date(second),
          isoDate(first),
          isoDate(second),
        ),
      )
    : says(error, l10n.t('Write the date as 2021-03-01, 2021-03 or 2021.'));
}

function checkAuthors(typed: string, post: Post): vscode.InputBoxValidationMessage | undefined {
  const names = parts(typed);
  if (names.some(name => name.split(',').length > 2 && !isTold(post, name)))
    return says(warning, l10n.t('Names are set apart by semicolons: Jane Doe; John Roe.'));
  const read = names.map(name => sameOrParsed(post, name));
  return read.length ? says(info, read.map(readName).join('; ')) : undefined;
}

/** "Gogh, Vincent van": which part is the family name. */
const readName = (name: Name): string =>
  name.literal === undefined
    ? l10n.t('{0} (family name first)', sortName(name))
    : l10n.t('{0} (a team or a handle)', name.literal);

function checkAddress(
  typed: string,
  post: Post,
  others: OtherPosts,
): vscode.InputBoxValidationMessage | undefined {
  const address = typed.trim();
  if (!address) return undefined;
  const url = cleanUrl(address);
  if (!url) {
    const guess = cleanUrl(`https://${address}`);
    return says(
      error,
      guess && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address)
        ? l10n.t('An address begins with https:// or http://, as in {0}', guess)
        : l10n.t('An address begins with https:// or http://'),
    );
  }
  const [other] = others.idsOf(urlKey(url)).filter(id => id !== post.id);
  if (other !== undefined)
    return says(warning, l10n.t('“{0}” has this address too.', others.byId(other)?.title ?? other));
  return url === address || url === `${address}/` ? undefined : says(info, url);
}

function checkKey(
  typed: string,
  post: Post,
  others: OtherPosts,
): vscode.InputBoxValidationMessage | undefined {
  const key = typed.trim().replace(/^@/, '');
  if (key === post.id) return undefined;
  if (!isKey(key))
    return says(
      error,
      l10n.t(
        'A key begins with a letter or digit, goes on with letters and digits, and has at most one other sign between two of them.',
      ),
    );
  const other = others.byId(key);
  return other && says(error, l10n.t('“{0}” is the key of another post: “{1}”.', key, other.title));
}

/** A name that was not touched stays as it is held: particles and suffixes set by hand are not parsed anew. */
function sameOrParsed(post: Post, typed: string): Name {
  return post.author.find(name => displayName(name) === typed) ?? parseName(typed);
}

const isTold = (post: Post, typed: string) => post.author.some(name => displayName(name) === typed);

function parts(typed: string, separator: RegExp = /;/): string[] {
  return [...new Set(typed.split(separator).map(cleanText).filter(Boolean))];
}

function withOptional<
  K extends 'url' | 'issued' | 'accessed' | 'containerTitle' | 'abstract' | 'note' | 'inferred',
>(post: Post, field: K, value: Post[K] | PartialDate | undefined): Post {
  const { [field]: _, ...rest } = post;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Post;
}
