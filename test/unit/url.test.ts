import assert from 'node:assert/strict';
import { parseUrl } from '../../src/core/parseUrl';
import { cleanUrl, urlKey } from '../../src/core/url';

describe('cleanUrl', () => {
  const cases: [string, string][] = [
    ['https://a.example/post?utm_source=x&utm_medium=y', 'https://a.example/post'],
    ['https://a.example/post?id=7&utm_source=x&b=2', 'https://a.example/post?id=7&b=2'],
    ['https://a.example/?b=2&a=1&b=1', 'https://a.example/?b=2&a=1&b=1'],
    ['https://a.example/p?fbclid=1&gclid=2&mc_cid=3&mc_eid=4&_hsenc=5&igshid=6', 'https://a.example/p'],
    ['https://a.example/p?UTM_Source=x&q=%20a+b', 'https://a.example/p?q=%20a+b'],
    ['https://medium.com/p/abc?source=home', 'https://medium.com/p/abc'],
    ['https://eng.medium.com/p-abc?source=whatever', 'https://eng.medium.com/p-abc'],
    ['https://tech.example/p-abc?source=rss----2615bd06b42e---4', 'https://tech.example/p-abc'],
    ['https://tech.example/p?source=collection_home---4------0-----------', 'https://tech.example/p'],
    ['https://tech.example/p?source=friends_link&sk=abc', 'https://tech.example/p?sk=abc'],
    ['https://a.example/data?source=postgres', 'https://a.example/data?source=postgres'],
    ['https://a.example/tree?ref=main', 'https://a.example/tree?ref=main'],
    ['https://a.example/tree?ref=v1.2.0', 'https://a.example/tree?ref=v1.2.0'],
    ['https://a.example/p?ref=blog.example.com', 'https://a.example/p'],
    ['https://a.example/p?ref=newsletter', 'https://a.example/p'],
    ['https://user:secret@a.example/p', 'https://a.example/p'],
    ['https://a.example:443/p', 'https://a.example/p'],
    ['http://a.example:8080/p', 'http://a.example:8080/p'],
    ['HTTPS://A.Example/P', 'https://a.example/P'],
    ['https://a.example/p#part-2', 'https://a.example/p#part-2'],
    ['https://a.example/p?utm_source=x#part-2', 'https://a.example/p#part-2'],
    ['https://a.example/p#utm_source=x', 'https://a.example/p'],
    ['  https://a.example/p\n', 'https://a.example/p'],
    ['https://a.example/%7Ejo/caf%c3%a9', 'https://a.example/%7Ejo/caf%c3%a9'],
    ['https://a.example/p/', 'https://a.example/p/'],
    ['https://a.example/p?q=100%', 'https://a.example/p?q=100%'],
  ];
  for (const [from, to] of cases) it(`makes ${from.trim()} ${to}`, () => assert.equal(cleanUrl(from), to));

  it('resolves a relative address against the base', () => {
    assert.equal(cleanUrl('/p?utm_source=x', 'https://a.example/blog/'), 'https://a.example/p');
    assert.equal(cleanUrl('../p', 'https://a.example/blog/x/'), 'https://a.example/blog/p');
    assert.equal(cleanUrl('//b.example/p', 'https://a.example/'), 'https://b.example/p');
  });
  it('is undefined for what is no http(s) address', () => {
    const none = [
      '',
      'p',
      '/p',
      '//b.example/p',
      'mailto:a@b.example',
      'javascript:alert(1)',
      'data:text/html,x',
    ];
    for (const text of [...none, 'ftp://a.example/', 'https://', 'http://[', 'a.example/p']) {
      assert.equal(cleanUrl(text), undefined, text);
    }
    assert.equal(cleanUrl('/p', 'not a base'), undefined);
    assert.equal(cleanUrl('javascript:alert(1)', 'https://a.example/'), undefined);
  });
  it('changes nothing the second time', () => {
    for (const [, to] of cases) assert.equal(cleanUrl(to), to);
  });
});

describe('urlKey', () => {
  it('is one for the spellings of one address', () => {
    const spellings = [
      'https://a.example/p',
      'http://a.example/p/',
      'https://www.a.example/p',
      'https://m.a.example/p',
      'https://A.EXAMPLE/p',
      'https://a.example/p#x',
      'https://a.example/p?utm_source=x',
      'https://a.example:443/p',
      'https://a.example./%70',
      'https://a.example/p/index.html',
    ];
    assert.deepEqual(new Set(spellings.map(urlKey)), new Set(['a.example/p']));
    assert.equal(urlKey('https://a.example/?a=1&b=2'), urlKey('https://a.example/?b=2&a=1'));
    assert.equal(urlKey('https://a.example'), urlKey('http://www.a.example/'));
  });
  it('is the same for an address that is spelled plainly and one that has to be parsed', () => {
    const hosts = [
      'a.example',
      'www.a.example',
      'm.co.example',
      'www.example',
      'a--b.example',
      'xn--a.example',
      '1.2.ex',
    ];
    const paths = [
      '',
      '/',
      '/p',
      '/p/',
      '/p/q.html',
      '/index.html',
      '/p/index.php',
      '/p//q',
      '/./p',
      '/p/..',
      '/~p/_-',
      '/P',
    ];
    for (const host of hosts) {
      for (const path of paths) {
        const [plain, parsed] = [`https://${host}${path}`, `https://${host}:443${path}`];
        if (parseUrl(parsed)) assert.equal(urlKey(plain), urlKey(parsed), plain);
        else assert.equal(urlKey(plain), plain);
      }
    }
  });
  it('differs where the address does', () => {
    const different = [
      'https://a.example/p',
      'https://a.example/P',
      'https://a.example/p?id=1',
      'https://a.example/p?id=2',
      'https://b.example/p',
      'https://a.example/q',
      'https://a.example/#!/p',
      'https://a.example:8080/p',
      'https://m.co/p',
      'https://www.co/p',
    ];
    assert.equal(new Set(different.map(urlKey)).size, different.length);
  });
});
