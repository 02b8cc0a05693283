import type { PostRecord } from '../../post';
import { fields, isSame, says } from './fields';

/** Where what a post says came from: properties of posts, in no order to rely on. */
export interface Origins {
  /** What each source told last as the post says it. */
  readonly told: readonly (readonly (keyof PostRecord)[])[];
  /** What somebody wrote by hand: no source says it. */
  readonly byHand: readonly (keyof PostRecord)[];
}

/** @param told by each source, in the order of the result; several entries of one source may be of one post. */
export function originsOf(post: PostRecord, told: readonly (readonly PostRecord[])[]): Origins {
  const said = fields.filter(field => says(post, field));
  const tells = (records: readonly PostRecord[]) =>
    said.filter(field => records.some(record => isSame(record, post, field)));
  const all = new Set(told.flatMap(tells));
  const names = (some: typeof said) => some.map(({ properties: [first] }) => first);
  return {
    told: told.map(records => names(tells(records))),
    byHand: names(said.filter(field => !all.has(field))),
  };
}
