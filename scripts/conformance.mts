import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parsingFeed, readFeed } from '../src/core/formats/feed';
import { decodeFeed } from '../src/core/formats/feed/decodeFeed';
import { runWhole } from '../src/core/sliced';
import { holds, Missing } from './conformance/evaluate';
import { type Expression, parseExpression } from './conformance/expression';
import { isInScope } from './conformance/scope';
import { feedView } from './conformance/view';

const usage = `npm run conformance -- DIR [-v]

Reads every file below DIR, which holds the test files of feedparser (https://github.com/kurtmckee/feedparser,
tests/), and evaluates the assertion in the comment of each. In scope are those about what Byline reads from a feed:
titles, links, authors, dates, ids, texts, topics, languages, bases and encodings, but not images, rights, podcast
flags and the like. Where feedparser gives cleaned markup, Byline gives plain text: there the words must be the same.
Of dates the day counts, as no more is read. Whether the XML was well-formed is not told, so both answers are right.
-v names each file that fails.`;

/** The address that feedparser's own test server has. */
const server = 'http://127.0.0.1:8097/';

const args = process.argv.slice(2);
const folder = args.find(arg => !arg.startsWith('-'));
if (folder === undefined) {
  console.error(usage);
  process.exit(2);
}

interface Tally {
  inScope: number;
  passed: number;
  failing: string[];
}
const tallies = new Map<string, Tally>();
const thrown: string[] = [];
let files = 0;

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = relative(folder, join(entry.parentPath, entry.name));
  files++;
  const bytes = readFileSync(join(folder, file));
  const test = readTest(bytes);
  const tally = tallies.get(dirname(file)) ?? { inScope: 0, passed: 0, failing: [] };
  tallies.set(dirname(file), tally);
  const expression = test && understood(test.expect, file);
  const passes = run(file, bytes, test?.headers ?? new Map(), expression);
  if (!expression || !isInScope(expression)) continue;
  tally.inScope++;
  if (passes) tally.passed++;
  else tally.failing.push(file);
}

report();

interface Test {
  readonly expect: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What the comment says; of characters of several bytes those that are zero are left out. */
function readTest(bytes: Uint8Array): Test | undefined {
  const text = new TextDecoder().decode(bytes.filter(byte => byte !== 0));
  const expect = /Expect:\s*(.*?)\s*-->/s.exec(text)?.[1];
  if (expect === undefined) return undefined;
  const headers = Array.from(
    text.matchAll(/^\s*Header:\s*([^:\n]+):[ \t]*(.*)$/gm),
    ([, name, value]) => [name!.toLowerCase(), value!.trim()] as const,
  );
  return { expect: expect.replaceAll('\\"', '"'), headers: new Map(headers) };
}

function understood(expect: string, file: string): Expression | undefined {
  try {
    return parseExpression(expect);
  } catch (error) {
    console.warn(`${file}: the assertion cannot be read: ${error}`);
    return undefined;
  }
}

function run(
  file: string,
  bytes: Uint8Array,
  headers: ReadonlyMap<string, string>,
  expression: Expression | undefined,
): boolean {
  const address = new URL(file, server).href;
  const location = headers.get('content-location');
  const base =
    location && /^https?:/.test(new URL(location, address).href) ? new URL(location, address).href : address;
  const options = {
    source: file,
    base,
    contentType: headers.get('content-type'),
    language: headers.get('content-language'),
  };
  try {
    readFeed(bytes, options);
    const feed = runWhole(parsingFeed(bytes, options));
    if (!feed || !expression) return false;
    return holds(expression, feedView(feed, decodeFeed(bytes, options.contentType).encoding));
  } catch (error) {
    if (!(error instanceof Missing)) thrown.push(`${file}: ${(error as Error).stack}`);
    return false;
  }
}

function report(): void {
  let inScope = 0;
  let passed = 0;
  for (const [group, tally] of [...tallies].sort()) {
    inScope += tally.inScope;
    passed += tally.passed;
    console.log(`${group.padEnd(30)} ${tally.passed} of ${tally.inScope}`);
    if (args.includes('-v')) for (const file of tally.failing) console.log(`  ${file}`);
  }
  for (const error of thrown) console.log(error);
  console.log(`${files} files read, ${thrown.length} threw`);
  console.log(`in scope ${inScope}, passed ${passed} (${((100 * passed) / inScope).toFixed(1)} %)`);
  if (thrown.length > 0) process.exitCode = 1;
}
