import assert from 'node:assert/strict';
import { updatingBibliography } from '../../../src/core/bibliography/updateBibliography';
import type { CslFormatter } from '../../../src/core/csl';
import { KnownPosts } from '../../../src/core/document';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { inText, numeric } from './fakeFormatter';

const author = [{ family: 'Lee' }];
const posts = ['a', 'b', 'c'].map(id =>
  makePost({ id, title: `Title ${id}`, author, issued: { year: 2020 }, url: `https://example.com/${id}` }),
);
const offline = makePost({ id: 'd', title: 'Offline', author, issued: { year: 2020 } });
const known = new KnownPosts();
runWhole(known.setPosts([...posts, offline]));

/** As citeproc: to be told of posts takes long, and it forgets them once somebody asks of others. */
function forgetful(formatter: CslFormatter): {
  readonly formatter: CslFormatter;
  readonly forget: () => void;
} {
  let told = '';
  const idsOf = (of: readonly Post[]) => [...new Set(of.map(({ id }) => id))].join();
  return {
    forget: () => {
      told = '';
    },
    formatter: {
      ...formatter,
      *preparing(of) {
        yield;
        told = idsOf(of);
      },
      citation(items, cited, place) {
        assert.equal(told, idsOf([...cited, ...items.map(({ post }) => post)]), 'it was told of in steps');
        return formatter.citation(items, cited, place);
      },
    },
  };
}

describe('Updating a bibliography in small steps', () => {
  const list = '\n\n<!-- bibliography -->\n\n<!-- /bibliography -->\n';
  const years: CslFormatter = {
    ...inText,
    citation: items => `(${items.map(({ post }) => `[Lee, 2020](${post.url ?? ''})`).join('; ')})`,
    bibliography: of => of.map(({ id, title }) => ({ id, text: `Lee. (2020a). ${title}.` })),
  };
  const links = posts.map(({ url }) => url);

  for (const [what, formatter, text, formers] of [
    ['years with letters', years, `([Lee, 2020](${links[0]})) ([Lee, 2020b](${links[1]}))`, []],
    ['a post without an address', years, `([Lee, 2020](${links[0]})) and (Lee, 2020)`, []],
    [
      'numbers',
      numeric,
      `[\\[2\\]](${links[0]}) [\\[1\\]](${links[1]}) [\\[1\\]](https://example.com/no)`,
      [],
    ],
    ['numbers without a link', numeric, `[\\[1\\]](${links[0]}) and \\[7\\]`, []],
    ['another style', numeric, `([Lee, 2020](${links[0]})) and ([Lee, 2020](${links[1]}))`, [years]],
  ] as const) {
    it(`tells the style of the posts in steps before it asks for a citation: ${what}`, () => {
      const own = forgetful(formatter);
      const before = formers.map(forgetful);
      let asked = 0;
      const counting = ({ formatter: one }: ReturnType<typeof forgetful>): CslFormatter => ({
        ...one,
        citation(...request) {
          asked++;
          return one.citation(...request);
        },
      });
      const steps = updatingBibliography(text + list, 'markdown', known, counting(own), {
        formers: before.map(counting),
      });
      // Somebody asks of other posts after each step.
      while (!steps.next().done) for (const { forget } of [own, ...before]) forget();
      assert.ok(asked > 0);
    });
  }
});
