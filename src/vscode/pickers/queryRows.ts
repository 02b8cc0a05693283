import * as vscode from 'vscode';
import { complete, type Proposal } from '../../core/search/complete';
import type { Explanation, Hint } from '../../core/search/explain';
import { noValues, type OperatorValues } from '../../core/search/operatorValues';
import { isEmptyQuery, parseQuery } from '../../core/search/query';
import { plainLabel, postCount } from '../views/postText';
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

/** Rows under a separator, which shows where there is a label. */
export interface Section<Row> {
  readonly label?: string | undefined;
  readonly rows: readonly Row[];
}

/** Proposals shown at most: above an answer, and while there is nothing else to show. */
const proposed = { above: 7, alone: 50 };

/** What is wrong with a query, and what the operator that is being typed can be asked for. */
export function aboutQuery(
  query: string,
  { hints }: Explanation,
  values: OperatorValues | undefined,
  isAnswered: boolean,
): Section<QueryRow> {
  const asksNothing = isEmptyQuery(parseQuery(query));
  const limit = asksNothing ? proposed.alone : proposed.above;
  const proposals = complete(query, values ?? noValues, limit)?.proposals ?? [];
  // What an operator takes stands above its proposals, and where there are none is a row of its own.
  const wrong = hints.filter(hint => hint.without !== undefined || proposals.length === 0);
  const isFree = wrong.length + proposals.length === 0;
  const unanswered = asksNothing
    ? /[^\s"-]/.test(query) && l10n.t('Only letters and digits are looked for.')
    : !isAnswered && l10n.t('No matching posts');
  const told = isFree && unanswered ? [{ text: unanswered }] : wrong;
  return {
    label: hints.find(hint => !wrong.includes(hint))?.text,
    rows: [...told.map(hintRow), ...proposals.map(proposalRow)],
  };
}

function proposalRow({ value, posts, query }: Proposal): QueryRow {
  return {
    label: plainLabel(value),
    ...(posts !== undefined && { description: postCount(posts) }),
    query,
    isProposal: true,
    alwaysShow: true,
  };
}

function hintRow({ text, without }: Hint): QueryRow {
  return {
    label: plainLabel(text),
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
    ...(without !== undefined && {
      description: l10n.t('Search without it'),
      query: without,
    }),
  };
}

/** The saved searches; `removed` runs after one has been removed. */
export function savedSection(removed: () => Promise<void>): Section<QueryRow> {
  const rows = savedSearches().map(saved => ({
    label: plainLabel(saved.name),
    iconPath: new vscode.ThemeIcon('bookmark'),
    description: plainLabel(saved.query),
    query: `${saved.query} `,
    alwaysShow: true,
    buttons: [removeButton(saved.name, () => removeSearch(saved).then(removed))],
  }));
  return { label: l10n.t('saved searches'), rows };
}

function removeButton(name: string, change: () => Promise<void>): QueryButton {
  const tooltip = l10n.t('Remove Saved Search “{0}”', name);
  return { iconPath: new vscode.ThemeIcon('trash'), tooltip, change };
}

/** All operators, each with an example; picked, one is written after what is typed. */
export function operatorSection(query: string): Section<QueryRow> {
  const before = /^[\s?]*$/.test(query) ? '' : `${query.trimEnd()} `;
  const rows = operators().map(([label, description, written]) => ({
    label,
    description,
    query: before + written,
    alwaysShow: true,
  }));
  return { label: l10n.t('operators'), rows };
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
