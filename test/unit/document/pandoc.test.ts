import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { citationsIn } from '../../../src/core/document';
import { hasPandoc } from '../citation/parsers';

const documents = [
  ...[
    'See @a, [@b], [see @c, p. 3; also -@d and e], -@e, (@f).',
    '@a:b.c-d/e_f+g',
    '@{https://x.example/y?z=1}',
  ],
  ...[
    '[-@{a.b.}; @c]',
    'mail a@b.example <c@d.example> x_@e y.@f',
    '`@a` ``@b`` `@c`{.r}',
    '$@a$ $$@b$$ \\@c',
  ],
  ...['@a [p. 3; see @b]', '^[note @a]', 'a[^1]\n\n[^1]: @b', '![cap @a](b.png){#fig-c fig-alt="@d"}'],
  ...['[text @a](https://b.example)', '[@a](https://b.example)', '[span @a]{.b key="@c"}', '# H @a {#sec-b}'],
  ...['::: {.callout-note title="@a"}\n@b\n:::', '| a |\n|---|\n| @b |\n', ': cap @a\n', '<!-- @a -->\n\n@b'],
  ...['x <!-- @a --> @b', '<div>\n@a\n</div>', '<b title="@a">@b</b>', '```{r}\n@a\n```\n', '    @a\n'],
  ...['- @a\n- b\n\n      @c\n', '> @a\n', '*@a* **@b** ~~@c~~ _@d_', '"@a" \'@b\' (@c) [@d]', '@a--b @c...'],
  ...[
    "@a's @b’s",
    '@_a @1b @é @李',
    '@a_ @b: @c-',
    '[@a][b]\n\n[b]: /u',
    '[x]: /@a\n\n@b',
    '[@a, {p. 3}; @b]',
  ],
  ...[
    '[see [@a]]',
    '[\\@a @b]',
    '@a{b}',
    '[@{a b}]',
    '[*see* @a *x*; @b]',
    '[@a;@b;@c]',
    '[@a\n@b]',
    '[ @a ]',
    '\\[@a\\]',
  ],
  ...[
    '@',
    '@ a',
    '@@a',
    '-@a--@b',
    'a-@b',
    '—@a',
    '“@a”',
    '@a[p. 3]',
    '{@a}',
    '<@a>',
    '@a/b?c=d&e',
    '@a<b>c',
    '@a~b',
    '@a#b$c%d',
  ],
  ...['[@url:https://a.example/b_c.html; @doi:10.1/a] @a//b', '@a::b @a:/b @a:/ @a://'],
  ...[
    'Packages\\index{packages!f()@g} [@a; @b]',
    '\\footnote{see @a} @b, \\cite[p. 3]{@c} \\emph*{@d}, \\LaTeX [@e]',
    '\\textbf{a {@b} \\} @c} @d [x \\foo{@e} @f](g)',
    '\\begin{figure}\n\\caption{@a}\n\\end{figure}\n\n@b \\begin{x}@c\\end{x}@d',
    '\\foo{@a \\{@b\\} \\@c',
  ],
  ...['<!-- a --> @b <!-- @c -->', '<!-- @a -->\n\n@b'],
];

/** What is read otherwise on purpose, and why. */
const others: readonly (readonly [document: string, keys: readonly string[], why: string])[] = [
  ['https://a.example/@b', [], 'R Markdown links addresses as they stand (autolink_bare_uris)'],
  ['{{< video @a >}} @b', ['b'], 'Quarto and Hugo take shortcodes out before Pandoc reads the text'],
  ['<code>@a</code> @b', ['b'], 'code is about something that is written so'],
  ['[^1]: @a', ['a'], 'a note that nothing refers to yet is being written'],
  ['(@good) @a\n\nAs in (@good).', ['good', 'a', 'good'], 'the check knows labels of examples'],
];

/** The keys of each document, as Pandoc reads them: all in one go. */
function byPandoc(): string[][] {
  const input = documents.map((document, at) => `# divider${at}\n\n${document}\n\n`).join('');
  const output = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const keys: string[][] = documents.map(() => []);
  let at = 0;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (typeof value !== 'object' || value === null) return;
    const { t, c, citationId } = value as { t?: string; c?: unknown; citationId?: string };
    const divider = t === 'Str' && /^divider(\d+)$/.exec(c as string);
    if (divider) at = Number(divider[1]);
    if (citationId !== undefined) {
      const { citationPrefix, citationSuffix } = value as {
        citationPrefix: unknown;
        citationSuffix: unknown;
      };
      walk(citationPrefix);
      keys[at]!.push(citationId);
      walk(citationSuffix);
    } else if (t === 'Cite') walk((c as unknown[])[0]);
    else walk(c);
  };
  walk((JSON.parse(output) as { blocks: unknown }).blocks);
  return keys;
}

describe('citationsIn, for Pandoc', () => {
  (hasPandoc ? it : it.skip)(
    `reads the keys that Pandoc reads${hasPandoc ? '' : ' (skipped: Pandoc is not on this machine)'}`,
    function () {
      this.timeout(60_000);
      const expected = byPandoc();
      for (const [at, document] of documents.entries()) {
        assert.deepEqual(
          citationsIn(document, 'pandoc').flatMap(({ key }) => key ?? []),
          expected[at],
          document,
        );
      }
    },
  );

  it('reads others where what comes before or after Pandoc does', () => {
    for (const [document, keys, why] of others) {
      const read = citationsIn(document, 'pandoc').flatMap(({ key }) => key ?? []);
      assert.deepEqual(read, keys, why);
    }
  });
});
