import assert from 'node:assert/strict';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { check } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { locking, names } from './posts';

const micro = makePost({
  id: 'fowler2014',
  title: 'Microservices',
  author: [{ family: 'Fowler', given: 'Martin' }],
  issued: { year: 2014, month: 3 },
  url: 'https://fowler.example/m',
});
const known = new KnownPosts();
runWhole(known.setPosts([locking, names, micro]));

const findings = (text: string) => check(new DocumentAnalysis(text, 'markdown'), known);
const found = (text: string) =>
  findings(text)
    .filter(({ code }) => code === 'contradictingText')
    .map(({ part, start, end }) => `${part}|${text.slice(start, end)}`);

function fixed(text: string): string {
  const edits = findings(text).flatMap(({ fixes }) => fixes.find(fix => fix.isPreferred)?.edits ?? []);
  return applyEdits(text, edits);
}

const link = (text: string, { url } = locking) => `See [${text}](${url}).`;

describe('texts that contradict their post', () => {
  it('finds the title of another post, and leaves it open which of the two is meant', () => {
    const text = link(names.title);
    assert.deepEqual(found(text), [`title|${names.title}`]);
    const [finding] = findings(text);
    assert.equal(applyEdits(text, finding!.fixes[0]!.edits), link(locking.title));
    assert.equal(fixed(text), text);
    assert.deepEqual(found(link('How to do distributed locking', names)).length, 1);
    assert.deepEqual(found(link('Microservices')), []);
    assert.deepEqual(found(`${link(names.title, names)} ${link('what happens when')}`), []);
  });

  it('finds a title with words put between, and none with words left out or around it', () => {
    assert.deepEqual(found(link('How to not do distributed locking')).length, 1);
    assert.equal(fixed(link('How to not do distributed locking')), link(locking.title));
    for (const text of [
      'How to do the distributed locking',
      'Kleppmann: How to do distributed locking',
      'How to do distributed locking | Martin’s Blog',
      'how to never do distributed locking',
      'How to do locking',
    ]) {
      assert.deepEqual(found(link(text)), [], text);
    }
  });

  it('finds a year behind the family name of the author, and over two lines', () => {
    assert.deepEqual(found(link('Kleppmann 2015')), ['year|2015']);
    assert.deepEqual(found(link('Martin Kleppmann 2015')), ['year|2015']);
    assert.equal(fixed(link('Kleppmann,\n2015')), link('Kleppmann,\n2016'));
    assert.equal(fixed(`> ${link('Kleppmann\r\n> (2015)')}`), `> ${link('Kleppmann\r\n> (2016)')}`);
    for (const text of ['Kleppmann 2016', 'Summer 2015', 'Martin 2015', 'Locks 2015', 'Kleppmann Talk 2015'])
      assert.deepEqual(found(link(text)), [], text);
  });

  it('finds an author who shares a given name only', () => {
    assert.deepEqual(found(link('Martin Fowler (2016)')), ['author|Martin Fowler']);
    for (const text of ['Martin Kleppmann (2016)', 'Martin (2016)', 'Kleppmann (2016)'])
      assert.deepEqual(found(link(text)), [], text);
  });
});
