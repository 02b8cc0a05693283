import assert from 'node:assert/strict';
import { updateBibliography } from '../../../src/core/bibliography';
import { shippedStyles } from '../../../src/core/csl';
import { KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { cleanText } from '../../../src/core/text';
import { makePost } from '../../fakes';
import { soak } from '../../figure';
import { hasPandoc, readers, readWithPandoc } from '../citation/parsers';
import { naughtyTitles, ordinaryTitles } from '../citation/titles';
import { formatterOf } from '../csl/styles';

const titles = [...ordinaryTitles, ...naughtyTitles].map(cleanText).filter(Boolean);
const posts = titles
  .filter((_, at) => soak || at % 10 === 0)
  .map((title, at) =>
    makePost({
      id: `key${at}`,
      title,
      url: `https://example.com/${at}_(a)?b=c_d&e`,
      author: [{ family: `Li_${at % 5}`, given: 'Ann' }],
      issued: { year: 2000 + (at % 3) },
    }),
  );
const known = new KnownPosts();
runWhole(known.setPosts(posts));
const unless = hasPandoc ? '' : ' (skipped: pandoc is not installed)';

describe('A list of references', function () {
  this.timeout(soak ? 600_000 : 60_000);

  for (const style of shippedStyles) {
    for (const language of ['en-US', 'de-DE', 'ja-JP']) {
      const keys = `${posts.map(({ id }) => `[@${id}]`).join(' ')}\n`;
      const list = () => {
        const formatter = formatterOf(style, language);
        const text = `${keys}\n<!-- bibliography -->\n<!-- /bibliography -->\n`;
        const after = applyEdits(text, updateBibliography(text, 'markdown', known, formatter).edits);
        assert.deepEqual(updateBibliography(after, 'markdown', known, formatter).edits, []);
        const entries = formatter.bibliography(posts, { lineStart: true });
        assert.equal(entries.length, posts.length);
        return { after, entries: entries.map(({ text: entry }) => entry) };
      };

      it(`in ${style}, ${language}, renders as its entries do, each with its address linked`, () => {
        const { after, entries } = list();
        for (const [name, read] of Object.entries(readers)) {
          const whole = read(after);
          const alone = entries.map(entry => read(entry));
          assert.equal(whole.text, read(keys).text + alone.map(({ text }) => text).join(''), name);
          const urls = new Set(whole.links.map(({ url }) => decodeURI(url)));
          for (const { url } of posts) assert.ok(urls.has(url!), `${name} ${url}`);
        }
      });

      if (language !== 'en-US') continue;
      (hasPandoc ? it : it.skip)(`in ${style} renders in Pandoc as its entries do${unless}`, () => {
        const { after, entries } = list();
        for (const from of ['markdown-smart', 'gfm'] as const) {
          const [whole, first, ...alone] = readWithPandoc([after, keys, ...entries], from);
          assert.equal(whole!.text, first!.text + alone.map(({ text }) => text).join(''), from);
        }
      });
    }
  }
});
