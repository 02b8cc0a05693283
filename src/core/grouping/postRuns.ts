import type { PartialDate, Post } from '../post';
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
  const runs: { key: string; date: PartialDate | undefined; posts: Post[] }[] = [];
  for (const post of posts) {
    const run = runs.at(-1);
    const date = post.issued;
    if (run && sameTo(part, run.posts[0]?.issued, date)) {
      run.posts.push(post);
    } else {
      const key = parts.slice(0, part + 1).map(name => date?.[name] ?? '');
      runs.push({ key: key.join('-'), date: cutTo(part, date), posts: [post] });
    }
  }
  return runs;
}

/** Whether two dates are the same but for what is finer than `part`. */
function sameTo(part: number, a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  return a?.year === b?.year && (part < 1 || a?.month === b?.month) && (part < 2 || a?.day === b?.day);
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
