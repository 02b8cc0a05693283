import * as vscode from 'vscode';
import { cacheName } from '../library/cache';
import type { OpenLibrary } from '../library/openLibrary';
import { settings } from '../settings';
import type { BranchLook, PostsRow } from './postsRow';
import type { ShownPosts } from './shownPosts';

/** The first rows as a window showed them, by the id of the row above; those at the top by an empty id. */
export type Summary = Readonly<Record<string, readonly ({ readonly id: string } & BranchLook)[]>>;

/** To be changed whenever rows get other ids or show other things for the same posts. */
const version = 1;

/** The summary that the last window left; `undefined` when the library or what decides on its rows is another now. */
export async function readSummary(library: OpenLibrary): Promise<Summary | undefined> {
  const [state, bytes] = await Promise.all([
    stateOf(library),
    library.cache.read(cacheName('rows', library.uri)),
  ]);
  if (!state || !bytes) {
    return undefined;
  }
  try {
    const file = JSON.parse(new TextDecoder().decode(bytes));
    return file.state === state ? file.levels : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what `readSummary` reads: the first rows, and those below each that starts open. */
export async function writeSummary(library: OpenLibrary, shown: ShownPosts): Promise<void> {
  const state = await stateOf(library);
  if (state) {
    const file = JSON.stringify({ state, levels: summarize(shown) });
    await library.cache.write(cacheName('rows', library.uri), new TextEncoder().encode(file));
  }
}

/** The row of a summary, until the library is read. */
export function summaryRows(summary: Summary, above: PostsRow | undefined): PostsRow[] | undefined {
  return summary[above?.id ?? '']?.map(look => ({ kind: 'summary', parent: above, ...look }));
}

function summarize(shown: ShownPosts): Summary {
  const first = shown.below();
  const open = first.filter(row => row.kind === 'root' && row.expanded);
  return Object.fromEntries(
    [undefined, ...open].map(above => [
      above?.id ?? '',
      (above ? shown.below(above) : first).flatMap(row =>
        row.kind === 'post'
          ? []
          : {
              id: row.id,
              label: row.label,
              count: row.count,
              expanded: row.expanded,
              icon: row.icon,
              contextValue: row.contextValue,
            },
      ),
    ]),
  );
}

/** What the rows depend on; `undefined` when the library file is missing. */
async function stateOf(library: OpenLibrary): Promise<string | undefined> {
  const stamp = await library.stamp().catch(() => undefined);
  const { groupBy, topics } = settings();
  return (
    stamp && JSON.stringify([version, vscode.env.language, library.uri.toString(), stamp, groupBy, topics])
  );
}
