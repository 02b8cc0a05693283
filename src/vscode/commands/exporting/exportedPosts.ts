import * as vscode from 'vscode';
import type { exportPlaces } from '../../../core/commandArguments';
import type { ExportFormat, Section } from '../../../core/exporting';
import { type Grouping, grouping } from '../../../core/grouping/grouping';
import type { Post } from '../../../core/post';
import { runSliced } from '../../../core/sliced';
import { settings } from '../../settings';
import { groupingTexts } from '../../views/groupingTexts';
import type { PostsRow } from '../../views/postsRow';
import { titleText } from '../../views/postText';
import { isRow } from '../chosenPosts';
import { commandArguments } from '../commandArguments';
import { namedPosts } from '../namedPosts';
import type { ExportContext } from '../registerExport';
import { exportedRows } from './exportedRows';

const { l10n } = vscode;

/** What is to be exported, and as far as it was said, how and where to. */
export interface Chosen {
  readonly posts: readonly Post[];
  /** What they have in common; names the file and the reading list. */
  readonly title: string;
  /** The parts of a reading list. */
  readonly sections?: () => Promise<readonly Section[]>;
  readonly format?: ExportFormat;
  readonly uri?: string;
  readonly to?: (typeof exportPlaces)[number];
}

/** What the arguments of a keybinding or another extension ask for; without any, all that the Posts view shows. */
export async function exportedPosts(context: ExportContext, given: unknown): Promise<Chosen> {
  await context.library.load();
  if (typeof given !== 'object' || given === null || isRow(given))
    return ofQuery(context.view.query, context, settings().groupBy[0]);
  const { query, ids, by, ...how } = commandArguments('byline.exportPosts', given);
  const chosen = ids ? await ofIds(ids, context, by) : await ofQuery(query ?? '', context, by);
  return { ...chosen, ...how };
}

/** The posts of rows and of the rows below them; a row of another view than the Posts view has its post. */
export async function postsOfRows(rows: readonly unknown[], context: ExportContext): Promise<Chosen> {
  await context.library.load();
  const known = (rows as readonly (PostsRow | { readonly post: Post })[]).map(
    (row): PostsRow =>
      'kind' in row ? row : { kind: 'post', id: row.post.id, parent: undefined, post: row.post },
  );
  const roots = new Map<Grouping, readonly Section[]>();
  for (const row of known) {
    if (row.kind !== 'root') continue;
    roots.set(row.by, await sectionsOf(await postsOf(context.view.query, context), row.by, context));
  }
  const { posts, sections } = exportedRows(
    known,
    (by, { label }) => label || groupingTexts[by].without(),
    by => roots.get(by) ?? [],
  );
  const [first] = known;
  const only = known.length === 1 ? first : undefined;
  const title = only ? (only.kind === 'post' ? titleText(only.post) : only.label) : l10n.t('Posts');
  // The title says it already.
  const named = sections?.length === 1 ? sections.map(({ posts }) => ({ label: '', posts })) : sections;
  return { posts, title, ...(named && { sections: async () => named }) };
}

async function ofIds(ids: readonly string[], context: ExportContext, by?: Grouping): Promise<Chosen> {
  const posts = await namedPosts(ids, context.library, context.known);
  return { posts, title: l10n.t('Posts'), ...grouped(posts, by, context) };
}

async function ofQuery(query: string, context: ExportContext, by?: Grouping): Promise<Chosen> {
  const posts = await postsOf(query, context);
  return { posts, title: query.trim() || l10n.t('Posts'), ...grouped(posts, by, context) };
}

async function postsOf(query: string, { library, search }: ExportContext): Promise<readonly Post[]> {
  if (query.trim() === '') return library.posts;
  const { posts } = await search.matching(query);
  return [...posts].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const grouped = (posts: readonly Post[], by: Grouping | undefined, context: ExportContext) =>
  by === undefined ? {} : { sections: () => sectionsOf(posts, by, context) };

async function sectionsOf(
  posts: readonly Post[],
  by: Grouping,
  { view }: ExportContext,
): Promise<readonly Section[]> {
  const persons = by === 'author' ? await view.persons() : undefined;
  const groups = await runSliced(grouping(posts, by, persons));
  return groups.map(group => ({ label: group.label || groupingTexts[by].without(), posts: group.posts }));
}
