import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { CslFormatter } from '../../../src/core/csl';
import type { Post } from '../../../src/core/post';
import { addCitationRule } from '../../../src/vscode/preview/citationRule';
import { renderCitations } from '../../../src/vscode/preview/renderCitations';
import { type PreviewStyle, SlicedStyle } from '../../../src/vscode/preview/slicedStyle';
import { makePost } from '../../fakes';
import { inText } from '../bibliographyBlock/fakeFormatter';

const many = Array.from({ length: 40 }, (_, at) =>
  makePost({ id: `p${at}`, title: `Post ${at}`, url: `https://example.com/${at}` }),
);
const citing = (posts: readonly Post[]) => posts.map(({ id }) => `See [@${id}, p. 3].`).join('\n\n');

function previewIn(style: PreviewStyle): (markdown: string) => string {
  const md = new MarkdownIt();
  addCitationRule(md);
  renderCitations(md, () => ({
    postOf: key => many.find(({ id }) => id === key),
    listed: undefined,
    style,
    heading: 'References',
  }));
  return markdown => md.render(markdown);
}

/** Counts what is formatted. */
function counting(formatter: Partial<CslFormatter> = {}) {
  const asked = { citations: 0, lists: 0 };
  const style: CslFormatter = {
    ...inText,
    citation(...request) {
      asked.citations++;
      return inText.citation(...request);
    },
    *writingBibliography(posts) {
      asked.lists++;
      yield;
      return inText.bibliography(posts);
    },
    ...formatter,
  };
  return { asked, style };
}

/** A style in small steps, and how to wait until it says that others are there. */
function slicedStyle(style: CslFormatter) {
  let told: (() => void) | undefined;
  let times = 0;
  const sliced = new SlicedStyle(style, () => {
    times++;
    told?.();
  });
  const changed = () =>
    new Promise<void>(resolve => {
      told = resolve;
    });
  return { sliced, changed, times: () => times };
}

/** Long enough for what would be done behind a rendering to have been begun. */
const nothingMore = () => new Promise(resolve => setTimeout(resolve, 20));

describe('The preview of a long document', () => {
  const whole = previewIn(inText);

  it('shows keys at first, then what it would show at once, and asks for that once', async () => {
    const { asked, style } = counting();
    const { sliced, changed, times } = slicedStyle(style);
    const shown = previewIn(sliced);
    const text = citing(many);
    const first = shown(text);
    assert.match(first, /<p>See \[@p39, p\. 3\]\.<\/p>\n$/);
    assert.deepEqual(asked, { citations: 0, lists: 0 });
    await changed();
    assert.equal(shown(text), whole(text));
    assert.deepEqual(asked, { citations: 40, lists: 1 });
    await nothingMore();
    assert.equal(shown(text), whole(text));
    await nothingMore();
    assert.deepEqual([asked, times()], [{ citations: 40, lists: 1 }, 1]);
  });

  it('shows what it has while something is added, which is then all there', async () => {
    const { sliced, changed } = slicedStyle(counting().style);
    const shown = previewIn(sliced);
    shown(citing(many.slice(0, 30)));
    await changed();
    const text = citing(many.slice(0, 31));
    const meanwhile = shown(text);
    assert.match(meanwhile, /Post 29<\/a>\)/);
    assert.match(meanwhile, /\[@p30, p\. 3\]/);
    assert.match(meanwhile, /id="ref-p29"/);
    await changed();
    assert.equal(shown(text), whole(text));
  });

  it('is of the last rendering where one follows another fast', async () => {
    let isReady = false;
    const { style } = counting({
      *writingBibliography(posts) {
        while (!isReady) yield;
        return inText.bibliography(posts);
      },
    });
    const { sliced, changed, times } = slicedStyle(style);
    const shown = previewIn(sliced);
    shown(citing(many));
    shown(citing(many.slice(5)));
    await nothingMore();
    const text = citing(many.slice(10));
    shown(text);
    await nothingMore();
    isReady = true;
    await changed();
    assert.equal(shown(text), whole(text));
    await nothingMore();
    assert.equal(times(), 1);
  });

  it('says why a style fails, and does not try again', async () => {
    let tries = 0;
    const { style } = counting({
      // biome-ignore lint/correctness/useYield: it fails at once
      *preparing() {
        tries++;
        throw new Error('citeproc cannot use this style.');
      },
    });
    const { sliced, changed } = slicedStyle(style);
    const shown = previewIn(sliced);
    shown(citing(many));
    await changed();
    assert.match(shown(citing(many)), /<em>citeproc cannot use this style\.<\/em>/);
    await nothingMore();
    assert.equal(tries, 1);
  });

  it('is not formatted any more once the document is closed or has another style', async () => {
    for (const isBegun of [false, true]) {
      let steps = 0;
      const { style } = counting({
        *preparing() {
          for (; ; steps++) yield;
        },
      });
      const { sliced, times } = slicedStyle(style);
      previewIn(sliced)(citing(many));
      if (isBegun) await nothingMore();
      sliced.dispose();
      const before = steps;
      await nothingMore();
      assert.deepEqual([before > 0, steps, times()], [isBegun, before, 0]);
    }
  });

  it('is formatted at once where it cites few posts', () => {
    const { sliced } = slicedStyle(counting().style);
    const text = citing(many.slice(0, 3));
    assert.equal(previewIn(sliced)(text), whole(text));
  });
});
