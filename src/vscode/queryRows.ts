import * as vscode from 'vscode';
import type { Proposal } from '../core/search/complete';
import type { Hint } from '../core/search/explain';
import { plainLabel } from './postText';
import { removeSearch, savedSearches } from './savedSearches';

const { l10n } = vscode;

/** A row about the query itself: picked, it writes a query into the input, and the picker stays open. */
export interface QueryRow extends vscode.QuickPickItem {
  /** What it writes; `undefined` when it only tells something. */
  readonly query?: string;
  /** It completes what is being typed. */
  readonly isProposal?: true;
}

/** A button of such a row; the picker stays open. */
export interface QueryButton extends vscode.QuickInputButton {
  readonly change: () => Promise<void>;
}

export function proposalRow({ value, posts, query }: Proposal): QueryRow {
  return {
    label: plainLabel(value),
    ...(posts !== undefined && { description: postCount(posts) }),
    query,
    isProposal: true,
    alwaysShow: true,
  };
}

export function hintRow({ text, without }: Hint): QueryRow {
  return {
    label: `$(info) ${plainLabel(text)}`,
    alwaysShow: true,
    ...(without !== undefined && {
      description: l10n.t('Search without it'),
      query: without,
    }),
  };
}

/** `removed` runs after one has been removed. */
export function savedRows(removed: () => Promise<void>): QueryRow[] {
  return savedSearches().map(saved => ({
    label: `$(bookmark) ${plainLabel(saved.name)}`,
    description: plainLabel(saved.query),
    query: `${saved.query} `,
    alwaysShow: true,
    buttons: [removeButton(saved.name, () => removeSearch(saved).then(removed))],
  }));
}

function removeButton(name: string, change: () => Promise<void>): QueryButton {
  const tooltip = l10n.t('Remove Saved Search “{0}”', name);
  return { iconPath: new vscode.ThemeIcon('trash'), tooltip, change };
}

/** All operators, each with an example; picked, one is written after what is typed. */
export function operatorRows(typed: string): QueryRow[] {
  const before = typed.trim() === '' ? '' : `${typed.trimEnd()} `;
  return operators().map(([example, meaning, written]) => ({
    label: example,
    description: meaning,
    query: before + written,
    alwaysShow: true,
  }));
}

const operators = (): (readonly [example: string, meaning: string, written: string])[] => [
  ['author:doe', l10n.t('by somebody, any word of the name'), 'author:'],
  ['topic:security', l10n.t('about a topic'), 'topic:'],
  ['in:engineering', l10n.t('in a publication'), 'in:'],
  ['from:example.com', l10n.t('from a site'), 'from:'],
  ['year:2021', l10n.t('of a year'), 'year:'],
  ['year:2019..2021', l10n.t('from year to year; 2019.. and ..2021 as well'), 'year:'],
  ['is:cited', l10n.t('cited in this workspace'), 'is:cited '],
  ['is:provisional', l10n.t('with a title that Byline made up'), 'is:provisional '],
  ['has:url', l10n.t('with an address'), 'has:url '],
  ['"zero downtime"', l10n.t('with these words in a row'), '"'],
  ['-java', l10n.t('without a word; before operators and phrases as well: -topic:java'), '-'],
];

export function postCount(posts: number): string {
  return posts === 1 ? l10n.t('1 post') : l10n.t('{0} posts', posts.toLocaleString(vscode.env.language));
}
