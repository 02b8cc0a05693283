import assert from 'node:assert/strict';
import { renderCitation } from '../../../src/core/citation';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { check } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { locking, names } from './posts';

const known = new KnownPosts();
runWhole(known.setPosts([locking, names]));

const findings = (text: string) => check(new DocumentAnalysis(text, 'markdown'), known);
const found = (text: string) =>
  findings(text)
    .filter(({ code }) => code === 'contradictingText')
    .map(({ part, start, end }) => `${part}|${text.slice(start, end)}`);

function fixed(text: string): string {
  const edits = findings(text).flatMap(({ fixes }) => fixes.find(fix => fix.isPreferred)?.edits ?? []);
  return applyEdits(text, edits);
}

describe('footnotes that contradict their post', () => {
  const note = (text: string) => `A.[^k]\n\n[^k]: ${text} <${locking.url}>\n`;

  it('finds another title and another year', () => {
    const wrong = note(
      'Martin Kleppmann. "How to do distributed mutexes." *Martin’s Blog*, February 8, 2015.',
    );
    assert.deepEqual(found(wrong), ['title|How to do distributed mutexes', 'year|2015']);
    assert.equal(
      fixed(wrong),
      note('Martin Kleppmann. "How to do distributed locking." *Martin’s Blog*, February 8, 2016.'),
    );
    assert.deepEqual(found(note('M. Kleppmann. “A thing of its own,” 2016.')).length, 1);
    const stop = `[^k]\n\n[^k]: "What happens when you update your CDN." 2022. <${names.url}>\n`;
    assert.match(fixed(stop), /: "What happens when you update your DNS\?" 2022\. </);
  });

  it('finds other authors, in notes and entries of any common style', () => {
    assert.deepEqual(found(note('Julia Evans. "How to do distributed locking." 2016.')), [
      'author|Julia Evans',
    ]);
    assert.deepEqual(
      found(note('Julia Evans, “How to Do Distributed Locking,” *Blog* (blog), May 3, 2015,')),
      ['author|Julia Evans', 'year|2015'],
    );
    const entry = (text: string) => `- ${text} ${locking.url}\n`;
    const right = 'Kleppmann, M. (2016, February 8). How to do distributed locking. *Blog*.';
    assert.deepEqual(found(entry(right) + note(right)), []);
    assert.deepEqual(found(entry(right.replace('2016', '2015'))), ['year|2015']);
    assert.deepEqual(found(entry(right.replace('Kleppmann, M.', 'Evans, J.'))), ['author|Evans, J.']);
    assert.deepEqual(found(entry('Evans, J. (2016). Why that matters. See')), []);
  });

  it('finds entries that are of another post as a whole, and changes none by itself', () => {
    const entry = (title: string) => `- Evans, J. (2022, May 5). ${title} *Blog*. <${locking.url}>\n`;
    for (const [title, said] of [
      ['What happens when you update your DNS?', 'What happens when you update your DNS?'],
      ['*What Happens When You Update Your DNS?*', 'What Happens When You Update Your DNS?'],
    ] as const) {
      assert.deepEqual(found(entry(title)), [`title|${said}`], title);
      const { fixes } = findings(entry(title)).find(({ part }) => part === 'title')!;
      assert.deepEqual(
        fixes.map(({ detail, isPreferred }) => [detail, isPreferred]),
        [[locking.title, undefined]],
      );
    }
    const other = '- Kleppmann, M. (2016). *How to do distributed locking*. <https://dns.example/update>\n';
    assert.deepEqual(found(other), ['title|How to do distributed locking']);
    assert.deepEqual(found(entry('A title that no post has.')), []);
  });

  it('finds nothing in notes as Byline writes them, whatever the post', () => {
    const titles = ['A "quoted" title', 'It *is* [so]', 'In 1999. And “on”', 'Why?', 'A_b_c', 'Ends.', 'x'];
    for (const title of titles) {
      for (const issued of [
        undefined,
        { year: 2020 },
        { year: 2020, month: 5 },
        { year: 1999, month: 5, day: 3 },
      ]) {
        const post = makePost({
          id: 'one',
          title,
          author: [{ literal: 'The 2018 Team' }],
          containerTitle: 'Blog of 2017',
          url: 'https://one.example/2016/a',
          ...(issued && { issued }),
        });
        const one = new KnownPosts();
        runWhole(one.setPosts([post]));
        const { text, definition } = renderCitation(post, 'footnote', { label: 'one' });
        const document = new DocumentAnalysis(`A${text}\n\n${definition}\n`, 'markdown');
        assert.deepEqual(check(document, one), [], definition);
      }
    }
  });

  it('leaves notes of the writer’s own alone', () => {
    for (const text of [
      'He calls it "a thing of its own", see',
      '"A thing of its own."',
      'Kleppmann. "How to do distributed locking." Accessed May 3, 2024.',
      'As Kleppmann says, "locks are hard". That was in 2015.',
      'See also "How to do distributed", and in 2015',
      '"Other." 2011. <https://other.example/>, and',
    ]) {
      assert.deepEqual(found(note(text)), [], text);
    }
  });
});
