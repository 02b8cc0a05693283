import { adding } from '../../core/library/library';
import { type Change, LibraryFile } from '../../core/library/libraryFile';
import type { Post } from '../../core/post';
import { problemLine } from '../../core/problemText';
import type { OpenLibrary } from './openLibrary';

type Library = Pick<OpenLibrary, 'uri' | 'fileSystemFor' | 'log'>;

/**
 * The posts that the user took out of a library though sources tell them: a library of its own, "posts.removed.json"
 * beside "posts.json". What is known of the sources says so too, but it belongs to one computer; this file goes where
 * the library goes, and git merges it in the same way. Its failures are logged only: what they cost is that posts may
 * come back.
 */
function removalsOf({ uri, fileSystemFor }: Library): LibraryFile {
  const path = uri.path.replace(/(?:\.[^./]+)?$/, '.removed.json');
  return new LibraryFile(uri.with({ path }).toString(), fileSystemFor(uri));
}

/** Those that can be read. */
export async function removedPosts(library: Library): Promise<readonly Post[]> {
  try {
    const { posts, problems } = await removalsOf(library).read();
    for (const problem of problems) library.log.warn(problemLine(problem));
    return posts;
  } catch (error) {
    library.log.warn(`The posts that were removed cannot be read: ${error}`);
    return [];
  }
}

/** Notes those that sources tell. */
export async function noteRemovals(library: Library, removed: readonly Post[]): Promise<void> {
  const told = removed.filter(({ sources = [] }) => sources.length > 0);
  if (told.length === 0) return;
  await update(library, function* (before) {
    return (yield* adding(before, told)).posts;
  });
}

/** Changes what is noted; makes no file where nothing is. */
export async function changeRemovals(library: Library, change: Change): Promise<void> {
  if ((await removedPosts(library)).length > 0) await update(library, change);
}

async function update(library: Library, change: Change): Promise<void> {
  try {
    await removalsOf(library).update(change);
  } catch (error) {
    library.log.warn(`The posts that were removed cannot be noted: ${error}`);
  }
}
