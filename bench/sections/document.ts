import { parse, postprocess, preprocess } from 'micromark';
import { renderCitation } from '../../src/core/citation';
import { citationFormats } from '../../src/core/citation/render';
import { DocumentAnalysis, KnownPosts } from '../../src/core/document';
import { check, checking } from '../../src/core/health';
import type { Post } from '../../src/core/post';
import { runWhole } from '../../src/core/sliced';
import { generatePosts } from '../generator';
import { longestStep, median, percentile, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { Random } from '../random';
import { benchReferences } from './references';
import { lexicons } from './search';

const length = 1_000_000;
const cited = 2000;
const rounds = 7;
const typed = 200;

/** How fast a long document is understood and kept in step with typing, beside micromark, which has to read all of it. */
export async function benchDocument(options: Options): Promise<void> {
  const { seed } = options;
  const posts = generatePosts(lexicons.engineering!, cited, seed);
  const text = longDocument(posts, new Random(seed));
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));

  const [own, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    own.push(time(() => new DocumentAnalysis(text, 'markdown').citations));
    floor.push(
      time(() =>
        postprocess(
          parse()
            .document()
            .write(preprocess()(text, undefined, true)),
        ),
      ),
    );
  }
  const analysis = new DocumentAnalysis(text, 'markdown');
  const lookups = {
    'the posts that all citations mean': () =>
      analysis.citations.filter(citation => known.meantBy(citation).length > 0),
    'all findings': () => check(analysis, known),
    'the citation at 1,000 offsets': () => {
      for (let at = 0; at < 1000; at++) analysis.citationAt(at * 997);
    },
  };
  const steps = Array.from({ length: rounds }, () => longestStep(checking(analysis, known)).longest);
  const found = lookups['the posts that all citations mean']().length;
  const size = text.length / 1e6;
  console.log(`\ndocument: ${short(size)} M characters, ${found} citations of ${cited} posts, seed ${seed}`);
  printTable(
    ['whole, median', 'ms', 'MB/s'],
    [
      ['analysis', short(median(own)), short((size / median(own)) * 1000)],
      ['micromark, events only', short(median(floor)), short((size / median(floor)) * 1000)],
      ...Object.entries(lookups).map(([name, run]) => [
        name,
        short(median(Array.from({ length: rounds }, () => time(run)))),
        '',
      ]),
      ['the longest step on the way to all findings', short(median(steps)), ''],
    ],
  );
  printTable(
    ['a typed character, ms', 'edit p50', 'p95', 'with its citations p50', 'p95'],
    (
      [
        ['at the begin', 0],
        ['in the middle', 0.5],
        ['at the end', 1],
      ] as const
    ).map(([name, share]) => [name, ...typing(text, share)]),
  );
  await benchReferences(options);
}

/** Types a sentence with a citation, character by character, and takes it back. */
function typing(text: string, share: number): string[] {
  const analysis = new DocumentAnalysis(text, 'markdown');
  if (analysis.citations.length === 0) throw new Error('No citations');
  const at = share === 1 ? text.length : text.indexOf(' ', Math.floor(text.length * share));
  const sentence = 'As [they write](https://example.com/typed) and [@typed2026] says, `code` helps.\n\n';
  const [edits, wholes]: [number[], number[]] = [[], []];
  for (let count = 0; count < typed; count++) {
    const offset = count % sentence.length;
    const end = analysis.text.length;
    if (offset === 0 && count > 0) analysis.edit(at, at + sentence.length, '');
    const start = share === 1 ? Math.min(end, at + offset) : at + offset;
    let edit = 0;
    const whole = time(() => {
      edit = time(() => {
        analysis.edit(start, start, sentence[offset]!);
        if (!analysis.isRead && analysis.text === '') throw new Error('No text');
      });
      if (analysis.citations.length === 0) throw new Error('No citations');
    });
    edits.push(edit);
    wholes.push(whole);
  }
  return [edits, wholes].flatMap(times => [short(median(times)), short(percentile(times, 0.95))]);
}

/** Headings, paragraphs, lists, tables and code; each post is cited once, the formats by turns. */
function longDocument(posts: readonly Post[], random: Random): string {
  const parts: string[] = ['---\ntitle: A long document\n---\n'];
  const definitions: string[] = [];
  const share = length / posts.length;
  for (const [at, post] of posts.entries()) {
    const { text, definition } = renderCitation(post, citationFormats[at % 4]!);
    if (definition) definitions.push(definition);
    if (at % 20 === 0) parts.push(`## ${post.title.replace(/[^\w ]/g, '')}\n`);
    if (at % 50 === 0) parts.push('```js\nconst answer = [1, 2].map(value => value * 2);\n```\n');
    const filler = sentences(posts, random, share - text.length - (definition?.length ?? 0) - 40);
    const shape = random.integer(10);
    if (shape === 0) parts.push(`- ${text}\n- ${filler}\n`);
    else if (shape === 1) parts.push(`> ${filler} ${text}\n`);
    else if (shape === 2) parts.push(`${filler}\n\n| a | b |\n|---|---|\n| ${text} | *c* |\n`);
    else parts.push(`${filler} ${text}, which **says** more. ${sentences(posts, random, 30)}\n`);
  }
  return `${parts.join('\n')}\n${definitions.join('\n')}\n`;
}

function sentences(posts: readonly Post[], random: Random, least: number): string {
  let text = '';
  while (text.length < least) text += `${text && ' '}${random.pick(posts).abstract ?? 'More of it.'}`;
  return text.slice(0, Math.max(least, 10)).trim();
}
