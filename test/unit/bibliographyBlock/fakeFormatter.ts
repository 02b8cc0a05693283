import { linkDestination } from '../../../src/core/citation/address';
import type { CslFormatter } from '../../../src/core/csl';
import type { Post } from '../../../src/core/post';

const byTitle = (posts: readonly Post[]): Post[] => [...posts].sort((a, b) => (a.title < b.title ? -1 : 1));

/** Of what `bibliography` gives, also where a test replaces it. */
const inOneStep: Pick<CslFormatter, 'preparing' | 'writingBibliography'> & ThisType<CslFormatter> = {
  *preparing() {},
  // biome-ignore lint/correctness/useYield: it is one step
  *writingBibliography(posts, place) {
    return this.bibliography(posts, place);
  },
};

/** Entries by title, as a style with authors and years would have them. */
export const inText: CslFormatter = {
  ...inOneStep,
  kind: 'inText',
  citation: items => `(${items.map(({ post }) => `[${post.title}](${post.url})`).join('; ')})`,
  bibliography: posts =>
    byTitle(posts).map(({ id, title, url }) => ({ id, text: url ? `*${title}*. <${url}>` : `*${title}*.` })),
};

/** `[\[1\]](…)`, numbered by the order of citation. */
export const numeric: CslFormatter = {
  ...inOneStep,
  kind: 'numeric',
  citation: (items, cited) =>
    items
      .map(({ post }) => {
        const number = cited.findIndex(({ id }) => id === post.id) + 1;
        return post.url ? `[\\[${number}\\]](${linkDestination(post.url)})` : `\\[${number}\\]`;
      })
      .join(', '),
  bibliography: posts =>
    posts.map(({ id, title, url }, at) => ({
      id,
      text: `\\[${at + 1}\\] ${title}. ${url ? `<${url}>` : ''}`.trim(),
    })),
};
