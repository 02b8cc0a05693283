import type { Section } from '../../../core/exporting';
import type { Branch } from '../../../core/grouping/branches';
import type { Group, Grouping } from '../../../core/grouping/grouping';
import type { Post } from '../../../core/post';
import type { PostsRow } from '../../views/postsRow';

/** What rows of a view hold. */
export interface RowPosts {
  /** Each once. */
  readonly posts: readonly Post[];
  /** Where rows are more than single posts: the groups as the view has them. */
  readonly sections?: readonly Section[];
}

/**
 * The posts of rows, and of those below them.
 * @param labelOf what a group is called
 * @param all the groups of a root
 */
export function exportedRows(
  rows: readonly PostsRow[],
  labelOf: (by: Grouping, group: Group) => string,
  all: (by: Grouping) => readonly Section[],
): RowPosts {
  const single: Post[] = [];
  const sections: Section[] = [];
  for (const row of rows) {
    if (row.kind === 'post') single.push(row.post);
    else if (row.kind === 'posts') sections.push({ label: row.label, posts: row.posts });
    else if (row.kind === 'root') sections.push(...all(row.by));
    else if (row.kind !== 'summary') {
      const groups = row.kind === 'group' ? [row.group] : row.branches.flatMap(groupsOf);
      sections.push(...groups.map(group => ({ label: labelOf(row.by, group), posts: group.posts })));
    }
  }
  const posts = new Set([...single, ...sections.flatMap(section => section.posts)]);
  const grouped = new Set(sections.flatMap(section => section.posts));
  const others = single.filter(post => !grouped.has(post));
  return {
    posts: [...posts],
    ...(sections.length > 0 && {
      sections: others.length > 0 ? [{ label: '', posts: others }, ...sections] : sections,
    }),
  };
}

const groupsOf = (branch: Branch): readonly Group[] =>
  'group' in branch ? [branch.group] : branch.branches.flatMap(groupsOf);
