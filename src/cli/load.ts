import { decodePage } from '../core/decode';
import { detectCslJson } from '../core/formats/cslJson';
import { readListing } from '../core/formats/listing';
import { createIdentity } from '../core/library/identity';
import { addRecords } from '../core/library/library';
import { readLibrary } from '../core/library/libraryFile';
import type { Post, PostRecord } from '../core/post';
import type { Problem } from '../core/problem';
import { createVocabulary, withTopics } from '../core/topics';

/** Reads a file: `undefined` when there is no such file; rejects with the reason when it can't be read. */
export type ReadBytes = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Posts of listing pages and CSL-JSON libraries, joined, in the order of the files: a post that several files hold
 * is there once, and keeps the key that a library gave it.
 * @param base the address that relative addresses of pages resolve against.
 */
export async function load(
  files: readonly string[],
  readBytes: ReadBytes,
  base?: string,
): Promise<{ posts: readonly Post[]; problems: Problem[] }> {
  const vocabulary = createVocabulary();
  const problems: Problem[] = [];
  const read: PostRecord[][] = [];
  for (const file of files) {
    const { posts, problems: found } = await readFile(file, readBytes, base);
    problems.push(...found);
    read.push(posts.map(record => withTopics(record, vocabulary)));
  }
  const records = read.flat();
  const withKeyFirst = [...records].sort((a, b) => Number(b.id !== undefined) - Number(a.id !== undefined));
  const { posts } = addRecords([], withKeyFirst);
  const isInOrder = records.every((record, index) => record === withKeyFirst[index]);
  return { posts: isInOrder ? posts : inOrderOf(records, posts), problems };
}

/** The posts in the order of the records that they were joined from. */
function inOrderOf(records: readonly PostRecord[], posts: readonly Post[]): readonly Post[] {
  const find = createIdentity(posts);
  const byId = new Map(posts.map(post => [post.id, post]));
  const idOf = (record: PostRecord) =>
    record.id !== undefined && byId.has(record.id) ? record.id : (find(record) ?? '');
  const ids = new Set([...records.map(idOf), ...byId.keys()]);
  return [...ids].flatMap(id => byId.get(id) ?? []);
}

async function readFile(
  source: string,
  readBytes: ReadBytes,
  base?: string,
): Promise<{ posts: readonly PostRecord[]; problems: readonly Problem[] }> {
  try {
    const bytes = await readBytes(source);
    if (bytes === undefined) {
      return { posts: [], problems: [{ code: 'missingFile', source }] };
    }
    const page = decodePage(bytes);
    return detectCslJson(page)
      ? readLibrary(bytes, source)
      : readListing(page, { source, ...(base === undefined ? {} : { base }) });
  } catch (error) {
    return { posts: [], problems: [{ code: 'unreadableFile', source, detail: (error as Error).message }] };
  }
}
