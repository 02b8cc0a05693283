import assert from 'node:assert/strict';
import { hasPairedQuotes } from '../../../src/core/csl/quotationMarks';
import { readMarkdown } from './formattedText';
import { post } from './posts';
import { formatterOf } from './styles';

const styled = (attributes: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout prefix="(cf. "
  suffix=")" delimiter=" and "><text variable="title" ${attributes}/></layout></citation></style>`;
const plain = formatterOf(styled(''));
const quoting = formatterOf(styled('quotes="true"'));
const quotingInGerman = formatterOf(styled('quotes="true"'), 'de-DE');
const capitalising = formatterOf(styled('text-case="title"'));
const shown = (title: string, formatter = plain): string =>
  readMarkdown(formatter.citation([{ post: post('a', { title }) }], [])).text.slice('(cf. '.length, -1);

describe('The quotation marks of a title in a style', () => {
  it('are those of its language where they pair, nested ones in turn', () => {
    const titles = {
      '"A" and (“B”)': ['“A” and (“B”)', '“‘A’ and (‘B’)”', '„‚A‘ and (“B”)“'],
      '"\'A\' is" b': ['“‘A’ is” b', '“‘“A” is’ b”', '„‚„A“ is‘ b“'],
      'alert("XSS"), O\'Brien\'s': [
        'alert(“XSS”), O’Brien’s',
        '“alert(‘XSS’), O’Brien’s”',
        '„alert(‚XSS‘), O’Brien’s“',
      ],
      "The users' guide": ['The users’ guide', '“The users’ guide”', '„The users’ guide“'],
    };
    for (const [title, expected] of Object.entries(titles)) {
      assert.deepEqual([shown(title), shown(title, quoting), shown(title, quotingInGerman)], expected);
    }
  });

  it('stay as they are where they do not, and so does what stands beside them', () => {
    for (const title of [
      '<IMG """><SCRIPT>alert("XSS")</SCRIPT>">',
      '"a" "\'b\'" ("c")',
      'A 5" disk (") and "b"',
      '{\'a\': "b"}',
      "print('x')",
      '""',
      '“”',
      "''",
    ]) {
      assert.ok(!hasPairedQuotes(title), title);
      assert.equal(shown(title), title);
      assert.equal(shown(title, quoting), `“${title}”`);
      assert.equal(shown(title, quotingInGerman), `„${title}“`);
    }
  });
});

describe('A title in a style', () => {
  it('keeps the punctuation that it begins with', () => {
    assert.equal(shown('.NET 8 is out', quoting), '“.NET 8 is out”');
    assert.equal(shown('.NET 8 is out', capitalising), '.NET 8 Is Out');
  });

  it('is linked where it stands, not where what is around it reads alike', () => {
    const posts = ['c', 'a', 'and'].map(title => post(title, { title, url: `https://${title}.example/` }));
    assert.equal(
      plain.citation(
        posts.map(one => ({ post: one })),
        posts,
      ),
      '(cf. [c](https://c.example/) and [a](https://a.example/) and [and](https://and.example/))',
    );
  });
});
