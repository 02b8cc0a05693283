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
const parts = makePost({ id: 'p', title: 'Spring cleaning: Part 1', url: 'https://parts.example/1' });
const trains = makePost({
  id: 'mueller2022',
  title: 'Größere Züge',
  author: [
    { family: 'Müller', given: 'Jürgen' },
    { family: 'Öz', given: 'Ayşe' },
    { family: 'Berg', given: 'Jan', nonDroppingParticle: 'van den' },
  ],
  issued: { year: 2022 },
  url: 'https://trains.example/1',
});
const context = makePost({
  id: 'c',
  title: 'Patterns of Concurrency in Go: Context',
  url: 'https://go.example/context',
});
const systems = makePost({
  id: 'tanaka2022',
  title: '分散システム',
  author: [{ family: '田中', given: '太郎' }],
  issued: { year: 2022 },
  url: 'https://systems.example/1',
});
const known = new KnownPosts();
runWhole(known.setPosts([locking, names, micro, parts, trains, systems, context]));

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

  it('finds another number, part or subtitle than the title has, and takes less of it for a fair shortening', () => {
    assert.deepEqual(found(link('Spring cleaning: Part 2', parts)), ['title|Spring cleaning: Part 2']);
    assert.equal(found(link('How to do distributed locking: Part Two')).length, 1);
    assert.equal(found(link('How to do distributed locking: A Practical Guide')).length, 1);
    assert.equal(found(link('How to do distributed locking with Redis')).length, 1);
    for (const text of [
      'How to do distributed locking – Martin Kleppmann',
      'How to do distributed locking: Martin’s classic',
      'How to do distributed locking (slides)',
      'How to do distributed locking with my notes',
      'how to do distributed locking with Redis',
      'Distributed Locking',
    ]) {
      assert.deepEqual(found(link(text)), [], text);
    }
    for (const text of ['Spring cleaning', 'Spring cleaning (Part One)', 'Spring Cleaning: part I'])
      assert.deepEqual(found(link(text, parts)), [], text);
    const series = (subtitle: string) => link(`Patterns of Concurrency in Go: ${subtitle}`, context);
    assert.equal(found(series('Pipelines')).length, 1);
    assert.deepEqual(found(series('the package') + series('Context, Explained')), []);
    assert.deepEqual(found(link('What happens when you update your D.N.S.?', names)), []);
  });

  it('finds a person who is no author beside one who is', () => {
    assert.deepEqual(found(link('Smith & Kleppmann, 2016')), ['author|Smith & Kleppmann']);
    assert.equal(fixed(link('Smith & Kleppmann, 2016')), link('Kleppmann, 2016'));
    assert.equal(fixed(link('Kleppmann et al. (2016)')), link('Kleppmann (2016)'));
    assert.equal(fixed(link('Öz et al. (2022)', trains)), link('Müller et al. (2022)', trains));
    for (const text of [
      'M. Kleppmann, 2016',
      'see Kleppmann, 2016',
      'Kleppmann, Martin (2016)',
      'Martin’s Blog, 2016',
    ])
      assert.deepEqual(found(link(text)), [], text);
  });

  it('finds an author of another post before a year without a comma', () => {
    assert.deepEqual(found(link('Evans 2016')), ['author|Evans']);
    assert.deepEqual(found(link('Roe et al. 2016')), ['author|Roe et al.']);
    for (const text of ['Summer 2016', 'Strange Loop 2015', 'Kleppmann, “How to do distributed locking.”'])
      assert.deepEqual(found(link(text)), [], text);
  });

  it('knows names with particles, in other spellings and scripts', () => {
    for (const text of [
      'Mueller, Oez & van den Berg (2022)',
      'Müller et al., 2022',
      'Müller and colleagues (2022)',
      'J. Müller u. a. 2022',
      'Van den Berg, 2022',
      'Berg (2022)',
      'Müller’s 2022 post',
    ])
      assert.deepEqual(found(link(text, trains)), [], text);
    for (const text of ['Tanaka, 2022', '田中 (2022)', '田中太郎 2022'])
      assert.deepEqual(found(link(text, systems)), [], text);
    assert.deepEqual(found(link('Möller, Öz & van den Berg (2022)', trains)).length, 1);
    assert.deepEqual(found(link('山田 (2022)', systems)).length, 1);
    assert.deepEqual(found(link('Müller’s 2021 post', trains)), ['year|2021']);
    assert.deepEqual(found(link('田中 (2021)', systems)), ['year|2021']);
    assert.deepEqual(found(link('vgl. Müller, 2021, S. 3', trains)), ['year|2021']);
  });

  it('compares the year and the author beside a link with its title', () => {
    const [title, url] = [locking.title, locking.url];
    assert.deepEqual(found(`[${title}](${url}) (Kleppmann, 2015)`), ['year|2015']);
    assert.deepEqual(found(`*[${title}](${url})*, 2015.`), ['year|2015']);
    assert.deepEqual(found(`[Kleppmann](${url}) (2015) says`), ['year|2015']);
    assert.deepEqual(found(`- Kleppmann, M. (2015, May 3). [${title}](${url}).`), ['year|2015']);
    assert.deepEqual(found(`- Evans, J. (2016). *[${title}](${url})*.`), ['author|Evans, J.']);
    assert.deepEqual(found(`“[${title}](${url})” by Julia Evans`), ['author|Julia Evans']);
    assert.equal(fixed(`[${title} by Julia Evans](${url})`), `[${title} by Kleppmann](${url})`);
    for (const text of [
      `[${title}](${url}) (2016; read in 2019), [${title}](${url}) (QCon, 2015)`,
      `In 2019 I read [${title}](${url}), 2020 being far away`,
      `[${title}](${url}) by Google Cloud, [${title}](${url}) by Martin in 2015`,
      `[a post](${url}) (2015) by Julia Evans`,
      `Further Reading: [${title}](${url})`,
      `Julia Evans, of whom we read [${title}](${url})`,
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});
