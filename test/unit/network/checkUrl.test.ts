import assert from 'node:assert/strict';
import { checkUrl } from '../../../src/core/network/checkUrl';
import { isPublicAddress } from '../../../src/core/network/isPublicAddress';
import { loopbackHosts, privateHosts, publicHosts, vectors } from './addresses';

const codeOf = (url: string, allowed?: readonly string[]) => {
  const checked = checkUrl(url, allowed);
  return 'code' in checked ? checked.code : undefined;
};

describe('checking an address', () => {
  it('lets no form of a loopback or private host pass', () => {
    const passed = [...loopbackHosts, ...privateHosts].flatMap(host =>
      ['http', 'https'].flatMap(scheme =>
        [`${scheme}://${host}/`, `${scheme}://${host}:8080/feed`, `${scheme}://example.com@${host}/`].filter(
          url => codeOf(url) !== 'privateAddress',
        ),
      ),
    );
    assert.deepEqual(passed, []);
  });

  it('lets public hosts pass', () => {
    assert.deepEqual(
      publicHosts.filter(host => codeOf(`http://${host}/`) !== undefined),
      [],
    );
  });

  it('takes a host for what browsers take it for, whatever stands around it', () => {
    for (const url of [
      'http://example.com@127.0.0.1/',
      'http://example.com:80@127.0.0.1/',
      'http://example.com%40x@127.0.0.1/',
      'http://127.0.0.1#@example.com/',
      'http://127.0.0.1?@example.com/',
      'http://127.0.0.1\\@example.com/',
      'http:127.0.0.1/',
      'http:/127.0.0.1/',
      'http:///127.0.0.1/',
      'http:\\\\127.0.0.1\\',
      ' http://127.0.0.1/',
      'ht\ntp://127.0.\t0.1/',
      'HTTP://127.0.0.1',
    ])
      assert.equal(codeOf(url), 'privateAddress', url);
    for (const url of ['http://example.com\\@127.0.0.1/', 'http://example.com/@127.0.0.1/'])
      assert.equal(codeOf(url), undefined, url);
  });

  it('refuses schemes other than http and https', () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://example.com/',
      'data:text/xml,<rss/>',
      'javascript:1',
      'feed://example.com/',
      'blob:http://example.com/1',
      'view-source:http://example.com/',
      'http+unix://x',
    ])
      assert.equal(codeOf(url, ['example.com']), 'unusableScheme', url);
  });

  it('refuses what is no address', () => {
    for (const url of [
      '',
      'example.com',
      '//example.com/',
      'http://',
      'http://[::1',
      'http://a b/',
      'http://a..b/',
    ])
      assert.equal(codeOf(url), 'invalidAddress', url);
    for (const url of ['http://.localhost/', 'http://localhost../', 'http://example.com:99999/'])
      assert.equal(codeOf(url), 'invalidAddress', url);
  });

  it('refuses the ports that browsers refuse, of allowed hosts too', () => {
    for (const port of [22, 25, 6000, 6667])
      assert.equal(codeOf(`http://example.com:${port}/`, [`example.com:${port}`]), 'blockedPort');
    for (const port of [80, 443, 3000, 8080, 8443])
      assert.equal(codeOf(`http://example.com:${port}/`), undefined);
  });

  it('leaves out user name, password, fragment and the last dot of the host', () => {
    const checked = checkUrl('https://me:secret@Example.com.:443/a?b#c');
    assert.ok('url' in checked);
    assert.equal(checked.url.href, 'https://example.com/a?b');
  });

  it('lets hosts pass that the user allowed, at the port allowed and no other', () => {
    for (const [url, entry] of [
      ['http://intranet/feed', 'intranet'],
      ['https://intranet/feed', 'Intranet'],
      ['http://intranet./feed', ' intranet '],
      ['http://intranet/feed', 'http://intranet/other'],
      ['http://localhost:8080/feed', 'localhost:8080'],
      ['http://localhost/feed', 'localhost:80'],
      ['http://127.1:8080/', '127.0.0.1:8080'],
      ['https://[::1]:8443/', '[0:0::1]:8443'],
    ] as const)
      assert.equal(codeOf(url, [entry]), undefined, `${url} with ${entry}`);
    for (const [url, entry] of [
      ['http://localhost:8080/feed', 'localhost'],
      ['http://localhost/feed', 'localhost:8080'],
      ['http://localhost/feed', 'localhost:443'],
      ['http://wiki.intranet/', 'intranet'],
      ['http://intranet/', 'wiki.intranet'],
      ['http://10.0.0.2/', '10.0.0.1'],
      ['http://localhost/', ''],
      ['http://localhost/', '*'],
      ['http://localhost/', '[::1'],
      ['http://example.com@localhost/', 'example.com'],
    ] as const)
      assert.equal(codeOf(url, [entry]), 'privateAddress', `${url} with ${entry}`);
  });

  it('names the host to allow', () => {
    const checked = checkUrl('http://me@127.1:8080/feed');
    assert.deepEqual(checked, { code: 'privateAddress', detail: '127.0.0.1:8080' });
  });

  (vectors ? it : it.skip)(
    `refuses the vectors of the corpus${vectors ? '' : ' (skipped: the corpora are not on this machine)'}`,
    () => {
      const { ip_literals, names_and_authority_tricks, schemes } = vectors!;
      const passed = [...ip_literals, ...names_and_authority_tricks, ...schemes].filter(
        url => codeOf(url) === undefined,
      );
      assert.deepEqual(passed, ['http://evil.com\\@127.0.0.1/']); // a path of evil.com
    },
  );
});

describe('a public address', () => {
  it('is one that a resolver may give', () => {
    for (const ip of ['93.184.216.34', '2606:2800:220:1::1', '64:ff9b::5db8:d822'])
      assert.ok(isPublicAddress(ip), ip);
  });

  it('is no text that is no address, and no local zone', () => {
    for (const text of ['', 'example.com', '1.2.3.4.5', '::1::', 'fe80::1%eth0', '::1%lo', '127.0.0.1%', '%'])
      assert.equal(isPublicAddress(text), false, text);
  });
});
