import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parsingFeed, readFeed } from '../../src/core/formats/feed';
import { decodeFeed } from '../../src/core/formats/feed/decodeFeed';
import { runWhole } from '../../src/core/sliced';
import { holds, Missing } from './evaluate';
import { type Expression, parseExpression } from './expression';
import { outOfScope } from './scope';
import { feedView } from './view';

export interface Judgement {
  readonly files: number;
  /** By folder, in alphabetical order. */
  readonly groups: ReadonlyMap<string, Group>;
  /** How many files are not judged, by the reason. */
  readonly left: ReadonlyMap<string, number>;
  /** Of each file whose reading threw, its name and the error. */
  readonly thrown: readonly string[];
  /** Files whose assertion is no expression that is understood. */
  readonly unread: readonly string[];
}

export interface Group {
  inScope: number;
  passed: number;
  readonly failing: string[];
}

/** The address that feedparser's own test server has. */
const server = 'http://127.0.0.1:8097/';

/** Reads every file below a folder and asks whether what its comment says of it holds. */
export function judge(folder: string): Judgement {
  const groups = new Map<string, Group>();
  const left = new Map<string, number>();
  const thrown: string[] = [];
  const unread: string[] = [];
  const files = filesIn(folder);
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    const { expect, headers } = readTest(bytes);
    const group = groups.get(dirname(file)) ?? { inScope: 0, passed: 0, failing: [] };
    groups.set(dirname(file), group);
    const expression = expect === undefined ? undefined : understood(expect);
    if (expect !== undefined && !expression) unread.push(file);
    const passes = run(file, bytes, headers, expression, thrown);
    const reason = expression ? outOfScope(expression) : 'no assertion';
    if (reason !== undefined) {
      left.set(reason, (left.get(reason) ?? 0) + 1);
      continue;
    }
    group.inScope++;
    if (passes) group.passed++;
    else group.failing.push(file);
  }
  return { files: files.length, groups, left, thrown, unread };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:xml|json)$/.test(entry.name))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

interface Test {
  readonly expect: string | undefined;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What the comment says. Bytes that are zero are left out, which makes UTF-16 and UTF-32 of it readable. */
function readTest(bytes: Uint8Array): Test {
  const text = new TextDecoder().decode(bytes.filter(byte => byte !== 0));
  const expect = /Expect:\s*(.*?)\s*-->/s.exec(text)?.[1];
  const headers = Array.from(
    text.matchAll(/^\s*Header:\s*([^:\n]+):[ \t]*(.*)$/gm),
    ([, name, value]) => [name!.toLowerCase(), value!.trim()] as const,
  );
  return { expect, headers: new Map(headers) };
}

function understood(expect: string): Expression | undefined {
  try {
    return parseExpression(expect);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const noFeed = new Map([['bozo', true]]);

function run(
  file: string,
  bytes: Uint8Array,
  headers: ReadonlyMap<string, string>,
  expression: Expression | undefined,
  thrown: string[],
): boolean {
  const options = {
    source: file,
    base: addressOf(file, headers.get('content-location')),
    contentType: headers.get('content-type'),
    language: headers.get('content-language'),
  };
  try {
    readFeed(bytes, options);
    const feed = runWhole(parsingFeed(bytes, options));
    if (!expression) return false;
    // What is no feed is told so; an assertion that names nothing, "1", asks that it is one.
    if (!feed) return expression.kind !== 'constant' && holds(expression, noFeed);
    return holds(expression, feedView(feed, decodeFeed(bytes, options.contentType).encoding));
  } catch (error) {
    if (!(error instanceof Missing)) thrown.push(`${file}: ${(error as Error).stack}`);
    return false;
  }
}

function addressOf(file: string, contentLocation: string | undefined): string {
  const address = new URL(file, server).href;
  const located = contentLocation ? new URL(contentLocation, address) : undefined;
  return located && /^https?:$/.test(located.protocol) ? located.href : address;
}
