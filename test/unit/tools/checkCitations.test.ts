import assert from 'node:assert/strict';
import { makePost } from '../../fakes';
import { contentOf, errorOf, toolLibrary } from './toolLibrary';

const caches = makePost({
  id: 'lee2020caches',
  title: 'Scaling Caches at the Edge',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { year: 2020 },
  url: 'https://example.com/caches',
});
const queues = makePost({ id: 'roe2021queues', title: 'Queues', url: 'http://blog.example.org/queues' });
const library = toolLibrary([caches, queues]);

interface Uncited {
  readonly line: number;
  readonly alsoOnLines?: readonly number[];
  readonly address?: string;
  readonly key?: string;
  readonly remedy: string;
  readonly maybeMeant?: { readonly key: string };
}

async function check(text: string, of = library) {
  const content = await contentOf('check_citations', { text }, of);
  return content as unknown as {
    readonly citationsOfPosts: number;
    readonly notInLibrary: readonly Uncited[];
    readonly findings: readonly { readonly line: number; readonly code: string; readonly remedy?: string }[];
    readonly leftOut?: string;
    readonly result?: string;
  };
}

describe('the tool check_citations', () => {
  it('finds nothing wrong with what is cited rightly', async () => {
    const text =
      'As [@lee2020caches] and [Queues](http://blog.example.org/queues) say. See [above](#x), [a](b.md).\n';
    assert.deepEqual(await check(text), {
      citationsOfPosts: 2,
      notInLibrary: [],
      findings: [],
      result: 'Nothing is wrong.',
    });
  });

  it('marks links, keys and notes of no post, each with its line and what to do', async () => {
    const text = [
      'As [Kwyjibo Databases](https://example.com/kwyjibo) and [@smith2021quantum] say,',
      '<https://example.com/bare>, https://example.com/bare and [kwyjibo][k].[^doe2019paxos]',
      '',
      '[k]: https://example.com/kwyjibo',
      '[^doe2019paxos]: Doe. Paxos. 2019.',
    ].join('\n');
    const { notInLibrary } = await check(text);
    assert.deepEqual(
      notInLibrary.map(({ line, alsoOnLines = [], address, key }) => [line, alsoOnLines, address ?? key]),
      [
        [1, [2], 'https://example.com/kwyjibo'],
        [1, [], 'smith2021quantum'],
        [2, [2], 'https://example.com/bare'],
        [5, [], 'doe2019paxos'],
      ],
    );
    for (const { remedy } of notInLibrary) assert.match(remedy, /search_posts/);
  });

  it('says which post may have been meant', async () => {
    const text = 'See [Scaling caches at the edge](https://example.net/made-up), [@lee2020cache].';
    const { notInLibrary } = await check(text);
    assert.deepEqual(
      notInLibrary.map(({ maybeMeant }) => maybeMeant?.key),
      ['lee2020caches', 'lee2020caches'],
    );
  });

  it('leaves alone what is no citation: mentions, code, comments, other files', async () => {
    const text =
      'Ask @jane, `[@smith2021quantum]`, <!-- https://example.com/x --> [mail](mailto:a@example.com).\n';
    assert.deepEqual((await check(text)).notInLibrary, []);
  });

  it('tells what else is wrong, and how to put it right', async () => {
    const text =
      '[Lee, 2019](https://example.com/caches)\n\n[q](http://blog.example.org/queues?utm_source=x)\n';
    const { findings } = await check(text);
    assert.deepEqual(
      findings.map(({ line, code }) => [line, code]),
      [
        [1, 'contradictingText'],
        [3, 'trackerAddress'],
      ],
    );
    assert.equal(findings[1]!.remedy, 'Change to “http://blog.example.org/queues”');
  });

  it('leaves out what the user does not want to hear of', async () => {
    const citing = { format: 'inlineLink', checks: { trackerAddress: 'off' } } as const;
    const own = toolLibrary([queues], { citing });
    assert.deepEqual((await check('[q](http://blog.example.org/queues?utm_source=x)', own)).findings, []);
  });

  it('takes the keys of the document’s own bibliography for known ones', async () => {
    const entries = new Map([['smith2021quantum', makePost({ id: 'smith2021quantum' })]]);
    const text = '[@smith2021quantum; @doe2021quantum]';
    const document = async () =>
      ({ text, dialect: 'pandoc', bibliography: { entries, isWhole: true } }) as const;
    const content = await contentOf(
      'check_citations',
      { path: 'a.qmd' },
      toolLibrary([caches], { document }),
    );
    assert.deepEqual(
      (content.notInLibrary as readonly Uncited[]).map(({ key }) => key),
      ['doe2021quantum'],
    );
  });

  it('reads a text in the Markdown that it is said to be in', async () => {
    const found = async (dialect?: string) => {
      const input = { text: 'As @smith:2021 says.', ...(dialect && { dialect }) };
      return ((await contentOf('check_citations', input, library)).notInLibrary as readonly Uncited[]).length;
    };
    assert.deepEqual([await found(), await found('pandoc')], [0, 1]);
  });

  it('says why a file is not read', async () => {
    assert.equal(await errorOf('check_citations', { path: 'x.md' }, library), 'There is no such file.');
  });

  it('stays small whatever the text holds, and says how much it left out', async () => {
    const links = Array.from(
      { length: 400 },
      (_, index) => `[${'w '.repeat(500)}](https://example.com/${index}${'z'.repeat(800)})`,
    );
    const wrong = Array.from({ length: 500 }, () => '[x](https://example.com/caches?utm_source=y)');
    const content = await check([...links, ...wrong].join('\n\n'));
    assert.ok(JSON.stringify(content).length < 18_000, String(JSON.stringify(content).length));
    assert.match(content.leftOut!, /^8\d\d more\. /);
  });

  it('takes no longer for each citation of a longer text', async () => {
    const pieces = {
      links: '[a](https://example.com/x) ',
      keys: '[@smith2021quantum] ',
      brackets: '[',
      many: '[^a]',
    };
    const slow = [];
    for (const [name, piece] of Object.entries(pieces)) {
      const took = [];
      for (const count of [2000, 16_000]) {
        const start = performance.now();
        await check(piece.repeat(count));
        took.push(performance.now() - start);
      }
      if (took[1]! > 8 ** 1.5 * Math.max(took[0]!, 20)) slow.push(`${name}: ${took.join(' ms, then ')} ms`);
    }
    assert.deepEqual(slow, []);
  });
});
