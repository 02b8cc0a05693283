import { parse as parseHtml } from 'parse5';
import { formatDate, isoDate } from '../../src/core/date';
import { formatCslJson, parseCslJson } from '../../src/core/formats/cslJson';
import { readListing } from '../../src/core/formats/listing';
import { authorList } from '../../src/core/name';
import type { Post } from '../../src/core/post';
import { createVocabulary, inferTopics } from '../../src/core/topics';
import { generatePosts } from '../generator';
import { median, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { lexicons } from './search';

const rounds = 5;
const listed = 500;

/** How fast pages and libraries are read: the median of interleaved rounds, beside the least that could be done. */
export async function benchParse({ seed }: Options): Promise<void> {
  const posts = generatePosts(lexicons.engineering!, listed, seed);
  const text = posts.map(textEntry).join('\n\n');
  const html = `<title>Blog</title><main>${posts.map(htmlEntry).join('\n')}</main>`;
  const library = formatCslJson(posts);
  const vocabulary = createVocabulary();
  const options = { source: 'bench' };
  const work: Record<string, [input: string, run: () => unknown, least: string, floor: () => unknown]> = {
    'listing, text': [
      text,
      () => readListing(text, options),
      'cutting lines',
      () => text.split(/\r?\n/).map(line => line.trim()),
    ],
    'listing, HTML': [html, () => readListing(html, options), 'parse5 alone', () => parseHtml(html)],
    'library, CSL-JSON': [
      library,
      () => parseCslJson(library, 'bench'),
      'JSON.parse',
      () => JSON.parse(library),
    ],
    topics: [
      text,
      () => posts.map(post => inferTopics(post, vocabulary)),
      'cutting words',
      () => posts.map(words),
    ],
  };
  const runs = Object.entries(work).map(([name, [input, run, least, floor]]) => ({
    name,
    input,
    run,
    least,
    floor,
    own: [] as number[],
    base: [] as number[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { run, floor, own, base } of runs) {
      own.push(time(run));
      base.push(time(floor));
    }
  }
  console.log(`\nparse: ${listed} posts of “engineering”, seed ${seed}, median of ${rounds} rounds`);
  printTable(
    ['what', 'KB', 'ms', 'posts/s', 'MB/s', 'beside', 'ms', 'ratio'],
    runs.map(({ name, input, least, own, base }) => {
      const [ms, floor] = [median(own), median(base)];
      const size = input.length / 1000;
      return [
        name,
        short(size),
        short(ms),
        short((listed / ms) * 1000),
        short(size / ms),
        least,
        short(floor),
        short(ms / floor),
      ];
    }),
  );
}

function textEntry(post: Post): string {
  const date = post.issued ? ` · ${formatDate(post.issued)}` : '';
  return `${post.title}\n\nBy ${authorList(post.author) || 'the team'}${date}\n\n${post.abstract ?? ''} …`;
}

function htmlEntry(post: Post): string {
  const authors = post.author
    .map(({ given, family }) => `<a rel="author" href="/u">${given} ${family}</a>`)
    .join(', ');
  const date = post.issued ? `<time datetime="${isoDate(post.issued)}">then</time>` : '';
  return `<article><h2><a href="${post.url}">${post.title}</a></h2><p>By ${authors} ${date}</p><p>${post.abstract ?? ''}</p></article>`;
}

function words(post: Post): string[] {
  return `${post.title} ${post.abstract ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
