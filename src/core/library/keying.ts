import { citationKey, freeKey } from '../citation/key';
import type { Post, PostRecord } from '../post';
import type { Problem } from '../problem';
import { urlKey } from '../url';
import { enrich } from './library';

/** The posts that were made of records with another key or none. */
export type Keyed = ReadonlyMap<PostRecord, Post>;

/** Records looked at in one step where little is done for each. */
const step = 64;

/**
 * Gives each record a key of its own. The first record that bears a key keeps it. Another one with that key is
 * the same post, from the other side of a merge, when it says the same or has the same address; else two
 * branches made one key for different posts, and the later one gets a letter behind its key.
 * @param before of the last reading, so that posts stay the same objects.
 */
export function* keying(
  records: readonly PostRecord[],
  source: string,
  before: Keyed = new Map(),
): Generator<void, { posts: readonly Post[]; keyed: Keyed; problems: Problem[] }> {
  const taken = new Set<string>();
  for (const [index, { id }] of records.entries()) {
    if (id !== undefined) taken.add(id);
    if (index % step === 0) yield;
  }
  if (taken.size === records.length) {
    return { posts: records as readonly Post[], keyed: new Map(), problems: [] };
  }
  const posts = new Map<string, Post>();
  const keyed = new Map<PostRecord, Post>();
  const duplicates = new Map<string, string>();
  const problems: Problem[] = [];
  for (const record of records) {
    yield;
    const first = record.id === undefined ? undefined : posts.get(record.id);
    let id = record.id ?? citationKey(record, taken);
    if (first) {
      duplicates.set(identity(first.id, first), first.id);
      const same = posts.get(duplicates.get(identity(first.id, record)) ?? '');
      if (same) {
        posts.set(same.id, enrich(same, record));
        continue;
      }
      id = freeKey(first.id, taken);
      duplicates.set(identity(first.id, record), id);
      problems.push({ code: 'renamedKey', source, detail: `${first.id} → ${id}` });
    }
    taken.add(id);
    const known = before.get(record);
    const post = hasId(record, id) ? record : known?.id === id ? known : { ...record, id };
    if (post !== record) keyed.set(record, post);
    posts.set(id, post);
  }
  return { posts: [...posts.values()], keyed, problems };
}

function hasId(record: PostRecord, id: string): record is Post {
  return record.id === id;
}

/** The same for two entries with one key that are one post. */
function identity(key: string, record: PostRecord): string {
  return `${key} ${record.url ? urlKey(record.url) : JSON.stringify({ ...record, id: key })}`;
}
