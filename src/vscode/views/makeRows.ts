import * as vscode from 'vscode';
import type { Branch } from '../../core/grouping/branches';
import type { Group, Grouping } from '../../core/grouping/grouping';
import { type PostRun, postRuns } from '../../core/grouping/postRuns';
import type { Post } from '../../core/post';
import { groupingTexts } from './groupingTexts';
import type { BranchRow, PostRow, PostsRow } from './postsRow';
import { date } from './postText';

const { l10n } = vscode;

/** More rows than this on one level fall into runs: authors from A to C, the posts of a year. */
export const mostRows = 300;

/** A root with more groups than this starts collapsed, so that the roots below it are in view. */
const manyGroups = 15;

/** How rows start. Those that a filter left are rows of their own, so that they may be open where others are closed. */
export interface Start {
  readonly isFiltered: boolean;
  /** Whether groups start open. */
  readonly showsPosts: boolean;
}

/** The roots while their groups are still to be worked out; none where the groups themselves come first. */
export function waitingRoots(groupBy: readonly Grouping[]): PostsRow[] {
  return groupBy.length > 1
    ? groupBy.map(by => ({ kind: 'summary', parent: undefined, ...rootLook(by, by, undefined, false) }))
    : [];
}

/** @param count of its groups. */
export function rootRow(by: Grouping, count: number, { isFiltered }: Start): BranchRow {
  const look = rootLook(idOf(by, isFiltered), by, count, isFiltered || count <= manyGroups);
  return { kind: 'root', parent: undefined, by, ...look };
}

/** The rows of groups and of runs of groups. */
export function branchRows(
  by: Grouping,
  branches: readonly Branch[],
  parent: PostsRow | undefined,
  start: Start,
): BranchRow[] {
  return branches.map((branch, index) =>
    'group' in branch
      ? groupRow(by, branch.group, parent, start)
      : {
          kind: 'groups',
          id: `${parent?.id ?? idOf(by, start.isFiltered)}~${branch.range ? index : 'other'}`,
          parent,
          by,
          branches: branch.branches,
          label: branch.range ? rangeLabel(branch.range) : l10n.t('Other'),
          count: branch.posts,
          expanded: false,
          icon: 'ellipsis',
          contextValue: 'group',
        },
  );
}

/** The rows of posts, or of runs of posts. */
export function postRows(posts: readonly Post[], parent: PostsRow): (PostRow | BranchRow)[] {
  return posts.length > mostRows
    ? postRuns(posts, mostRows).map(run => ({
        kind: 'posts',
        id: `${parent.id}~${run.key}`,
        parent,
        posts: run.posts,
        label: runLabel(run),
        count: run.posts.length,
        expanded: false,
        icon: groupingTexts.year.icon,
        contextValue: 'group',
      }))
    : posts.map(post => ({
        kind: 'post',
        id: `${parent.id}/${encodeURIComponent(post.id)}`,
        parent,
        post,
      }));
}

function groupRow(by: Grouping, group: Group, parent: PostsRow | undefined, start: Start): BranchRow {
  const { icon, without } = groupingTexts[by];
  return {
    kind: 'group',
    id: idOf(`${by}/${encodeURIComponent(group.key)}`, start.isFiltered),
    parent,
    by,
    group,
    label: group.label || without(),
    count: group.posts.length,
    expanded: start.showsPosts,
    icon,
    contextValue: contextValue(by, group),
  };
}

function rootLook(id: string, by: Grouping, count: number | undefined, expanded: boolean) {
  return { id, label: groupingTexts[by].root(), count, expanded, contextValue: 'root' };
}

function idOf(place: string, isFiltered: boolean): string {
  return isFiltered ? `found:${place}` : place;
}

function contextValue(by: Grouping, group: Group): string {
  return by !== 'author' || group.key === ''
    ? 'group'
    : group.spellings
      ? 'group author several'
      : 'group author';
}

function runLabel(run: PostRun): string {
  return 'first' in run ? rangeLabel(run) : run.date ? date(run.date) : groupingTexts.year.without();
}

function rangeLabel({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? first : `${first} – ${last}`;
}
