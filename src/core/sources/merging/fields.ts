import { isProvisional, type Post, type PostRecord } from '../../post';
import { sameValue } from '../../sameValue';

/** What a source can say of a post, field by field. */
interface Field {
  /** 0 for nothing; of two sources the one that says more is believed. */
  readonly richness: (record: PostRecord) => number;
  /** The richness from which on it is more than made up by Byline; 1 unless said. */
  readonly least?: number;
  /** The properties that belong together. The first is what is compared. */
  readonly properties: readonly [keyof PostRecord, ...(keyof PostRecord)[]];
}

const present = (property: keyof PostRecord): Field => ({
  richness: record => (record[property] === undefined ? 0 : 1),
  properties: [property],
});

export const fields: readonly Field[] = [
  { properties: ['title', 'provisional'], richness: record => (isProvisional(record) ? 1 : 2), least: 2 },
  {
    properties: ['author'],
    // People before a team or a handle, which feeds name where they know no better.
    richness: ({ author }) => (author.length === 0 ? 0 : author.some(({ family }) => family) ? 2 : 1),
  },
  {
    properties: ['issued'],
    richness: ({ issued }) =>
      issued ? 1 + Number(issued.month !== undefined) + Number(issued.day !== undefined) : 0,
  },
  { properties: ['abstract'], richness: ({ abstract = '' }) => abstract.length },
  {
    properties: ['keywords', 'inferred'],
    richness: ({ keywords, inferred }) =>
      keywords.length === 0 ? 0 : keywords.every(topic => inferred?.includes(topic)) ? 1 : 2,
    least: 2,
  },
  { properties: ['extra'], richness: ({ extra = {} }) => Object.keys(extra).length },
  ...(['url', 'containerTitle', 'language', 'note', 'accessed', 'type'] as const).map(present),
];

/** A source's word on a post: now, and the time before where there was one. */
export interface Word {
  readonly now: PostRecord;
  readonly before?: PostRecord | undefined;
}

/** Whether a record says anything of its own in this field. */
export function says(record: PostRecord, { richness, least = 1 }: Field): boolean {
  return richness(record) >= least;
}

/** Whether both records say the same in this field, or nothing. */
export function isSame(a: PostRecord, b: PostRecord, { properties: [property] }: Field): boolean {
  return sameValue(a[property], b[property]);
}

/**
 * What a source said last, kept where it says nothing now: a page that changed so that its dates are not found any more
 * takes no dates away.
 */
export function withLastWord(now: PostRecord, before: PostRecord): PostRecord {
  let all = now;
  for (const field of fields) if (!says(now, field) && says(before, field)) all = taking(all, before, field);
  return all;
}

/**
 * The post as its sources tell it by now. A field in which it says what a source said last, or in which neither it nor
 * any source said anything, follows the sources: the richest word, of equally rich ones what is new, else what the post
 * says, else the first. All other fields were changed by hand, deletions included, and stay.
 * @returns `post` itself when nothing changes.
 */
export function mergeFields(post: Post, words: readonly Word[]): Post {
  let merged = post;
  for (const field of fields) {
    if (!isFollowing(post, words, field)) continue;
    const best = richest(post, words, field);
    // What Byline made up may prove right.
    if (best && (!isSame(best, post, field) || field.richness(best) > field.richness(post)))
      merged = taking(merged, best, field);
  }
  return merged;
}

/** Whether somebody changed the post in a field, or said more than any source. */
export function isTouched(post: Post, words: readonly Word[]): boolean {
  return (
    Object.keys(post.persons ?? {}).length > 0 ||
    fields.some(
      field =>
        says(post, field) &&
        !words.some(({ now, before }) => isSame(post, now, field) || (before && isSame(post, before, field))),
    )
  );
}

function isFollowing(post: Post, words: readonly Word[], field: Field): boolean {
  const said = words.flatMap(({ before }) => before ?? []);
  return (
    said.some(record => field.richness(record) > 0 && isSame(record, post, field)) ||
    (!says(post, field) && !said.some(record => says(record, field)))
  );
}

function richest(post: Post, words: readonly Word[], field: Field): PostRecord | undefined {
  let best: PostRecord | undefined;
  let most = 0;
  for (const { now, before } of words) {
    const isNew = before !== undefined && !isSame(before, now, field);
    const likeness = isNew ? 0.5 : isSame(now, post, field) ? 0.25 : 0;
    const richness = field.richness(now);
    if (richness > 0 && richness + likeness > most) {
      best = now;
      most = richness + likeness;
    }
  }
  // What Byline made up is as good as what it makes up now.
  return best && !says(post, field) && field.richness(post) + 0.25 >= most ? undefined : best;
}

function taking<T extends PostRecord>(record: T, from: PostRecord, { properties }: Field): T {
  const next: Record<string, unknown> = { ...record };
  for (const property of properties) {
    if (from[property] === undefined) delete next[property];
    else next[property] = from[property];
  }
  return next as unknown as T;
}
