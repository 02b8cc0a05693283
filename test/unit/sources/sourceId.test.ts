import assert from 'node:assert/strict';
import { sourceId } from '../../../src/core/sources/sourceId';

const idOf = (location: string) => sourceId({ location });

describe('what posts name a source by', () => {
  it('is its location', () => {
    for (const location of [
      'https://blog.example/feed.xml',
      'https://blog.example/?feed=rss2&tokens=3&keyword=go#auth=x',
      'https://blog.example/token=abc/feed',
      '/home/ann/posts?key=1',
      'C:\\site',
      'posts',
    ]) {
      assert.equal(idOf(location), location);
    }
  });

  it('has no secret of an address in it', () => {
    for (const name of [
      'token',
      'key',
      'auth',
      'apikey',
      'api_key',
      'secret',
      'signature',
      'password',
      'sig',
    ]) {
      for (const spelling of [name, name.toUpperCase(), `feed_${name}`, `X-Amz-${name}`]) {
        const id = idOf(`https://blog.example/feed?format=atom&${spelling}=s3cr3t%2Fvalue&page=1#top`);
        assert.match(
          id,
          /^https:\/\/blog\.example\/feed\?format=atom&[\w-]+=hidden-[\da-f]{1,4}&page=1#top$/,
        );
        assert.equal(idOf(id.replace(/hidden-\w+/, 's3cr3t%2Fvalue')), id);
      }
    }
  });

  it('tells apart what only a secret tells apart', () => {
    const one = idOf('https://x.example/feed?key=engineering');
    assert.notEqual(one, idOf('https://x.example/feed?key=design'));
    assert.equal(one, idOf('https://x.example/feed?key=engineering'));
  });

  it('takes time as the address is long', () => {
    const started = performance.now();
    for (const part of ['?token', '&key=', '?a_', '&%', 'token'])
      idOf(`https://x.example/${part.repeat(100_000)}`);
    assert.ok(performance.now() - started < 2000);
  });
});
