import { detectCslJson } from '../core/formats/cslJson';
import { readListing } from '../core/formats/listing';
import { addRecords } from '../core/library';
import { readLibrary } from '../core/libraryFile';
import type { Post, PostRecord } from '../core/post';
import type { Problem } from '../core/problem';
import { createVocabulary, withTopics } from '../core/topics';

/** Reads a file's text: `undefined` when there is no such file; rejects when it can't be read as text. */
export type ReadText = (path: string) => Promise<string | undefined>;

/**
 * Posts of listing pages and CSL-JSON libraries, joined: a post that several files hold is there once, and
 * keeps the key that a library gave it.
 * @param base the address that relative addresses of pages resolve against.
 */
export async function load(
  files: readonly string[],
  readText: ReadText,
  base?: string,
): Promise<{ posts: readonly Post[]; problems: Problem[] }> {
  const vocabulary = createVocabulary();
  const problems: Problem[] = [];
  let posts: readonly Post[] = [];
  for (const file of files) {
    const read = await readFile(file, readText, base);
    problems.push(...read.problems);
    posts = addRecords(
      posts,
      read.posts.map(record => withTopics(record, vocabulary)),
    ).posts;
  }
  return { posts, problems };
}

async function readFile(
  source: string,
  readText: ReadText,
  base?: string,
): Promise<{ posts: readonly PostRecord[]; problems: readonly Problem[] }> {
  let text: string | undefined;
  try {
    text = await readText(source);
  } catch (error) {
    return { posts: [], problems: [{ code: 'unreadableFile', source, detail: (error as Error).message }] };
  }
  if (text === undefined) {
    return { posts: [], problems: [{ code: 'missingFile', source }] };
  }
  return detectCslJson(text)
    ? readLibrary(text, source)
    : readListing(text, { source, ...(base === undefined ? {} : { base }) });
}
