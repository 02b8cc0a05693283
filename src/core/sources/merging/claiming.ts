import { fromCslItem, toCslItem } from '../../formats/cslItem';
import { enrich } from '../../library/library';
import { isProvisional, type PostRecord } from '../../post';
import { sameValue } from '../../sameValue';
import { foldText } from '../../text';
import { urlKey } from '../../url';
import type { SourceEntry, SourceReading, ToldEntry } from '../reading';
import type { Claim } from './claim';
import { withLastWord } from './fields';

/** What a source told last and tells now. */
export interface Telling {
  /** What posts name it by, see `sourceId`. */
  readonly location: string;
  /** As the merging before left them; `undefined` where they are lost, or there are none yet. */
  readonly before: readonly ToldEntry[] | undefined;
  /** `undefined` where the source was not read this time. */
  readonly reading?: Pick<SourceReading, 'entries' | 'isComplete'> | undefined;
}

/** Entries taken in one step. */
const step = 16;

/** The entries of a source, each with what it was before. */
export function* claiming({ location, before = [], reading }: Telling): Generator<void, Claim[]> {
  const known = new Map<string, ToldEntry>();
  for (const [at, entry] of before.entries()) {
    if (at % step === 0) yield;
    known.set(partKey(entry), entry);
  }
  const entries = reading ? yield* distinct(reading.entries) : [];
  const shared = yield* sharing(entries);
  const doKeysMove = yield* movingKeys(entries, known);
  const claims: Claim[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % step === 0) yield;
    const key = partKey(entry);
    const last = known.get(key);
    known.delete(key);
    const isOther = last !== undefined && doKeysMove && !isAlike(entry.record, last.record);
    // What had the key before is still known, by a key that it would never get again.
    if (isOther) known.set(`${key}\n${last.post}`, { ...last, key: `${last.key}\n${last.post}` });
    const same = isOther ? undefined : last;
    claims.push({
      ...claimOf(location, entry, same),
      now: same ? sinceThen(entry.record, same.record) : entry.record,
      status: 'told',
      sharesAddress: shared.has(addressOf(entry)),
    });
  }
  for (const [at, last] of [...known.values()].entries()) {
    if (at % step === 0) yield;
    const claim = keptClaim(location, last);
    claims.push(reading?.isComplete ? { ...claim, status: 'dropped' } : claim);
  }
  return claims;
}

/** Those entries of sources that were not read of which `isWanted` is true. */
export function* recalling(
  told: readonly Telling[],
  isWanted: (entry: ToldEntry, location: string) => boolean,
): Generator<void, Claim[]> {
  const claims: Claim[] = [];
  for (const { location, before = [] } of told) {
    for (const [at, last] of before.entries()) {
      if (at % 64 === 0) yield;
      if (isWanted(last, location)) claims.push(keptClaim(location, last));
    }
  }
  return claims;
}

/** Whether keys are given by position, as some feeds do: what had one before has another one now. */
function* movingKeys(
  entries: readonly SourceEntry[],
  known: ReadonlyMap<string, ToldEntry>,
): Generator<void, boolean> {
  const told = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    if (at % step === 0) yield;
    told.add(addressOf(entry) || foldText(entry.record.title));
  }
  for (const [at, entry] of entries.entries()) {
    if (at % step === 0) yield;
    const last = known.get(partKey(entry));
    if (!last || isAlike(entry.record, last.record)) continue;
    if (told.has(addressOf(last) || foldText(last.record.title))) return true;
  }
  return false;
}

/** Whether two records may be of one post. What a source said before is alike to what it says still. */
function isAlike(a: PostRecord, b: PostRecord): boolean {
  if (foldText(a.title) === foldText(b.title)) return true;
  if (a.url !== undefined && b.url !== undefined) return urlKey(a.url) === urlKey(b.url);
  return isProvisional(a) || isProvisional(b);
}

/** `last` itself where nothing is new. */
function sinceThen(now: PostRecord, last: PostRecord): PostRecord {
  const all = withLastWord(now, last);
  return sameValue(all, last) ? last : all;
}

function keptClaim(location: string, last: ToldEntry): Claim {
  return { ...claimOf(location, last, last), now: last.record, status: 'kept', sharesAddress: false };
}

function claimOf(location: string, { key, isFromFeed = false }: SourceEntry, last: ToldEntry | undefined) {
  return {
    location,
    key,
    isFromFeed,
    last,
    before: last?.record,
    post: last?.post,
    isMade: last?.isMade ?? false,
    isLinked: false,
    isReplaced: false,
  };
}

/** The entries with keys of their own, and their records as the library file will say them. */
function* distinct(entries: readonly SourceEntry[]): Generator<void, SourceEntry[]> {
  const titles = new Map<string, Map<string, SourceEntry>>();
  for (const [at, entry] of entries.entries()) {
    if (at % step === 0) yield;
    const record = settled(entry.record);
    if (!record) continue;
    const key = partKey(entry);
    const same = titles.get(key) ?? new Map<string, SourceEntry>();
    titles.set(key, same);
    const title = foldText(record.title);
    const twin = same.get(title);
    same.set(title, twin ? { ...twin, record: enrich(twin.record, record) } : { ...entry, record });
  }
  // Feeds that give all posts one guid, pages that lead to places of one page.
  return [...titles.values()].flatMap(same =>
    same.size === 1
      ? [...same.values()]
      : [...same].map(([title, entry]) => ({ ...entry, key: `${entry.key}\n${title}` })),
  );
}

function settled({ sources: _, persons: __, ...record }: PostRecord): PostRecord | undefined {
  return fromCslItem(toCslItem(record));
}

/** The same for entries of which one is as good as the other. */
export function partKey({ key, isFromFeed }: SourceEntry): string {
  return `${isFromFeed ? 'feed' : 'page'}\n${key}`;
}

function addressOf({ isFromFeed, record }: SourceEntry): string {
  return record.url === undefined
    ? ''
    : partKey({ key: urlKey(record.url), record, ...(isFromFeed && { isFromFeed }) });
}

/** Addresses that entries with different titles share. */
function* sharing(entries: readonly SourceEntry[]): Generator<void, ReadonlySet<string>> {
  const titles = new Map<string, string>();
  const shared = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    if (at % step === 0) yield;
    const address = addressOf(entry);
    const title = foldText(entry.record.title);
    if (address && (titles.get(address) ?? title) !== title) shared.add(address);
    titles.set(address, title);
  }
  return shared;
}
