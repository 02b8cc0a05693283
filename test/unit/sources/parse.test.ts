import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../../src/core/sources/parse';
import type { Parsed, ParseKind } from '../../../src/core/sources/parsed';
import { archive, rss } from './site';

const fixtures = join(import.meta.dirname, '../../fixtures');

function read(kind: ParseKind, content: string | Uint8Array, name = 'https://site.example/blog/x'): Parsed {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const request = { kind, files: [{ name, bytes }], source: name };
  return structuredClone(parse(structuredClone(request)));
}

describe('reading bytes from outside', () => {
  const library = '[{"id":"a","type":"post-weblog","title":"A"}]';
  const outline =
    '<opml version="2.0"><body><outline text="Blog" type="rss" xmlUrl="https://a.example/feed"/></body></opml>';
  const samples: Record<string, string> = {
    opml: outline,
    feed: rss(['One']),
    listing: archive(['One', 'Two']),
    bibliography: library,
    nothing: '',
  };
  const kinds = ['feed', 'listing', 'bibliography', 'opml'] as const;

  for (const kind of kinds) {
    it(`takes a ${kind} for one, and nothing else`, () => {
      for (const [name, content] of Object.entries(samples)) {
        assert.equal(read(kind, content).takenFor, name === kind ? kind : undefined, name);
      }
    });
  }

  it('tells what an address turned out to be', () => {
    for (const [name, content] of Object.entries(samples)) {
      assert.equal(read('address', content).takenFor, name === 'nothing' ? undefined : name);
    }
  });

  it('reads bibliographies of each format, by what they hold or their name', () => {
    const bibtex = '@misc{a, title = {A}, author = {Ada Lovelace}}';
    for (const [name, content] of [
      ['https://x.example/refs', bibtex],
      ['https://x.example/refs.bib?raw=1', bibtex],
      ['https://x.example/refs', 'TY  - BLOG\r\nID  - a\r\nTI  - A\r\nER  - \r\n'],
      ['https://x.example/refs.yaml', 'references:\n- id: a\n  title: A\n'],
      ['https://x.example/refs', library],
    ] as const) {
      for (const kind of ['bibliography', 'address'] as const) {
        const { entries, takenFor } = read(kind, content, name);
        assert.deepEqual(
          [takenFor, entries.map(({ record }) => record.title)],
          ['bibliography', ['A']],
          name,
        );
      }
    }
  });

  it('knows a feed whatever it is served as', () => {
    assert.equal(read('address', `\ufeff\n${rss(['One'])}`).takenFor, 'feed');
    assert.equal(
      read('address', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"A"}]}')
        .takenFor,
      'feed',
    );
  });

  it('tells by which addresses a page names feeds, asked for a feed', () => {
    const { feeds, takenFor } = read(
      'feed',
      archive([], '<link rel="alternate" type="application/atom+xml" href="/atom">'),
    );
    assert.deepEqual([takenFor, feeds.map(({ url }) => url)], [undefined, ['https://site.example/atom']]);
  });

  it('gives posts of a page their addresses as keys', () => {
    const { entries } = read('listing', archive(['One', 'Two']));
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['site.example/one', 'site.example/two'],
    );
  });

  it('reads Markdown files with their paths as keys, and counts drafts', () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const { drafts, entries, takenFor } = parse({
      kind: 'markdown',
      source: 'content',
      files: [
        { name: 'posts/a.md', bytes: encode('---\ntitle: A\ndate: 2021-01-02\n---\nText.') },
        { name: 'posts/b.md', bytes: encode('---\ntitle: B\ndraft: true\n---\n') },
      ],
    });
    assert.deepEqual(
      [takenFor, drafts, entries.map(({ key, record }) => `${key} ${record.title}`)],
      ['markdown', 1, ['posts/a.md A']],
    );
  });

  describe('knows a page of one post from one that lists posts', function () {
    this.timeout(60_000);

    const pages = (folder: string) =>
      readdirSync(join(fixtures, folder))
        .filter(name => name.endsWith('.html'))
        .map(name => {
          const { base = 'https://site.example/blog/x' } = JSON.parse(
            readFileSync(join(fixtures, folder, name.replace('html', 'json')), 'utf8'),
          );
          return { name, parsed: read('address', readFileSync(join(fixtures, folder, name)), base) };
        });

    it('that is a post', () => {
      const wrong = pages('page').filter(
        ({ parsed }) => (parsed.takenFor === 'page') !== (parsed.post !== undefined),
      );
      assert.deepEqual(
        wrong.map(({ name }) => name),
        [],
      );
    });

    it('that lists several', () => {
      const wrong = pages('listing/html').filter(
        ({ parsed }) => parsed.entries.length > 1 && parsed.takenFor !== 'listing',
      );
      assert.deepEqual(
        wrong.map(({ name }) => name),
        [],
      );
    });
  });
});
