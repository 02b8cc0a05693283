import * as vscode from 'vscode';
import type { CitedPlaces } from '../../core/bibliography/citedPlaces';
import type { Span } from '../../core/document';
import type { Post } from '../../core/post';
import { rangeIn } from '../languages/placesOf';
import { numberText } from '../numberText';
import { between, byline } from './postText';

const { l10n } = vscode;

/** A row of the view "Cited Here". */
export type CitedRow = PostRow | KeyRow | PlaceRow;

interface Cited {
  readonly id: string;
  readonly document: vscode.TextDocument;
  readonly places: readonly Span[];
}

interface PostRow extends Cited {
  readonly kind: 'post';
  readonly post: Post;
}

/** A key of which the library has no post. */
interface KeyRow extends Cited {
  readonly kind: 'key';
  readonly key: string;
  /** Whether the document's own bibliography has it. */
  readonly isElsewhere: boolean;
}

interface PlaceRow {
  readonly kind: 'place';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** Of its line; what is cited is from `start` to `end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** For the commands that its post has. */
  readonly post: Post | undefined;
}

/** @param elsewhere keys of the document's own bibliography */
export function citedRow(
  cited: CitedPlaces,
  document: vscode.TextDocument,
  elsewhere?: Pick<ReadonlySet<string>, 'has'>,
): PostRow | KeyRow {
  const { places } = cited;
  if ('post' in cited)
    return { kind: 'post', id: `post/${cited.post.id}`, document, places, post: cited.post };
  const { key } = cited;
  return { kind: 'key', id: `key/${key}`, document, places, key, isElsewhere: elsewhere?.has(key) === true };
}

/** UTF-16 units of a line that stand before what is cited there at most. */
const before = 20;
const most = 200;

export function placeRow(row: PostRow | KeyRow, place: Span): PlaceRow {
  const { document } = row;
  const range = rangeIn(document, place);
  const line = document.lineAt(range.start.line).text;
  const { character } = range.start;
  const indent = line.length - line.trimStart().length;
  const from = character - before > indent ? wordFrom(line, character - before) : Math.min(indent, character);
  const end = range.isSingleLine ? range.end.character : line.length;
  const mark = from > indent ? '…' : '';
  return {
    kind: 'place',
    id: `${row.id}/${row.places.indexOf(place)}`,
    uri: document.uri,
    range,
    text: mark + line.slice(from, from + most).trimEnd(),
    start: mark.length + character - from,
    end: mark.length + Math.min(end - from, most),
    post: row.kind === 'post' ? row.post : undefined,
  };
}

/** Where the word begins that a place is in. */
const wordFrom = (line: string, at: number): number => {
  const blank = line.slice(at, at + before).search(/\s/);
  return blank < 0 ? at : at + blank + 1;
};

export function citedItem(row: CitedRow): vscode.TreeItem {
  return row.kind === 'place' ? placeItem(row) : row.kind === 'post' ? postItem(row) : keyItem(row);
}

function postItem({ id, post, places }: PostRow): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(post.title, vscode.TreeItemCollapsibleState.Collapsed), {
    id,
    description: [...(places.length > 1 ? [`${places.length}×`] : []), byline(post)]
      .filter(Boolean)
      .join(between.seen),
    iconPath: new vscode.ThemeIcon('note'),
    contextValue: post.url ? 'post address' : 'post',
    accessibilityInformation: {
      label: [post.title, timesText(places.length), byline(post, between.heard)]
        .filter(Boolean)
        .join(between.heard),
    },
  });
}

function keyItem({ id, key, places, isElsewhere }: KeyRow): vscode.TreeItem {
  const what = isElsewhere
    ? l10n.t('in the bibliography of the document only')
    : l10n.t('not in the library');
  return Object.assign(new vscode.TreeItem(`@${key}`, vscode.TreeItemCollapsibleState.Collapsed), {
    id,
    description: [...(places.length > 1 ? [`${places.length}×`] : []), what].join(between.seen),
    iconPath: isElsewhere
      ? new vscode.ThemeIcon('references')
      : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
    contextValue: 'key',
    accessibilityInformation: { label: `@${key}, ${what}, ${timesText(places.length)}` },
  });
}

function placeItem({ id, uri, range, text, start, end, post }: PlaceRow): vscode.TreeItem {
  const line = l10n.t('line {0}', range.start.line + 1);
  return Object.assign(new vscode.TreeItem({ label: text, highlights: [[start, end]] }), {
    id,
    description: line,
    tooltip: text,
    contextValue: !post ? 'place' : post.url ? 'post address' : 'post',
    command: {
      command: 'vscode.open',
      title: l10n.t('Go to Citation'),
      arguments: [uri, { selection: range }],
    },
    accessibilityInformation: { label: `${line}: ${text}` },
  });
}

function timesText(times: number): string {
  return times === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', numberText(times));
}
