import { createIdentity } from '../core/library/identity';
import { addRecords } from '../core/library/library';
import type { Post, PostRecord } from '../core/post';
import { runPolitely } from '../core/sources/runPolitely';
import { webAddress } from '../core/sources/webAddress';
import { createVocabulary, withTopics } from '../core/topics';
import { type LocationPorts, type LocationReading, readLocation } from './readLocation';

export interface Loaded {
  readonly posts: readonly Post[];
  /** In the order of the locations. */
  readonly readings: readonly (LocationReading & { readonly location: string })[];
}

/**
 * The posts of files, folders and addresses, of which several are read at once, joined in the order of these: a post
 * that several hold is there once, and keeps the key that a bibliography gave it.
 * @param base see `readLocation`.
 */
export async function load(
  locations: readonly string[],
  ports: LocationPorts,
  base: string | undefined,
): Promise<Loaded> {
  const vocabulary = createVocabulary();
  const readings: Loaded['readings'][number][] = [];
  const jobs = locations.map((location, at) => {
    const url = webAddress(location);
    // Gives way to none, as each was asked for by its address.
    const run = async () => {
      // Never with a password.
      readings[at] = { location: url ?? location, ...(await readLocation(location, ports, base)) };
    };
    return { hosts: url === undefined ? [] : [new URL(url).host], run };
  });
  await runPolitely(jobs);
  const records = readings.flatMap(reading => reading.records.map(record => withTopics(record, vocabulary)));
  const withKeyFirst = [...records].sort((a, b) => Number(b.id !== undefined) - Number(a.id !== undefined));
  const { posts } = addRecords([], withKeyFirst);
  const isInOrder = records.every((record, index) => record === withKeyFirst[index]);
  return { posts: isInOrder ? posts : inOrderOf(records, posts), readings };
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
