import * as vscode from 'vscode';
import { compareText } from '../../core/compareText';
import type { DocumentCitation } from '../../core/document';
import type { Related } from '../../core/grouping/related';
import type { Post, PostRecord } from '../../core/post';
import { originsOf } from '../../core/sources/merging/origins';
import { citingParts } from '../languages/citingParts';
import type { CitedPosts } from '../library/citedPosts';
import type { KnownLibrary } from '../library/knownLibrary';
import { numberText } from '../numberText';
import type { Sources } from '../sources/sources';
import { factRows } from './detailsFacts';
import { type DetailsRow, editableFacts, factNames } from './detailsRow';
import { byline, listText, postCount } from './postText';

const { l10n } = vscode;

export { relating } from '../../core/grouping/related';
export { detailsItem } from './detailsRow';

/** What the rows are made from. */
export interface DetailsParts {
  readonly cited: CitedPosts;
  readonly known: KnownLibrary;
  readonly sources: Sources;
  /** Of the post shown; none while they are not known. */
  readonly related: readonly Related[];
}

/** The rows of a post: its facts, then what is known of it beyond them. */
export function detailsRows(post: Post, { sources, cited, related }: DetailsParts): DetailsRow[] {
  return [
    ...factRows(post),
    ...fromRow(post, sources),
    ...citedInRow(post, cited),
    ...relatedRow(post, related),
  ];
}

/** The rows below a row. */
export async function rowsBelow(row: DetailsRow, parts: DetailsParts): Promise<DetailsRow[]> {
  switch (row.kind) {
    case 'from':
      return sourceRows(row, parts.sources);
    case 'citedIn':
      return fileRows(row, parts.cited.filesCiting(row.post));
    case 'file':
      return placeRows(row, parts.known);
    case 'related':
      return parts.related.map(related => relatedPostRow(row, related));
    default:
      return [];
  }
}

function fromRow(post: Post, sources: Sources): DetailsRow[] {
  const origins = post.sources ?? [];
  if (origins.length === 0) return [];
  const value = origins.map(location => sources.nameOf(location)).join(', ');
  return [
    {
      id: 'from',
      kind: 'from',
      post,
      label: l10n.t('From'),
      value,
      icon: 'rss',
      contextValue: 'from',
      tooltip: origins.join('\n'),
      isOpen: false,
    },
  ];
}

/** Each source with the facts that are as it says, then the facts that somebody changed. */
async function sourceRows(parent: DetailsRow, sources: Sources): Promise<DetailsRow[]> {
  const { post } = parent;
  const locations = post.sources ?? [];
  const told = await (await sources.open()).sources.toldOf(post);
  const origins = originsOf(
    post,
    locations.map(location => told.get(location) ?? []),
  );
  const row = (id: string, label: string, icon: string, value: string, tooltip: string): DetailsRow => ({
    id: `from/${id}`,
    kind: 'source',
    post,
    parent,
    label,
    icon,
    value,
    contextValue: 'source',
    tooltip: [label, tooltip, value].filter(Boolean).join('\n'),
  });
  const rows = locations.map((location, at) =>
    row(location, sources.nameOf(location), 'rss', factList(origins.told[at] ?? []), location),
  );
  // Where the word of a source is lost, what differs from the others may be its own.
  const byHand = told.size === locations.length ? factList(origins.byHand) : '';
  return byHand ? [...rows, row('hand', l10n.t('Changed by hand'), 'edit', byHand, '')] : rows;
}

function factList(properties: readonly (keyof PostRecord)[]): string {
  const facts = editableFacts.filter(fact => fact !== 'id' && properties.includes(fact));
  return facts.map(fact => factNames[fact]()).join(', ');
}

function citedInRow(post: Post, cited: CitedPosts): DetailsRow[] {
  const count = cited.citationsOf(post);
  if (count === 0) return [];
  const value = count === 1 ? l10n.t('1 file') : l10n.t('{0} files', numberText(count));
  return [
    {
      id: 'citedIn',
      kind: 'citedIn',
      post,
      label: l10n.t('Cited in'),
      value,
      icon: 'references',
      contextValue: 'citedIn',
      isOpen: false,
    },
  ];
}

/** So many files show their places at once. */
const fewFiles = 3;

function fileRows(parent: DetailsRow, uris: readonly vscode.Uri[]): DetailsRow[] {
  const files = uris.map(uri => ({ uri, path: vscode.workspace.asRelativePath(uri) }));
  return files
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ uri, path }) => {
      const slash = path.lastIndexOf('/');
      return {
        id: `citedIn/${uri}`,
        kind: 'file',
        post: parent.post,
        parent,
        label: path.slice(slash + 1),
        value: path.slice(0, Math.max(0, slash)),
        contextValue: 'file',
        uri,
        isOpen: files.length <= fewFiles,
        tooltip: path,
      };
    });
}

/** UTF-16 units of a line that are shown at most, before a citation and from it on. */
const mostOfLine = { before: 60, after: 200 };

/** The line that a citation is in; of a long one the part about it. */
function lineAt(text: string, start: number): string {
  const from = Math.max(0, start - mostOfLine.before);
  const before = text.slice(from, start).split(/[\r\n]/);
  const [rest] = text.slice(start, start + mostOfLine.after).split(/[\r\n]/, 1);
  const after = rest!.replace(/[\ud800-\udbff]$/, '');
  const isWhole = before.length > 1 || from === 0 || /[\r\n]/.test(text[from - 1]!);
  return isWhole
    ? `${before.at(-1)}${after}`.trimStart()
    : `…${before.at(-1)!.replace(/^(?:\S*\s+|[\udc00-\udfff])/, '')}${after}`;
}

/** The places of a file that cite the post; definitions only where nothing refers to them. */
async function placeRows(parent: DetailsRow, known: KnownLibrary): Promise<DetailsRow[]> {
  const { post } = parent;
  const uri = parent.uri!;
  const posts = await known.load();
  const isDefinition = ({ kind }: DocumentCitation) => kind === 'definition' || kind === 'footnoteDefinition';
  const parts = await citingParts(uri);
  const meant = parts.flatMap(part =>
    part.citations
      .filter(citation => posts.meantBy(citation).some(({ id }) => id === post.id))
      .map(citation => ({ citation, part })),
  );
  const citing = meant.filter(({ citation }) => !isDefinition(citation));
  return (citing.length ? citing : meant).map(({ citation, part: { text, rangeOf, cell } }, index) => {
    const range = rangeOf(citation);
    const place = cell ? l10n.t('cell {0}', cell) : l10n.t('line {0}', range.start.line + 1);
    return {
      id: `${parent.id}/${index}`,
      kind: 'place',
      post,
      parent,
      label: lineAt(text, citation.start),
      value: place,
      contextValue: 'place',
      uri,
      command: {
        command: 'vscode.open',
        title: l10n.t('Go to Citation'),
        arguments: [uri, { selection: range }],
      },
    };
  });
}

function relatedRow(post: Post, related: readonly Related[]): DetailsRow[] {
  if (related.length === 0) return [];
  return [
    {
      id: 'related',
      kind: 'related',
      post,
      label: l10n.t('Related'),
      value: postCount(related.length),
      icon: 'type-hierarchy',
      contextValue: 'related',
      isOpen: true,
    },
  ];
}

function relatedPostRow(parent: DetailsRow, { post, authors, topics }: Related): DetailsRow {
  const why = [...authors, ...topics].join(', ');
  return {
    id: `related/${post.id}`,
    kind: 'post',
    post,
    parent,
    label: post.title,
    value: why,
    icon: authors.length ? 'person' : 'tag',
    contextValue: post.url ? 'post address' : 'post',
    tooltip: [
      post.title,
      byline(post),
      authors.length && topics.length
        ? l10n.t('Also by {0}, and on {1}', listText(authors), listText(topics))
        : authors.length
          ? l10n.t('Also by {0}', listText(authors))
          : l10n.t('Also on {0}', listText(topics)),
    ]
      .filter(Boolean)
      .join('\n'),
    command: { command: 'byline.showDetails', title: l10n.t('Show Details'), arguments: [{ id: post.id }] },
  };
}
