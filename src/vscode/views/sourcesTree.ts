import * as vscode from 'vscode';
import { compareText } from '../../core/compareText';
import { problemText } from '../../core/problemText';
import { movedSource } from '../../core/sources/movedSource';
import { sourceKey } from '../../core/sources/parseSources';
import { conditionOf, type KnownSource, sourceName } from '../sources/knownSource';
import type { ListedProblem } from '../sources/listedSources';
import type { OpenSources } from '../sources/openSources';
import { between } from './postText';
import { failingText, kindTexts, sourceCount, sourceIcon, sourceStatus, sourceTooltip } from './sourceText';

const { l10n } = vscode;

export type SourcesRow = SourceRow | SourceGroupRow | SourceProblemRow;

export interface SourceRow {
  readonly kind: 'source';
  readonly known: KnownSource;
  /** Of an outline: what it stands for. */
  readonly feeds?: readonly KnownSource[];
}

/** A folder of an outline. */
export interface SourceGroupRow {
  readonly kind: 'group';
  /** Its name behind those of the groups that it is in, as `Source.group`. */
  readonly path: string;
  readonly sources: readonly KnownSource[];
}

/** An entry of the setting that makes no sense. */
export interface SourceProblemRow extends ListedProblem {
  readonly kind: 'problem';
}

/** What is wrong with the setting, then the sources in their groups; groups first, both by name. Feeds stand below their outline. */
export class SourcesTree implements vscode.TreeDataProvider<SourcesRow> {
  constructor(private readonly sources: OpenSources) {}

  async getChildren(row?: SourcesRow): Promise<SourcesRow[]> {
    if (!row) await this.sources.load();
    const sources = row ? below(row) : this.sources.known.filter(({ outline }) => !outline);
    const path = row?.kind === 'group' ? row.path : '';
    const here = sources.filter(({ source: { group = '' } }) => group === path);
    const problems = row ? [] : this.sources.problems;
    return [
      ...problems.map((problem): SourceProblemRow => ({ kind: 'problem', ...problem })),
      ...subgroups(sources, path).sort((a, b) => compareText(a.path, b.path)),
      ...here.sort((a, b) => compareText(sourceName(a), sourceName(b))).map(known => this.#row(known)),
    ];
  }

  getTreeItem(row: SourcesRow): vscode.TreeItem {
    if (row.kind === 'problem') return problemItem(row);
    return row.kind === 'source' ? sourceItem(row) : groupItem(row);
  }

  #row(known: KnownSource): SourceRow {
    if (known.source.kind !== 'opml') return { kind: 'source', known };
    const key = sourceKey(known.source);
    const feeds = this.sources.known.filter(({ outline }) => outline && sourceKey(outline) === key);
    return { kind: 'source', known, feeds };
  }
}

function below(row: SourcesRow): readonly KnownSource[] {
  if (row.kind === 'problem') return [];
  return row.kind === 'group' ? row.sources : (row.feeds ?? []);
}

function problemItem({ place, problem }: SourceProblemRow): vscode.TreeItem {
  const entry = String(problem.line);
  const label =
    place === 'workspaceValue' ? l10n.t('Entry {0} (workspace)', entry) : l10n.t('Entry {0}', entry);
  const text = problemText(problem, l10n.t);
  return Object.assign(new vscode.TreeItem(label), {
    description: text,
    tooltip: `byline.sources\n${label}\n${text}`,
    iconPath: new vscode.ThemeIcon('error'),
    contextValue: 'problem',
    accessibilityInformation: { label: `${label}, ${text}` },
  });
}

function subgroups(sources: readonly KnownSource[], path: string): SourceGroupRow[] {
  const start = path && `${path}/`;
  const inside = new Map<string, KnownSource[]>();
  for (const known of sources) {
    const { group = '' } = known.source;
    if (group === path || !group.startsWith(start)) continue;
    const name = group.slice(start.length).split('/', 1)[0]!;
    const below = inside.get(name);
    if (below) below.push(known);
    else inside.set(name, [known]);
  }
  return [...inside].map(([name, below]) => ({ kind: 'group', path: start + name, sources: below }));
}

function groupItem({ path, sources }: SourceGroupRow): vscode.TreeItem {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const failing = failingText(sources);
  const count = sourceCount(sources.length);
  const outline = sources[0]?.outline;
  return Object.assign(item, {
    id: `group ${outline?.location ?? ''} ${path}`,
    description: [count, failing].filter(Boolean).join(between.seen),
    contextValue: outline ? 'group' : 'group listed',
    iconPath: new vscode.ThemeIcon(failing ? 'warning' : 'list-tree'),
    accessibilityInformation: {
      label: [name, failingText(sources, between.heard), count].filter(Boolean).join(between.heard),
    },
  });
}

function sourceItem({ known, feeds }: SourceRow): vscode.TreeItem {
  const now = Date.now();
  const { outline, source } = known;
  const name = sourceName(known);
  const condition = conditionOf(known);
  const spoken = sourceStatus(known, now, feeds, between.heard);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  return Object.assign(new vscode.TreeItem(name, feeds?.length ? Collapsed : None), {
    id: `source ${source.kind} ${source.location}`,
    description: sourceStatus(known, now, feeds),
    tooltip: sourceTooltip(known, now),
    iconPath: new vscode.ThemeIcon(feeds && failingText(feeds) ? 'warning' : sourceIcon(known)),
    contextValue: [
      'source',
      ...(outline ? [] : ['listed']),
      ...(feeds ? [] : ['posts']),
      condition,
      ...(!outline && movedSource(source, known.state) ? ['moved'] : []),
      ...(known.state.failure?.code === 'privateAddress' ? ['private'] : []),
    ].join(' '),
    accessibilityInformation: { label: `${name}, ${kindTexts[source.kind].name()}, ${spoken}` },
  });
}
