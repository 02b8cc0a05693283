import assert from 'node:assert/strict';
import { createSearch } from '../../../src/core/search';
import { post } from './posts';

const posts = [
  post('hack', 'Hack Day Goes Remote', ['Carenina Garcia Motion', 'Leslie Posada']),
  post('consoleme', 'ConsoleMe: A Central Control Plane for AWS Permissions', [
    'Curtis Castrapel',
    'Hee Won Kim',
  ]),
  post('cosmos', 'A Platform for Media Microservices', ['Frank San Miguel'], {
    keywords: ['media', 'workflows'],
  }),
  post('shakespeare', 'Copy Tests without Engineers', ['José Martínez'], {
    abstract: 'A tool known as Shakespeare.',
  }),
  post('micro', '微服务架构的演进', ['王小明']),
].map(each => ({ ...each, containerTitle: 'Netflix Technology Blog' }));
const search = createSearch(posts);
const found = (query: string) => search.search(query).hits.map(hit => hit.post.id);

describe('search', () => {
  it('finds a post by mistyped words of title, author and publication, in any order', () => {
    assert.equal(found('netflx castrapel consolme')[0], 'consoleme');
    assert.equal(found('consolme castrapel netflx')[0], 'consoleme');
    assert.equal(found('cnosoleme')[0], 'consoleme');
  });

  it('finds words of every field', () => {
    for (const word of ['platform', 'miguel', 'workflows']) assert.deepEqual(found(word), ['cosmos'], word);
    assert.deepEqual(found('shakespeare'), ['shakespeare']);
    assert.equal(found('netflix').length, posts.length);
  });

  it('ignores case and accents on both sides', () => {
    assert.deepEqual(found('martinez JOSE'), ['shakespeare']);
    assert.deepEqual(found('Pósada'), ['hack']);
  });

  it('finds the beginning and the inside of words', () => {
    assert.deepEqual(found('castr'), ['consoleme']);
    assert.deepEqual(found('services'), ['cosmos']);
  });

  it('finds text written without spaces by any of its characters', () => {
    for (const query of ['微服务', '架构', '服', '小明', '王'])
      assert.deepEqual(found(query), ['micro'], query);
  });

  it('finds words of abstracts in scripts without spaces', () => {
    const of = createSearch([post('a', 'Notes', [], { abstract: '关于微服务的延迟' }), post('b', 'Notes')]);
    assert.deepEqual(
      of.search('延迟').hits.map(hit => hit.post.id),
      ['a'],
    );
  });

  it('counts the place of a word only in titles that begin with the words before it', () => {
    const second = post('second', 'Remote Outages Seen in Production', [], { issued: { year: 2001 } });
    const third = post('third', 'Remote Seen Outages in Production', [], { issued: { year: 2002 } });
    const { hits } = createSearch([second, third]).search('production outages');
    assert.deepEqual(
      hits.map(hit => hit.post.id),
      ['third', 'second'],
    );
  });

  it('finds phrases of abstracts by all their words, short and frequent ones too', () => {
    const abstract = 'We present the state of the art of scaling the cloud with go routines.';
    const of = createSearch([post('a', 'Notes', [], { abstract }), post('b', 'State of Art, Go Cloud')]);
    const ids = (query: string) => of.search(query).hits.map(hit => hit.post.id);
    for (const phrase of ['state of the art', 'go routines', 'the cloud', 'of scaling', 'with go', 'go']) {
      assert.ok(ids(`"${phrase}"`).includes('a'), phrase);
      assert.ok(!ids(`-"${phrase}"`).includes('a'), `-${phrase}`);
    }
    assert.deepEqual(ids('"state of the cloud"'), []);
    assert.deepEqual(ids('-"state of the cloud"').sort(), ['a', 'b']);
    assert.deepEqual(ids('"state of"').sort(), ['a', 'b']);
  });

  it('finds phrases of nothing but frequent words in titles', () => {
    const of = createSearch([post('a', 'Which of These Are It'), post('b', 'It Which')]);
    assert.deepEqual(
      of.search('"which of these"').hits.map(hit => hit.post.id),
      ['a'],
    );
  });

  it('finds nothing for an empty query or words that are nowhere', () => {
    for (const query of ['', '  ', '?!', 'qqqqqqqq']) assert.deepEqual(found(query), [], query);
  });

  it('takes a word that is half a name for more than one of a long name', () => {
    const title = 'Notes on a Migration';
    const of = createSearch([
      post('long', title, ['Jane Doe'], { containerTitle: 'The Journal of Otter Research and Rivers' }),
      post('short', title, ['Jane Doe'], { containerTitle: 'Otter Blog', issued: { year: 1990 } }),
    ]);
    assert.equal(of.search('otter migration').hits[0]?.post.id, 'short');
  });

  it('lets Fuse.js tell posts apart that the words do not', () => {
    const of = createSearch([
      post('inside', 'Cats and Boats', [], { keywords: ['bobcats'], issued: { year: 1990 } }),
      post('newer', 'Cats and Boats', [], { keywords: ['harbour'], issued: { year: 2020 } }),
    ]);
    const hits = of.search('cats').hits;
    assert.deepEqual(
      hits.map(hit => hit.post.id),
      ['inside', 'newer'],
    );
    assert.ok(hits[0]!.score - hits[1]!.score < 0.05, 'but has a small share');
  });

  it('ranks a post by what it says since it was replaced', () => {
    const of = createSearch([post('a', 'Otters at Sea'), post('b', 'Rivers', [], { keywords: ['otters'] })]);
    const first = () => of.search('otters').hits[0]?.post.id;
    assert.equal(first(), 'a');
    of.add(post('a', 'Seals, Walruses, Whales, Terns, Gulls, Krill and Otters at Sea in a Storm'));
    of.add(post('b', 'Otters'));
    assert.equal(first(), 'b');
  });

  it('leaves posts out for one query only', () => {
    const of = createSearch([post('a', 'Otters at Sea')]);
    for (const query of ['-rivers', '-otters', '-rivers', 'otters']) {
      assert.equal(of.search(query).total, query === '-otters' ? 0 : 1, query);
    }
  });

  it('gives scores from 0 to 1 that never rise', () => {
    const scores = search.search('netflix media').hits.map(hit => hit.score);
    assert.ok(scores.every((score, at) => score >= 0 && score <= 1 && score <= (scores[at - 1] ?? 1)));
  });
});
