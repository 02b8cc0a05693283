import assert from 'node:assert/strict';
import { problemLine } from '../../../src/core/problemText';
import { parseSources } from '../../../src/core/sources/parseSources';

const feed = { kind: 'feed', location: 'https://blog.example/feed.xml' };

describe('the sources of the settings', () => {
  it('keep what the user says of each', () => {
    const sources = [
      { ...feed, name: 'Blog', group: 'Work/Platform' },
      { kind: 'listing', location: 'https://a.example/archive', feed: 'https://a.example/rss' },
      { kind: 'folder', location: '~/my  site/content', baseUrl: 'https://me.example/' },
      { kind: 'folder', location: 'C:\\site' },
      { kind: 'bibliography', location: 'refs.bib' },
      { kind: 'bibliography', location: 'https://b.example/refs.json' },
      { kind: 'page', location: 'https://c.example/posts/one' },
      { kind: 'opml', location: 'team/blogroll.opml' },
      { kind: 'opml', location: 'https://d.example/blogroll.opml' },
    ];
    assert.deepEqual(parseSources(sources), { sources, problems: [] });
  });

  it('lose a bad one only, and say which it is and why', () => {
    const { sources, problems } = parseSources([
      null,
      { location: 'https://a.example' },
      { kind: 'feed', location: ' ' },
      { kind: 'feed', location: 'file:///etc/passwd' },
      { kind: 'listing', location: 'posts.html' },
      { kind: 'folder', location: 'https://a.example/content' },
      { kind: 'listing', location: 'https://a.example/', feed: 'javascript:alert(1)' },
      feed,
      'https://a.example',
      { kind: 'page', location: 'post.html' },
      { kind: 'opml', location: 'ftp://a.example/feeds.opml' },
    ]);
    assert.deepEqual(sources, [{ kind: 'listing', location: 'https://a.example/' }, feed]);
    assert.deepEqual(
      problems.map(({ line, code }) => `${line} ${code}`),
      [
        '1 unknownSourceKind',
        '2 unknownSourceKind',
        '3 missingLocation',
        '4 unusableLocation',
        '5 unusableLocation',
        '6 unusableLocation',
        '7 unusableSourceAddress',
        '9 unknownSourceKind',
        '10 unusableLocation',
        '11 unusableLocation',
      ],
    );
    assert.equal(
      problemLine(problems[1]!),
      'byline.sources:2: Left out, as its kind is none of feed, listing, page, folder, bibliography and opml: {"location":"https://a.example"}',
    );
  });

  it('keep no user name and no password, nor show them in a problem', () => {
    const { sources, problems } = parseSources([
      { kind: 'feed', location: 'https://me:secret@blog.example/feed' },
      { kind: 'feed', location: 'ftp://me:secret@blog.example/feed' },
      { kind: 'folder', location: 'x', baseUrl: 'ssh://me:secret@blog.example/' },
      { location: 'https://me:secret@blog.example/feed' },
    ]);
    assert.equal(sources[0]!.location, 'https://blog.example/feed');
    assert.equal(problems.length, 3);
    assert.doesNotMatch(JSON.stringify([sources, problems]), /secret|me:/);
  });

  it('hold each address once, however it is written', () => {
    const written = ['https://www.a.example/feed/', 'http://a.example/feed', 'https://A.example/feed#x'];
    const { sources, problems } = parseSources(written.map(location => ({ kind: 'feed', location })));
    assert.deepEqual([sources.length, problems.length], [1, 0]);
    assert.equal(sources[0]!.location, written[0]);
  });

  it('hold each path once, however it is written', () => {
    const spellings = {
      posts: ['posts', './posts', 'posts/', './/posts//', '././posts/.', '.\\posts\\'],
      'a/b': ['a/b', 'a/./b/', './a/./././b'],
      '.': ['.', './', './.', '.\\'],
      '..': ['..', '../', './..'],
      '../posts': ['../posts', './../posts/'],
      '.posts': ['.posts', './.posts'],
      '/': ['/', '/./'],
      '/srv/posts': ['/srv/posts/', '/./srv/posts'],
      'C:\\': ['C:\\', 'C:\\.\\'],
      'posts/...': ['posts/...'],
      '~/': ['~/', '~/./'],
      '~/posts': ['~/./posts/'],
    };
    for (const [location, written] of Object.entries(spellings)) {
      const { sources } = parseSources(written.map(location => ({ kind: 'folder', location })));
      assert.deepEqual(sources, [{ kind: 'folder', location }], location);
    }
  });

  it('are none where the setting is no list', () => {
    for (const value of [undefined, null, 3, 'x', {}]) assert.deepEqual(parseSources(value).sources, []);
  });
});
