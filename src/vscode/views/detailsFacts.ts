import * as vscode from 'vscode';
import { missingFacts } from '../../core/library/missingFacts';
import { displayName } from '../../core/name';
import { isProvisional, type Post } from '../../core/post';
import { type DetailsRow, type EditableFact, factNames } from './detailsRow';
import { authors, date, topicsText } from './postText';

const { l10n } = vscode;

const icons: Record<EditableFact, string> = {
  title: 'note',
  author: 'person',
  issued: 'calendar',
  containerTitle: 'book',
  url: 'link',
  keywords: 'tag',
  abstract: 'quote',
  note: 'info',
  accessed: 'history',
  id: 'key',
};

/** Facts that are shown only of posts that have them. */
const rare: ReadonlySet<EditableFact> = new Set(['note', 'accessed']);

/** A row for each fact of a post, and one that names what it lacks. */
export function factRows(post: Post): DetailsRow[] {
  const facts = (Object.keys(icons) as EditableFact[]).flatMap(fact => {
    const value = textOf(fact, post);
    return value || !rare.has(fact) ? factRow(post, fact, value) : [];
  });
  const missing = missingFacts(post);
  return missing.length ? [...facts, missingRow(post, missing)] : facts;
}

function factRow(post: Post, fact: EditableFact, value: string): DetailsRow {
  const isMadeUp = fact === 'title' && isProvisional(post);
  const has = value === '' ? '' : fact === 'url' ? ' value address' : ' value';
  return {
    id: fact,
    kind: 'fact',
    post,
    fact,
    label: isMadeUp ? l10n.t('Provisional title') : factNames[fact](),
    value: value || l10n.t('none'),
    icon: icons[fact],
    contextValue: `fact${has}`,
    ...(fact === 'author' && { tooltip: post.author.map(displayName).join('\n') || l10n.t('none') }),
  };
}

function missingRow(post: Post, missing: readonly EditableFact[]): DetailsRow {
  const value = missing.map(fact => factNames[fact]()).join(', ');
  return {
    id: 'missing',
    kind: 'missing',
    post,
    label: l10n.t('Missing'),
    value,
    icon: 'question',
    contextValue: post.url ? 'missing address' : 'missing',
    tooltip: post.url
      ? l10n.t('{0}: the page at the address may say it.', value)
      : l10n.t('{0}: with an address, the page there may say the rest.', value),
  };
}

/** As a person reads it; empty where the post says nothing. */
function textOf(fact: EditableFact, post: Post): string {
  switch (fact) {
    case 'author':
      return authors(post);
    case 'keywords':
      return topicsText(post);
    case 'issued':
    case 'accessed': {
      const day = post[fact];
      return day ? date(day) : '';
    }
    default:
      return post[fact] ?? '';
  }
}
