import * as vscode from 'vscode';
import { isoDate, parseDate } from '../../core/date';
import {
  type FactsMatch,
  matchFacts,
  parseFacts,
  withFacts,
  withMissingFacts,
} from '../../core/library/fillIn';
import { displayName, parseName } from '../../core/name';
import type { Post } from '../../core/post';
import { cleanText } from '../../core/text';
import { cleanUrl } from '../../core/url';
import { plainLabel, titleText } from '../views/postText';

export { noteRemovals } from '../library/removals';

const { l10n } = vscode;

/** Changes posts of the library, by their ids. @returns whether it was saved */
export type ChangePosts = (changes: ReadonlyMap<string, (post: Post) => Post>) => Promise<boolean>;

/** A field that the user can change: how it is shown for editing, checked and put back. */
interface Field {
  readonly label: string;
  readonly prompt?: string;
  value(post: Post): string;
  /** What is wrong with a text; `undefined` when it is fine. */
  fault?(text: string): string | undefined;
  change(post: Post, text: string): Post;
}

/** Asks for a field and what it is to be. */
export async function editPost(post: Post, change: ChangePosts): Promise<void> {
  const field = await pickField(post);
  const text = field && (await askFor(field, post));
  if (text !== undefined) {
    await change(new Map([[post.id, current => changed(field!, current, text)]]));
  }
}

/** Asks for what a post lacks; of many, takes it from the clipboard. */
export async function fillInPosts(posts: readonly Post[], change: ChangePosts): Promise<void> {
  if (posts.length === 1) {
    await fillInOne(posts[0]!, change);
    return;
  }
  const matches = await reviewMatches(posts);
  if (matches.length) {
    await change(
      new Map(matches.map(({ post, facts }) => [post.id, current => withMissingFacts(current, facts)])),
    );
  }
}

/** The post with the text put into the field; a text that was not touched changes nothing, so what was made up stays so. */
function changed(field: Field, post: Post, text: string): Post {
  return text === field.value(post) ? post : field.change(post, text);
}

const title: Field = {
  label: l10n.t('Title'),
  value: post => post.title,
  fault: text => (cleanText(text) ? undefined : l10n.t('A post needs a title.')),
  change: (post, text) => withFacts(post, { title: cleanText(text) }),
};

const address: Field = {
  label: l10n.t('Address'),
  prompt: l10n.t('The post’s own page, https://…; empty for none'),
  value: post => post.url ?? '',
  fault: text =>
    !text.trim() || cleanUrl(text) ? undefined : l10n.t('An address begins with https:// or http://'),
  change: (post, text) => withOptional(post, 'url', cleanUrl(text)),
};

const date: Field = {
  label: l10n.t('Date'),
  prompt: l10n.t('Such as 2021-03-01, March 2021 or 2021; empty for none'),
  value: post => (post.issued ? isoDate(post.issued) : ''),
  fault: text =>
    !text.trim() || parseDate(text) ? undefined : l10n.t('Write the date as 2021-03-01, 2021-03 or 2021.'),
  change: (post, text) => withOptional(post, 'issued', parseDate(text)),
};

const fields: readonly Field[] = [
  title,
  {
    label: l10n.t('Authors'),
    prompt: l10n.t('Names in the order of the byline, set apart by semicolons'),
    value: post => post.author.map(displayName).join('; '),
    change: (post, text) => ({ ...post, author: parts(text).map(name => sameOrParsed(post, name)) }),
  },
  date,
  address,
  {
    label: l10n.t('Publication'),
    value: post => post.containerTitle ?? '',
    change: (post, text) => withOptional(post, 'containerTitle', cleanText(text) || undefined),
  },
  {
    label: l10n.t('Topics'),
    prompt: l10n.t('Set apart by semicolons or commas'),
    value: post => post.keywords.join('; '),
    change: (post, text) => ({ ...withOptional(post, 'inferred', undefined), keywords: parts(text, /[;,]/) }),
  },
];

/** A name that was not touched stays as it is held: particles and suffixes set by hand are not parsed anew. */
function sameOrParsed(post: Post, text: string) {
  return post.author.find(name => displayName(name) === text) ?? parseName(text);
}

function parts(text: string, separator: RegExp = /;/): string[] {
  return [...new Set(text.split(separator).map(cleanText).filter(Boolean))];
}

function withOptional<K extends keyof Post>(post: Post, field: K, value: Post[K] | undefined): Post {
  const { [field]: _, ...rest } = post;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Post;
}

async function pickField(post: Post): Promise<Field | undefined> {
  const rows = fields.map(field => ({
    label: field.label,
    description: plainLabel(field.value(post)),
    field,
  }));
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Edit “{0}”', titleText(post)),
    placeHolder: l10n.t('What to change'),
  });
  return row?.field;
}

function askFor(field: Field, post: Post, step?: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: step ? l10n.t('{0} ({1})', field.label, step) : field.label,
    value: field.value(post),
    ...(field.prompt ? { prompt: field.prompt } : {}),
    ignoreFocusOut: true,
    validateInput: text => field.fault?.(text),
  });
}

/** Title, address and date, one after the other; Escape keeps what was entered so far. */
async function fillInOne(post: Post, change: ChangePosts): Promise<void> {
  const steps = [title, address, date];
  for (const [index, field] of steps.entries()) {
    const text = await askFor(field, post, `${index + 1}/${steps.length}`);
    if (text === undefined) {
      return;
    }
    const saved = await change(new Map([[post.id, current => changed(field, current, text)]]));
    if (!saved) {
      return;
    }
  }
}

/** Takes titles and addresses from the clipboard, and shows which post each seems to be about. */
async function reviewMatches(posts: readonly Post[]): Promise<readonly FactsMatch[]> {
  const facts = parseFacts(await vscode.env.clipboard.readText());
  const matches = matchFacts(posts, facts);
  if (matches.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t(
        'Copy a list of the posts’ titles or addresses, one a line, then run “Fill In Missing Facts” again. The clipboard holds none that fits these posts.',
      ),
    );
    return [];
  }
  const rows = matches.map(match => ({
    label: plainLabel(match.facts.title ?? match.facts.url ?? ''),
    detail: `$(arrow-right) ${plainLabel(match.post.title)} · ${plainLabel(match.post.author.map(displayName).join(', '))}`,
    description: [match.facts.title && match.facts.url, match.facts.issued && isoDate(match.facts.issued)]
      .filter(Boolean)
      .join(' · '),
    picked: match.likeness > 0.5,
    match,
  }));
  const chosen = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Fill In Missing Facts: {0} of {1} lines fit a post', matches.length, facts.length),
    placeHolder: l10n.t('Check the lines that are about the post below them'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return (chosen ?? []).map(row => row.match);
}
