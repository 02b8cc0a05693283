import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addToBibliography,
  bibliographiesIn,
  bibliographyFileOf,
  bibliographyWith,
  postsCitedByKey,
} from '../../../src/core/bibliography';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { runWhole } from '../../../src/core/sliced';
import { cleanText } from '../../../src/core/text';
import { MemoryFileSystem, makePost } from '../../fakes';
import { naughtyTitles } from '../citation/titles';

const caches = makePost({
  id: 'lee2020caches',
  title: 'Caches & “Queues”: 100 % of {it}',
  author: [{ family: 'Lee', given: 'Zoë' }, { literal: 'The Cosmos Team' }],
  issued: { year: 2020, month: 5, day: 4 },
  accessed: { year: 2026, month: 1, day: 2 },
  containerTitle: 'Tech Blog',
  url: 'https://example.com/caches?a=b_c&d=%20',
  abstract: 'How _we_ keep caches warm.',
  keywords: ['caches', 'aws'],
  inferred: ['aws'],
  provisional: ['title'],
  sources: ['feed:https://example.com/feed'],
  language: 'en-GB',
  note: 'With thanks',
});
const queues = makePost({ id: 'roe2021queues', title: 'Queues', issued: { year: 2021 } });

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(of);

const files: Readonly<Record<string, string>> = {
  'a.bib':
    '% A comment.\n@string{me = "Ann Lee"}\n\n@misc { kept ,\n   author= me,\ntitle = "An {O}ld Entry"\n, year=1999 }\n',
  'crlf.bib': '@misc{kept,\r\n  title = {An old entry},\r\n}\r\n',
  'pretty.json':
    '[\n\t{\n\t\t"id": "kept",\n\t\t"title": "An \\u004fld Entry",\n\t\t"type" : "book"\n\t},\n\t{ "id": 7, "title": "Seven" }\n]\n',
  'lines.json': '[\r\n{"id":"zzz","title":"Kept","type":"book"},\r\n{"id":"aaa","type":"book"}\r\n]\r\n',
  'dense.json': '[{"id":"kept","title":"Kept","type":"book"}]',
  'empty.json': '\uFEFF[]\n',
  'a.yaml':
    '---\n# A comment.\nreferences:\n- id: kept\n  title: "An *old* entry"   # really\n  type: book\n...\n',
  'bare.yml': 'references:\n  - title: Kept\n    id: kept\n    type: book\n',
};

describe('bibliographyWith', () => {
  for (const [name, before] of Object.entries(files)) {
    it(`adds entries to ${name}, and leaves what is in it byte for byte`, () => {
      const {
        bytes: after,
        added,
        problems,
      } = bibliographyWith(bytes(before), name, [caches, queues, caches]);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        added.map(({ id }) => id),
        [caches.id, queues.id],
      );
      const made = text(after);
      const head = made.slice(0, commonStart(before, made));
      const kept = head + before.slice(head.length);
      assert.equal(kept, before);
      assert.ok(made.endsWith(before.slice(head.length)), made);
      if (/\r\n/.test(before)) assert.doesNotMatch(made, /(?<!\r)\n/);
      const again = bibliographyWith(after, name, [caches, queues]);
      assert.deepEqual([again.added, text(again.bytes)], [[], made]);
    });
  }

  it('makes a file that there is not yet', () => {
    for (const name of ['new.bib', 'new.json', 'new.yaml', 'new.ris']) {
      const { bytes: made } = bibliographyWith(new Uint8Array(), name, [caches, queues]);
      assert.deepEqual(bibliographyWith(made, name, [caches, queues]).added, [], name);
    }
  });

  it('lays items out as the first one is', () => {
    const added = (name: string) => {
      const made = text(bibliographyWith(bytes(files[name]!), name, [queues]).bytes);
      return made.slice(commonStart(files[name]!, made));
    };
    assert.equal(
      added('pretty.json'),
      ',\n\t{\n\t\t"id": "roe2021queues",\n\t\t"type": "post-weblog",\n\t\t"title": "Queues",\n\t\t"issued": {\n\t\t\t"date-parts": [\n\t\t\t\t[\n\t\t\t\t\t2021\n\t\t\t\t]\n\t\t\t]\n\t\t}\n\t}\n]\n',
    );
    assert.equal(
      added('lines.json'),
      ',\r\n{"id":"roe2021queues","type":"post-weblog","title":"Queues","issued":{"date-parts":[[2021]]}}\r\n]\r\n',
    );
    assert.match(added('dense.json'), /^,\{"id":"roe2021queues"[^\n]*\}\]$/);
  });

  it('tells nobody what only this library says of a post', () => {
    for (const name of ['a.json', 'a.bib', 'a.yaml']) {
      const made = text(bibliographyWith(new Uint8Array(), name, [caches]).bytes);
      assert.doesNotMatch(made, /provisional|inferred|example\.com\/feed|aws/, name);
      assert.match(made, /caches/);
    }
  });

  it('leaves a file alone that it cannot read whole, and says so', () => {
    const damaged: [string, string | Uint8Array, string][] = [
      ['a.json', '[{"id":"a","title":"A"}', 'damagedFile'],
      ['a.json', '[{"id":"a","title":"A"}\n{"id":"b","title":"B"}]', 'damagedFile'],
      ['a.json', '{"items":[{"id":"a","title":"A"}]}', 'noBibliography'],
      ['a.bib', '@misc{a, title = {A}\n<<<<<<< ours\n', 'unreadableEntry'],
      ['a.bib', Buffer.from('@misc{a, title = {Zo\xeb}}', 'latin1'), 'unreadableFile'],
    ];
    for (const [name, before, code] of damaged) {
      const content = typeof before === 'string' ? bytes(before) : before;
      const { bytes: after, added, problems } = bibliographyWith(content, name, [caches]);
      assert.deepEqual([after, added], [content, []]);
      assert.deepEqual([...new Set(problems.map(problem => problem.code))], [code], String(before));
    }
  });
});

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

describe('addToBibliography', () => {
  const uris = ['file:///a.bib', 'file:///b.json'];

  it('adds to the first file what none has, and writes only when it is to', async () => {
    const files = new MemoryFileSystem({ 'file:///b.json': `[{"id":"${queues.id}","title":"Queues"}]` });
    const told = await addToBibliography(uris, [caches, queues], files, false);
    assert.deepEqual(
      [told.added.map(({ id }) => id), [...files.files.keys()]],
      [[caches.id], ['file:///b.json']],
    );
    const { added } = await addToBibliography(uris, [caches, queues], files);
    assert.deepEqual(added, told.added);
    assert.match(files.files.get('file:///a.bib')!, /^@online\{lee2020caches,/);
    assert.deepEqual(await addToBibliography(uris, [caches, queues], files), {
      added: [],
      unfit: [],
      problems: [],
    });
  });

  it('leaves out the keys that the form of the file cannot hold, as Pandoc then refuses the whole file', async () => {
    const odd = ['a,b', 'a b', 'a{b}', 'a|b', 'a%b', '<a>', 'a^b'].map(id => makePost({ id }));
    const fit = ['doi:10.1/x', 'a+b', 'Ænima', '漢字', '2020'].map(id => makePost({ id }));
    const files = new MemoryFileSystem();
    const { added, unfit } = await addToBibliography(['file:///a.bib'], [...odd, ...fit], files);
    assert.deepEqual([added.map(({ id }) => id), unfit], [fit.map(({ id }) => id), odd]);
    const json = await addToBibliography(['file:///a.json'], [...odd, ...fit], files);
    assert.deepEqual([json.added.length, json.unfit], [odd.length + fit.length, []]);
  });

  it('adds nothing while it cannot tell what one of them has', async () => {
    const files = new MemoryFileSystem({ 'file:///b.json': '[{' });
    const { added, problems } = await addToBibliography(uris, [caches], files);
    assert.deepEqual(
      [added, problems.map(({ source }) => source), files.files.size],
      [[], ['file:///b.json'], 1],
    );
  });
});

describe('postsCitedByKey', () => {
  it('are those that `nocite` lists, too', () => {
    const known = new KnownPosts();
    runWhole(known.setPosts([caches, queues]));
    for (const value of [
      '"@lee2020caches"',
      '|\n  @lee2020caches, @gone',
      '\n- "@lee2020caches"',
      '[@lee2020caches]',
    ]) {
      const text = `---\nnocite: ${value}\ntitle: By @roe2021queues\n---\nText.\n`;
      assert.deepEqual(postsCitedByKey(new DocumentAnalysis(text, 'pandoc'), known), [caches], value);
    }
  });

  it('are those whose very keys the document has', () => {
    const odd = makePost({ id: 'a b' });
    const known = new KnownPosts();
    runWhole(known.setPosts([caches, queues, odd]));
    const text =
      '[@roe2021queues; @a-b] @lee2020caches [@roe2021queues] `[@x]` [a](https://example.com/caches)';
    assert.deepEqual(postsCitedByKey(new DocumentAnalysis(text, 'markdown'), known), [queues, caches]);
  });
});

describe('the bibliography that a document names', () => {
  it('is read from front matter', () => {
    const named = (matter: string) => bibliographyFileOf(`---\ntitle: A\n${matter}\n---\n\n[@key]\n`);
    assert.deepEqual(named('bibliography: refs.bib'), ['refs.bib']);
    assert.deepEqual(named('bibliography: "my refs.json"'), ['my refs.json']);
    assert.deepEqual(named('bibliography: [a.bib, b.yaml]'), ['a.bib', 'b.yaml']);
    assert.deepEqual(named('bibliography:\n  - a.bib\n  - {b: c}\n'), ['a.bib']);
    assert.deepEqual(named('bibliography: {main: a.bib, software: b.bib}'), ['a.bib', 'b.bib']);
    assert.deepEqual(named('bibliography:'), []);
    assert.deepEqual(named('biblio: a.bib'), []);
    assert.deepEqual(named('bibliography: [a.bib'), []);
    assert.deepEqual(bibliographyFileOf('bibliography: a.bib\n\ntext'), []);
    assert.deepEqual(bibliographyFileOf('+++\nbibliography = "a.bib"\n+++\n'), []);
    assert.deepEqual(bibliographyFileOf('﻿---\r\nbibliography: a.bib\r\n---\r\n'), ['a.bib']);
  });

  it('is read from a file of metadata', () => {
    assert.deepEqual(bibliographiesIn('project:\n  type: book\nbibliography: a.bib\n'), ['a.bib']);
    for (const [yaml, names] of [
      [
        'a: |\n  bibliography: x.bib\n"bibliography" : # the books\r\n\r\n- a.bib\n# more\n- b.bib\nb: c\n',
        ['a.bib', 'b.bib'],
      ],
      ['books: &books\n- a.bib\nbibliography: *books\n', ['a.bib']],
      ['{ "title": "A", "bibliography": ["a.bib"] }', ['a.bib']],
      ['bibliography: [\n  a.bib,\n  b.bib]\n---\n', ['a.bib', 'b.bib']],
      ['  title: A\n  bibliography: a.bib\n', ['a.bib']],
      ['# All\n{ "bibliography": "a.bib" }', ['a.bib']],
      ['bibliography-style: x\nmy bibliography: a.bib\n', []],
      [`bibliography: a.bib\nwebsite:\n${'  - text: A page of many\n'.repeat(4000)}`, ['a.bib']],
    ] as const) {
      assert.deepEqual(bibliographiesIn(yaml), names, yaml.slice(0, 80));
    }
    assert.deepEqual(bibliographiesIn('- a\n'), []);
    assert.deepEqual(bibliographiesIn(''), []);
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const unless = hasPandoc ? '' : ' (skipped: pandoc is not installed)';

describe('Pandoc', function () {
  this.timeout(60_000);
  const posts = [
    caches,
    queues,
    ...naughtyTitles
      .map(cleanText)
      .filter(Boolean)
      .map((title, at) => makePost({ id: `odd${at}`, title, url: `https://example.com/${at}` })),
  ];

  for (const name of ['a.bib', 'pretty.json', 'a.yaml', 'new.bib', 'new.json', 'new.yaml']) {
    (hasPandoc ? it : it.skip)(
      `renders a document with what was written to ${name}, without a warning${unless}`,
      () => {
        const folder = mkdtempSync(join(tmpdir(), 'byline-'));
        try {
          const { bytes: made } = bibliographyWith(bytes(files[name] ?? ''), name, posts);
          writeFileSync(join(folder, name), made);
          const keys = posts.map(({ id }) => `[@${id}]`).join(' ');
          const kept = files[name] ? '[@kept]' : '';
          writeFileSync(join(folder, 'a.md'), `---\nbibliography: ${name}\n---\n\n${keys} ${kept}\n`);
          const { stdout, stderr, status } = spawnSync(
            'pandoc',
            ['--citeproc', 'a.md', '-t', 'plain', '--wrap=none'],
            { cwd: folder, encoding: 'utf8' },
          );
          assert.deepEqual([status, stderr], [0, '']);
          assert.match(stdout, /Lee, Zoë,? and The Cosmos Team\. 2020/);
          assert.match(stdout, /https:\/\/example\.com\/caches\?a=b_c&d=%20/);
          assert.doesNotMatch(stdout, /\?\?\?/);
          for (const { id } of posts.slice(2))
            assert.match(stdout, new RegExp(`https://example\\.com/${id.slice(3)}\\b`), id);
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    );
  }
});
