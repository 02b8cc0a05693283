import assert from 'node:assert/strict';
import { Parser } from 'commonmark';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { normalLabel } from '../../../src/core/citation/label';
import { citationsIn } from '../../../src/core/document/citationsIn';
import type { Dialect } from '../../../src/core/document/dialect';
import { superlinear } from '../../growth';
import { commonmarkExamples, corpora } from '../citation/titles';

interface Node {
  type: string;
  identifier?: string;
  url?: string;
  children?: Node[];
}

/** The addresses that are linked, and the footnotes referred to, in order, as micromark with GFM has them. */
function byMicromark(markdown: string): string[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
  const definitions = new Map<string, string>();
  const found: string[] = [];
  const walk = (node: Node, visit: (node: Node) => void): void => {
    visit(node);
    for (const child of node.children ?? []) walk(child, visit);
  };
  walk(tree, ({ type, identifier, url }) => {
    const label = normalLabel(identifier ?? '');
    if (type === 'definition' && !definitions.has(label)) definitions.set(label, url!);
  });
  walk(tree, ({ type, identifier, url }) => {
    if (type === 'link' && !url!.startsWith('mailto:')) found.push(url!);
    if (type === 'linkReference') found.push(definitions.get(normalLabel(identifier!))!);
    if (type === 'footnoteReference') found.push(`^${identifier}`);
  });
  return found;
}

/** The addresses that are linked, but for those in the description of an image, as commonmark.js has them. */
function byCommonmark(markdown: string): string[] {
  const found: string[] = [];
  let images = 0;
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { type, destination } = step.node;
    if (type === 'image') images += step.entering ? 1 : -1;
    if (type === 'link' && step.entering && images === 0) found.push(decodeURI(destination ?? ''));
  }
  return found;
}

function byUs(markdown: string): string[] {
  return citationsIn(markdown).flatMap(({ kind, address, label }) => {
    if (kind === 'footnoteReference') return [`^${label!.toLowerCase()}`];
    return /definition|key|htmlLink/i.test(kind) || address!.startsWith('mailto:') ? [] : [address!];
  });
}

/** Each citation as `kind target`. */
const read = (text: string, dialect?: Dialect) =>
  citationsIn(text, dialect).map(({ kind, address, key, label }) => `${kind} ${address ?? key ?? label}`);

const documents = [
  'See [a](https://a.example/b "t"), <https://b.example> and https://c.example/d?e=(f).\n',
  '[![alt](i.png)](https://a.example) ![not [this](https://b.example)](i.png)\n',
  '[a [b](https://b.example) ](https://a.example) ![x [a [b](https://b.example) ](d) ](e)\n',
  '[a][B] [b][] [b] [b](no [c][x] [x]\n\n[b]: <https://b.example> "t"\n',
  '> - [a](https://a.example)\n>   `[b](https://b.example)` \\[c](https://c.example)\n',
  '| [a](https://a.example) | `x\\|` |\n|---|---|\n| b \\| https://b.example | [c|d](https://d.example) |\n',
  'a[^1] b[^2] [^1](x)\n\n[^1]: See <https://a.example>.\n\n    And [b](https://b.example).\n',
  '```js\n[a](https://a.example)\n```\n\n    [b](https://b.example)\n\n<!-- [c](https://c.example) -->\n',
  '**https://a.example/b**, (www.b.example/c), https://d.example/e). f@g.example https://h.example/&amp;\n',
  '# [a](https://a.example)\n\n[b](https://b.example)\n===\n',
  '[a](<https://a.example/b c>) [a](https://a.example/(b(c)d)) [a](https://a.example/\\)) [a](b c)\n',
];

describe('citationsIn', () => {
  it('reads links and footnotes as micromark does', () => {
    for (const document of documents) {
      for (const text of [document, document.replaceAll('\n', '\r\n')]) {
        assert.deepEqual(byUs(text), byMicromark(text), JSON.stringify(text));
      }
    }
  });

  (corpora ? it : it.skip)(
    `reads the CommonMark examples as micromark does${corpora ? '' : ' (skipped: the corpora are not on this machine)'}`,
    function () {
      this.timeout(60_000);
      const examples = commonmarkExamples();
      const different = examples.filter(
        example => JSON.stringify(byUs(example)) !== JSON.stringify(byMicromark(example)),
      );
      // Of the character references by name only those of XML are read.
      assert.deepEqual(
        different.filter(example => !/&[ao]uml;/.test(example)),
        [],
      );
      assert.ok(different.length <= 3, `${different.length}`);
    },
  );

  it('reads the links of texts of random parts as commonmark.js does', function () {
    this.timeout(60_000);
    const parts =
      '[ ] [ ] ![ ]( ) ( ) [a] [b] [a][] ` `` < > <b> </b> <https://x.example> \\ * ** _ \n > - # " /u c <!-- -->';
    const all = parts.split(' ').map(part => part.replace('\\n', '\n'));
    const random = seeded(7);
    const texts = Array.from({ length: 5000 }, () =>
      Array.from({ length: 3 + Math.floor(random() * 14) }, () => {
        const part = all[Math.floor(random() * all.length)]!;
        return random() < 0.3 ? `${part} ` : part;
      }).join(''),
    );
    const different = texts
      .map(text => `x ${text}\n\n[a]: /a\n\n[b]: /b\n`)
      .filter(document => {
        const links = citationsIn(document).filter(({ kind }) =>
          /^(?:link|linkReference|autolink)$/.test(kind),
        );
        return links.map(({ address }) => address).join('\n') !== byCommonmark(document).join('\n');
      });
    assert.deepEqual(different, []);
  });

  it('says where each stands, whatever surrounds the lines', () => {
    const text =
      '> - See [*a* b](https://a.example\r\n>   "t"), [c][C],\r\n>   https://d.example. [see @e, p. 3; -@f]\r\n\r\n[c]: https://c.example\r\n';
    const shown = citationsIn(text).map(({ kind, start, end, text: linked, group }) => [
      kind,
      text.slice(start, end),
      ...[linked, group].flatMap(span => (span ? [text.slice(span.start, span.end)] : [])),
    ]);
    assert.deepEqual(shown, [
      ['link', '[*a* b](https://a.example\r\n>   "t")', '*a* b'],
      ['linkReference', '[c][C]', 'c'],
      ['bareAddress', 'https://d.example'],
      ['key', '@e', '[see @e, p. 3; -@f]'],
      ['key', '-@f', '[see @e, p. 3; -@f]'],
      ['definition', '[c]: https://c.example'],
    ]);
  });

  it('says where the address, the label and the key of each stand', () => {
    const text =
      '> [a](<https://a.example/b c>\r\n> "t") [b](https://b.example/&amp;) <https://c.example> www.d.example.\r\n' +
      '> [e][F\r\n>   g] [h] [h][] n[^1] [@i; -@{j.}] <A b HREF=" https://l.example ">m</A>\r\n\r\n' +
      ' [F g]:\r\n  <https://e.example>\r\n[h]: https://h.example "t"\r\n\r\n> [^1]: n\r\n\r\n' +
      "<div>\n<a href='https://o.example'>\n</div>";
    const at = (span?: { start: number; end: number }) => (span ? text.slice(span.start, span.end) : '');
    assert.deepEqual(
      citationsIn(text).map(citation =>
        [citation.kind, at(citation.addressSpan), at(citation.labelSpan), at(citation.keySpan)].join('|'),
      ),
      [
        'link|<https://a.example/b c>||',
        'link|https://b.example/&amp;||',
        'autolink|https://c.example||',
        'bareAddress|www.d.example||',
        'linkReference||F\r\n>   g|',
        'linkReference||h|',
        'linkReference||h|',
        'footnoteReference||1|',
        'key|||i',
        'key|||{j.}',
        'htmlLink|https://l.example||',
        'definition|<https://e.example>|F g|',
        'definition|https://h.example|h|',
        'footnoteDefinition||1|',
        'htmlLink|https://o.example||',
      ],
    );
  });

  it('reads citation keys as Pandoc does', () => {
    const keys = (text: string) => citationsIn(text).flatMap(({ key }) => key ?? []);
    assert.deepEqual(keys('@a, [@b_1; see @c:d.e], -@f. [@{g h}] [@{https://i.example/}] (@j) @k--l @m.'), [
      ...['a', 'b_1', 'c:d.e', 'f', 'https://i.example/', 'j', 'k', 'm'],
    ]);
    assert.deepEqual(
      keys('n@o.example \\@p `@q` <r@s.example> https://t.example/@u [v](https://w.example/@x) @ y'),
      [],
    );
    assert.deepEqual(keys('[@lee2020caches] @李2020 @_z'), ['lee2020caches', '李2020', '_z']);
  });

  it('finds none in code, comments, front matter and mathematics', () => {
    const link = '[a](https://a.example) @a';
    for (const text of [
      `---\ntitle: "${link}"\n---\n`,
      `\`\`\`{r}\n${link}\n\`\`\`\n`,
      `~~~\n${link}\n`,
      `    ${link}\n`,
      `\`${link}\``,
      `<!-- ${link}\n\n${link} -->`,
      `b <!-- ${link} --> c`,
      `<script>\n${link}\n</script>`,
      `$x ${link}$`,
      `$$\n${link}\n$$`,
      `<b title="${link}">`,
      `![${link}](i.png)`,
    ]) {
      assert.deepEqual(read(text), [], text);
    }
    assert.deepEqual(read('From $5, see [a](https://a.example), to $6.'), ['link https://a.example']);
  });

  it('takes the address of an <a> for a link, in HTML blocks too, and of no other tag', () => {
    assert.deepEqual(read('See <a class="b" href="https://a.example/?b=c&amp;d">e</a>.'), [
      'htmlLink https://a.example/?b=c&d',
    ]);
    assert.deepEqual(
      read(
        '<div>\n<A HREF=https://a.example>b</A> [c](https://c.example)\n<!-- <a href="https://d.example"> -->\n' +
          "<link href='https://e.example'>\n<script>'<a href=\"https://f.example\">'</script>\n</div>\n",
      ),
      ['htmlLink https://a.example'],
    );
  });

  it('reads JSX, imports and comments of MDX', () => {
    assert.deepEqual(
      read(
        "import A from 'https://no.example'\nexport const b = '[no](https://no.example)'\n\n<Card\n  n={() => 1}\n" +
          '  href="https://a.example"\n>\n    [b](https://b.example)\n</Card>\n\n{/* [no](https://no.example)\n\n' +
          '[no](https://no.example) */} [c](https://c.example)\n\n<Tab>\n```js\n\n[no](https://no.example)\n```\n</Tab>\n' +
          '\n[d](https://d.example)\n',
        'mdx',
      ),
      ['htmlLink https://a.example', ...['b', 'c', 'd'].map(name => `link https://${name}.example`)],
    );
  });

  it('reads divs, HTML and chunks of Quarto and R Markdown', () => {
    assert.deepEqual(
      read(
        '::: {.callout-note}\n[a](https://a.example) @b\n:::\n\n<div>\n[c](https://c.example)\n</div>\n\n' +
          '```{r}\n#| cap: "[no](https://no.example)"\nx@no\n```\n\nAn `r x@no` in text^[See [@d].]\n',
        'pandoc',
      ),
      ['link https://a.example', 'key b', 'link https://c.example', 'key d'],
    );
  });

  it('reads a chunk whose options have backticks as one', () => {
    const chunk = '```{r plot, fig.cap="Made by `plot()`, see [@no]"}\n# [@no]\n```\n';
    assert.deepEqual(read(`- [@a]\n\n${chunk}\n[@b]\n`, 'pandoc'), ['key a', 'key b']);
    assert.deepEqual(read('```{.r} of code```{.r} [@a]\n', 'pandoc'), ['key a']);
  });

  it('reads no shortcodes of Quarto and Hugo, no attributes of Pandoc, no expressions of MDX', () => {
    const shortcodes = '{{< video https://no.example >}} {{% a "@no" %}} [@a] {{< @b';
    assert.deepEqual(read(shortcodes), ['key a', 'key b']);
    assert.deepEqual(
      read(
        `${shortcodes} [c](https://c.example){.d key="https://no.example"} ![e @f](g.png){#fig-g fig-alt="@no}"} @fig-g @h {@i}\n\n` +
          '::: {.callout-note title="@no"}\n@j, see @Tbl-k and @sec-l.\n:::\n\n## M [@n] {#sec-m .o}\n\n(@good) An example.\n',
        'pandoc',
      ),
      [
        'key a',
        'key b',
        'link https://c.example',
        ...['f', 'h', 'i', 'j', 'n', 'good'].map(key => `key ${key}`),
      ],
    );
    assert.deepEqual(
      read('{f("https://no.example", {a: "@no"})} [b](https://b.example) \\{@c\\} {@d [@e]\n', 'mdx'),
      ['link https://b.example', 'key c', 'key d', 'key e'],
    );
  });

  it('reads no tags, values and code of Liquid and Hugo', () => {
    const lines = [
      '{% cite "@no" %} {{ "[@no]" | x }} [@a] {% raw %}[@no] {{{% endraw %} @b',
      '{%- highlight js -%} @no',
      '',
      '[no](https://no.example)',
      '',
      '{% endhighlight %}',
      '[c](https://c.example)',
      '{{< highlight go >}}',
      '@no',
      '{{< /highlight >}}',
      '',
      '{% raw %}',
      '',
      '[d](https://d.example){% if e %}[@e]{% endif %} {% highlight x %} @f {{ @g',
    ];
    const right = [
      'key a',
      'key b',
      'link https://c.example',
      'link https://d.example',
      'key e',
      'key f',
      'key g',
    ];
    assert.deepEqual(read(lines.join('\n')), right);
    assert.deepEqual(read('{% x [@a] %}', 'pandoc'), ['key a']);
  });

  it('reads no keys in HTML of code, but its links', () => {
    assert.deepEqual(read('<code>[@no] [a](https://a.example)</code> @b <kbd>@c'), [
      'link https://a.example',
      'key b',
      'key c',
    ]);
  });

  it('grows linearly with hostile text', function () {
    this.timeout(60_000);
    const hostile =
      '[ ![ ] [a](b [a](b) ![[a](b) [a][ [b [a]( [](( [](<a [](a" [](a\' <a_ <a_b=\' <a_b=" <!-- <? <![CDATA[ <b@c ` `a`` $a $$ ' +
      '@a @{ { {{ {{< {{% {.a=" } {{} [@a www. www.: https:// https://a( https://a) https://a; {/* \\ [^1] [^1][ &a; <a_b="_\'c';
    const parts = [
      ...hostile.split(' ').map(part => part.replaceAll('_', ' ')),
      '[](  ',
      '[a]\n',
      '- [a](',
      '\n\n{/*',
      '{% raw %}',
      '{% highlight x %}\n',
      '<code>@a',
      '\\a{',
      '\\a[',
      '\\begin{a}',
      '\\begin{a}\\end{b}',
    ];
    const work = (part: string, length: number) => {
      const text = `${part.repeat(length / part.length)}x\n\n[a]: /a\n\n[^1]: b\n`;
      return () => {
        for (const dialect of ['markdown', 'mdx', 'pandoc'] as const) citationsIn(text, dialect);
      };
    };
    const named = Object.fromEntries(parts.map(part => [part, part]));
    assert.deepEqual(superlinear(named, work, [4000, 32_000]), []);
  });
});

/** Park and Miller's generator, 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
