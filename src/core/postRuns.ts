import type { PartialDate, Post } from './post';
import { lengthOfRuns, ranges } from './ranges';

/** Some posts that stand next to each other: those of a date (a year, a month, a day, no date), or from title to title. */
export type PostRun =
  | { readonly key: string; readonly date: PartialDate | undefined; readonly posts: readonly Post[] }
  | { readonly key: string; readonly first: string; readonly last: string; readonly posts: readonly Post[] };

const parts = ['year', 'month', 'day'] as const;

/**
 * Cuts posts, newest first and undated last, by the coarsest part of their dates in which they differ; those of one
 * date by title, into runs, of which there are no more than `size` and which are no longer unless there must be.
 */
export function postRuns(posts: readonly Post[], size: number): PostRun[] {
  const [first, last] = [posts[0]?.issued, posts.at(-1)?.issued];
  const part = parts.findIndex(name => first?.[name] !== last?.[name]);
  if (part < 0) {
    const length = lengthOfRuns(posts.length, size);
    return ranges(posts, post => post.title, length).map(({ first, last, items }, index) => ({
      key: String(index),
      first,
      last,
      posts: items,
    }));
  }
  const keyOf = ({ issued }: Post) =>
    parts
      .slice(0, part + 1)
      .map(name => issued?.[name] ?? '')
      .join('-');
  const runs: { key: string; date: PartialDate | undefined; posts: Post[] }[] = [];
  for (const post of posts) {
    const key = keyOf(post);
    if (runs.at(-1)?.key !== key) {
      runs.push({ key, date: cutTo(part, post.issued), posts: [] });
    }
    runs.at(-1)?.posts.push(post);
  }
  return runs;
}

/** The date without what is finer than its `part`. */
function cutTo(part: number, date: PartialDate | undefined): PartialDate | undefined {
  const { year, month, day } = date ?? {};
  return year === undefined
    ? undefined
    : {
        year,
        ...(month !== undefined && part > 0 ? { month } : {}),
        ...(day !== undefined && part > 1 ? { day } : {}),
      };
}
