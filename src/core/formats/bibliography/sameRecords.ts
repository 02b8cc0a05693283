import type { PostRecord } from '../../post';
import { sameValue } from '../../sameValue';
import type { Entry } from './reading';

/** Entries with one key that are compared: a file of nothing else must not take quadratic time. */
const mostAlike = 8;

/** The entries with the records read before where they say the same, so that what stayed is the same object. */
export function* withSameRecords(
  entries: readonly Entry[],
  before: readonly Entry[],
): Generator<void, readonly Entry[]> {
  if (before.length === 0) return entries;
  const known = new Map<string, PostRecord[]>();
  for (const { record } of before) {
    const id = record.id ?? record.title;
    const records = known.get(id);
    if (records === undefined) known.set(id, [record]);
    else if (records.length < mostAlike) records.push(record);
  }
  yield;
  const same: Entry[] = [];
  for (const entry of entries) {
    const records = known.get(entry.record.id ?? entry.record.title) ?? [];
    const index = records.findIndex(record => sameValue(record, entry.record));
    same.push(index === -1 ? entry : { ...entry, record: records.splice(index, 1)[0]! });
    yield;
  }
  return same;
}
