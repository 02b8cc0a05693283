import assert from 'node:assert/strict';
import type { CitationDetails } from '../../../src/core/citation/details';
import type { Post } from '../../../src/core/post';
import { readMarkdown } from './formattedText';
import { post } from './posts';
import { formatterOf } from './styles';

const netflix = post('netflix', {
  title: 'Pushy to the limit',
  author: [
    { family: 'Castrapel', given: 'Rick' },
    { family: 'Patel', given: 'Ann' },
  ],
  containerTitle: 'The Blog',
  issued: { year: 2021, month: 5, day: 3 },
});
const again = { ...netflix, id: 'again', title: 'Again, and again', url: 'https://blog.example/again' };
const knuth = post('knuth', { author: [{ family: 'Knuth', given: 'D. E.' }], issued: { year: 2020 } });
const anonymous = post('anonymous', { title: 'Nobody wrote *this*' });
const { url: _, ...unaddressed } = { ...knuth, id: 'unaddressed', issued: { year: 1999 } };
const all = [netflix, again, knuth, anonymous, unaddressed];

function cite(
  style: string,
  posts: readonly Post[],
  details?: CitationDetails,
  cited: readonly Post[] = all,
): string {
  const items = posts.map((post, at) => ({ post, ...(at === 0 && details && { details }) }));
  return formatters(style).citation(items, cited);
}

const made = new Map<string, ReturnType<typeof formatterOf>>();
function formatters(style: string) {
  const formatter = made.get(style) ?? formatterOf(style);
  made.set(style, formatter);
  return formatter;
}

describe('A citation in a style', function () {
  this.timeout(20_000);

  it('tells its kind', () => {
    const styles = ['apa', 'ieee', 'chicago-note-bibliography', 'chicago-fullnote-bibliography'];
    assert.deepEqual(
      styles.map(style => formatters(style).kind),
      ['inText', 'numeric', 'note', 'note'],
    );
  });

  it('links each cite to its post, and the brackets with a number', () => {
    assert.equal(
      cite('apa', [knuth, netflix], undefined, [netflix, knuth]),
      '([Castrapel & Patel, 2021](https://blog.example/netflix); [Knuth, 2020](https://blog.example/knuth))',
    );
    assert.equal(
      cite('ieee', [netflix, knuth]),
      '[\\[1\\]](https://blog.example/netflix), [\\[3\\]](https://blog.example/knuth)',
    );
  });

  it('is text where the post has no address', () => {
    assert.equal(cite('apa', [unaddressed]), '(Knuth, 1999)');
    assert.equal(cite('ieee', [unaddressed]), '\\[5\\]');
  });

  it('tells posts apart that would read alike', () => {
    assert.equal(cite('apa', [netflix]), '([Castrapel & Patel, 2021b](https://blog.example/netflix))');
    assert.equal(
      cite('apa', [netflix], undefined, [netflix]),
      '([Castrapel & Patel, 2021](https://blog.example/netflix))',
    );
    assert.equal(
      cite('apa', [netflix, again]),
      '([Castrapel & Patel, 2021b](https://blog.example/netflix), [2021a](https://blog.example/again))',
    );
  });

  it('tells the authors alone, and all but the authors, for a sentence that names them', () => {
    const told = (style: string, form: 'authors' | 'withoutAuthors') =>
      formatters(style).citation([{ post: netflix, form }], [netflix]);
    assert.equal(told('apa', 'authors'), 'Castrapel & Patel');
    assert.equal(told('apa', 'withoutAuthors'), '([2021](https://blog.example/netflix))');
    assert.equal(told('ieee', 'withoutAuthors'), '[\\[1\\]](https://blog.example/netflix)');
  });

  it('tells a post without authors by its title', () => {
    assert.equal(
      cite('apa', [anonymous]),
      '([*Nobody Wrote \\*this\\**, n.d.](https://blog.example/anonymous))',
    );
  });

  it('numbers posts by the order in which they are cited, those that are new at the end', () => {
    const { citation } = formatters('ieee');
    assert.equal(citation([{ post: knuth }], [knuth, netflix]), '[\\[1\\]](https://blog.example/knuth)');
    assert.equal(
      citation([{ post: knuth }], [netflix, netflix, knuth]),
      '[\\[2\\]](https://blog.example/knuth)',
    );
    assert.equal(citation([{ post: knuth }], [netflix, again]), '[\\[3\\]](https://blog.example/knuth)');
  });

  it('says what stands before and behind a cite, and where in the post, beside the link or in it', () => {
    const details = { prefix: 'see', suffix: 'for more', locator: { label: 'section', value: '3' } } as const;
    const link = 'https://blog.example/knuth';
    assert.equal(cite('apa', [knuth], details), `(see [Knuth, 2020, Section 3](${link}), for more)`);
    assert.equal(
      cite('chicago-author-date', [knuth], details),
      `(see [Knuth 2020, sec. 3](${link}), for more)`,
    );
    assert.match(
      cite('chicago-note-bibliography', [knuth], details),
      /^See \[Knuth, .* sec\. 3\]\(.*\), for more\.$/,
    );
    assert.equal(cite('ieee', [knuth], details), `see [\\[3, Sec. 3\\]](${link}), for more`);
    assert.equal(cite('apa', [knuth], { suffix: '*' }), `([Knuth, 2020](${link})\\*)`);
  });

  it('points to a quote with its address alone', () => {
    const details = { locator: { label: 'quote', value: 'at scale' } } as const;
    assert.equal(
      cite('apa', [knuth], details),
      '([Knuth, 2020](https://blog.example/knuth#:~:text=at%20scale))',
    );
    assert.match(
      cite('chicago-fullnote-bibliography', [knuth], details),
      /\]\(https:\/\/blog\.example\/knuth#:~:text=at%20scale\)\.$/,
    );
  });

  it('is a whole note in a note style, which is linked where it gives no address', () => {
    assert.equal(
      cite('chicago-fullnote-bibliography', [netflix]),
      'Rick Castrapel and Ann Patel, “Pushy to the Limit,” *The Blog* (blog), May 3, 2021, <https://blog.example/netflix>.',
    );
    assert.equal(
      cite('chicago-note-bibliography', [netflix]),
      '[Castrapel and Patel, “Pushy to the Limit.”](https://blog.example/netflix)',
    );
  });

  it('follows a post that is changed under its key', () => {
    const changed = { ...knuth, issued: { year: 2022 } };
    assert.match(cite('apa', [knuth], undefined, [knuth]), /2020/);
    assert.match(cite('apa', [changed], undefined, [changed]), /2022/);
    assert.match(cite('apa', [knuth], undefined, [knuth]), /2020/);
  });

  it('is the same whatever was asked before', () => {
    const fresh = formatterOf('chicago-author-date');
    const used = formatters('chicago-author-date');
    used.bibliography([anonymous, again]);
    used.citation([{ post: again }], [again, knuth]);
    for (const post of all) {
      assert.equal(used.citation([{ post }], all), fresh.citation([{ post }], all));
    }
    assert.deepEqual(used.bibliography(all), fresh.bibliography(all));
  });

  it('knows a post twice where it is cited twice, and cites nothing where nothing is', () => {
    assert.match(cite('ieee', [knuth, knuth]), /^\[\\\[3\\\]\]\(\S+\), \[\\\[3\\\]\]\(\S+\)$/);
    assert.equal(cite('apa', []), '');
    assert.deepEqual(formatters('apa').bibliography([]), []);
  });

  it('escapes what would end a table cell, and what is a label in the document', () => {
    const piped = { ...knuth, id: 'piped', author: [{ literal: 'A | B' }], url: 'https://blog.example/?a=|' };
    const { citation, bibliography } = formatters('apa');
    assert.equal(
      citation([{ post: piped }], [piped], { tableCell: true }),
      '([A \\| B, 2020](https://blog.example/?a=%7C))',
    );
    assert.match(
      bibliography([piped], { tableCell: true })[0]!.text,
      /^A \\\| B\. \(2020\)\. .* <https:\/\/blog\.example\/\?a=%7C>$/,
    );
    const entry = (isLabel: (label: string) => boolean) =>
      formatters('ieee').bibliography([knuth], { isLabel })[0]!.text;
    assert.match(
      entry(() => false),
      / \[Online\]\./,
    );
    assert.match(
      entry(label => label === 'Online'),
      / \\\[Online\\\]\./,
    );
  });

  it('speaks the language that is chosen', () => {
    const said = (language: string) =>
      formatterOf('chicago-author-date', language).citation([{ post: anonymous }], []);
    assert.match(said('de'), /o\.\sJ\./);
    assert.match(said('fr-CA'), /s\.\sd\./);
    assert.match(said('sv'), /n\.d\./);
  });

  it('keeps the letters of names of code where a style capitalises the words of a title', () => {
    const title =
      'from node.js to std::vector and node_modules/.bin, a/b tests and snake_case at example.com';
    assert.match(
      formatters('chicago-author-date').bibliography([{ ...knuth, title }])[0]!.text,
      /“From node\.js to std::vector and node_modules\/\.bin, a\/b Tests and snake_case at example\.com\.”/,
    );
  });

  it('names a team beside persons as style guides do', () => {
    const author = [knuth.author[0]!, { literal: 'The Tools Team' }];
    assert.match(
      formatters('apa').bibliography([{ ...knuth, author }])[0]!.text,
      /^Knuth, D\. E\., & The Tools Team\. /,
    );
    assert.equal(
      cite('apa', [{ ...knuth, id: 'team', author }]),
      '([Knuth & The Tools Team, 2020](https://blog.example/knuth))',
    );
  });

  it('gives the title where a style prints nothing else of a post', () => {
    const style =
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout prefix="(" suffix=")" delimiter="; "><names variable="author"/></layout></citation></style>';
    const formatter = formatterOf(style);
    assert.equal(
      formatter.citation([{ post: anonymous }], []),
      '[Nobody wrote \\*this\\*](https://blog.example/anonymous)',
    );
    assert.equal(
      formatter.citation([{ post: knuth }, { post: anonymous }], []),
      '([D. E. Knuth](https://blog.example/knuth)); [Nobody wrote \\*this\\*](https://blog.example/anonymous)',
    );
    assert.deepEqual(formatter.bibliography([knuth]), []);
  });

  it('gives the titles of posts in a bibliography where a style prints nothing else of them', () => {
    for (const number of ['', '<text variable="citation-number" suffix=". "/>']) {
      const layout = '<names variable="author"/>';
      const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout>${number}${layout}</layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
      assert.deepEqual(formatterOf(style).bibliography([knuth, anonymous]), [
        { id: 'knuth', text: 'D. E. Knuth' },
        { id: 'anonymous', text: '[Nobody wrote \\*this\\*](https://blog.example/anonymous)' },
      ]);
    }
  });

  it('has the characters of a title, but such as no text has', () => {
    const titles = [
      '\ufdd2x\ufdd2',
      '\ufdd0i>',
      '\ufdd1\ue000',
      'a² mª™',
      '[NO_PRINTED_FORM]',
      '\\* a * \\\\*',
    ];
    for (const title of titles) {
      const [entry] = formatters('ieee').bibliography([{ ...knuth, id: title, title }]);
      const shown = title.replace(/[\ufdd0-\ufdd3]/g, '');
      assert.ok(
        readMarkdown(entry!.text).text.includes(`“${shown},”`) ||
          readMarkdown(entry!.text).text.includes(`“${shown}.”`),
        entry!.text,
      );
    }
  });

  it('raises the numbers of a style that does, each linked', () => {
    const style =
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation collapse="citation-number"><layout vertical-align="sup" delimiter=","><text variable="citation-number"/></layout></citation></style>';
    assert.equal(
      formatterOf(style).citation([{ post: knuth }, { post: anonymous }], []),
      '[¹](https://blog.example/knuth),[²](https://blog.example/anonymous)',
    );
  });
});
