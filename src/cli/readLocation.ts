import { decodePage } from '../core/decode';
import type { FileSystem, HttpClient, Parser } from '../core/ports';
import type { PostRecord } from '../core/post';
import type { Problem } from '../core/problem';
import { ask } from '../core/sources/ask';
import { readFolder } from '../core/sources/folder';
import { parse } from '../core/sources/parse';
import type { Parsed, ParsedFile, ParseRequest } from '../core/sources/parsed';
import { contextOf } from '../core/sources/part';
import type { Source } from '../core/sources/source';
import { webAddress } from '../core/sources/webAddress';
import { counted, describe, draftsLeft } from './describe';
import { noText } from './noText';

export interface LocationPorts {
  readonly files: FileSystem;
  readonly http: HttpClient;
  /** The URI of a path as it was typed. */
  readonly uriOf: (path: string) => string;
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
}

/** What a file, folder or address holds. */
export interface LocationReading {
  readonly records: readonly PostRecord[];
  readonly problems: readonly Problem[];
  /** "RSS feed, 12 posts"; `undefined` where it could not be read at all. */
  readonly takenFor?: string;
  /** The feed that it is, of an address. */
  readonly feed?: Source;
  /** Of an outline. */
  readonly feeds?: readonly Source[];
}

/** How an address, a path, or "-" for standard input was written. */
const address = /^[a-z][a-z\d+.-]+:\/\//i;

/**
 * Reads what the location names, as whatever it turns out to be. One request for an address, none for anything else.
 * @param base the address that relative ones resolve against; of a folder: at which its posts are published.
 */
export async function readLocation(
  location: string,
  ports: LocationPorts,
  base: string | undefined,
): Promise<LocationReading> {
  try {
    if (address.test(location)) return await readAddress(location, ports, base);
    if (location === '-')
      return readFile({ name: '', bytes: await ports.readInput() }, { source: '-' }, base);
    return await readPath(location, ports, base);
  } catch (error) {
    return failed({ code: 'unreadableFile', source: location, detail: (error as Error).message });
  }
}

async function readAddress(
  location: string,
  { http }: LocationPorts,
  base: string | undefined,
): Promise<LocationReading> {
  const source = webAddress(location) ?? location;
  const asked = await ask(source, '*/*', undefined, { http, now: Date.now });
  if (asked.outcome !== 'changed') {
    return failed(asked.outcome === 'failed' ? asked.failure : { code: 'nothingToRead', source });
  }
  const { body, url } = asked.response;
  const name = new URL(url).pathname;
  const reading = readFile({ name, bytes: body }, { source, ...contextOf(asked.response) }, base);
  const isEmpty = reading.records.length + reading.problems.length + (reading.feeds?.length ?? 0) === 0;
  return isEmpty ? { ...reading, problems: [{ code: 'nothingToRead', source }] } : reading;
}

async function readPath(
  path: string,
  ports: LocationPorts,
  base: string | undefined,
): Promise<LocationReading> {
  const { files, uriOf } = ports;
  const uri = uriOf(path);
  let failure: Problem = { code: 'missingFile', source: path };
  try {
    const bytes = await files.read(uri);
    if (bytes) return readFile({ name: path, bytes }, { source: path }, base);
  } catch (error) {
    failure = { code: 'unreadableFile', source: path, detail: (error as Error).message };
  }
  const isFolder = (await files.list(uri).catch(() => undefined)) !== undefined;
  return isFolder ? readMarkdownFolder(path, ports, base) : failed(failure);
}

async function readMarkdownFolder(
  path: string,
  { files, uriOf }: LocationPorts,
  base: string | undefined,
): Promise<LocationReading> {
  const source: Source = { kind: 'folder', location: path, ...(base !== undefined && { baseUrl: base }) };
  let drafts = 0;
  const parser: Parser = {
    parse: async request => {
      const parsed = parse(request);
      drafts += parsed.drafts ?? 0;
      return parsed;
    },
  };
  const reading = await readFolder(source, uriOf(path), files, parser, { within: uriOf('.') });
  if (!reading) return failed({ code: 'missingFile', source: path });
  const within = (name: string) => (name === path ? path : `${path.replace(/\/+$/, '')}/${name}`);
  return {
    records: reading.entries.map(({ record }) => record),
    problems: reading.problems.map(problem => ({ ...problem, source: within(problem.source) })),
    takenFor: `folder of Markdown posts, ${counted(reading.entries.length, 'post')}${draftsLeft(drafts)}`,
  };
}

function readFile(
  file: ParsedFile,
  context: Pick<ParseRequest, 'source' | 'base' | 'contentType' | 'language'>,
  base: string | undefined,
): LocationReading {
  const what = noText(file.bytes);
  if (what !== undefined)
    return failed({ code: 'unreadableFile', source: context.source, detail: `it is ${what}` });
  const request = { ...context, ...(base !== undefined && { base }), files: [file] };
  const parsed = parseMarkdownPost(request) ?? parse({ ...request, kind: 'address' });
  const { takenFor, title, entries, post, problems, sources } = parsed;
  const isPage = takenFor === 'page';
  const isFeed = takenFor === 'feed' && address.test(context.source);
  return {
    records: isPage ? (post ? [post] : []) : entries.map(({ record }) => record),
    problems,
    ...((takenFor !== undefined || parsed.feeds.length > 0) && { takenFor: describe(parsed, file) }),
    ...(isFeed && { feed: { kind: 'feed', location: context.source, ...(title && { name: title }) } }),
    ...(sources.length > 0 && { feeds: sources }),
  };
}

/** A Markdown file lists posts, unless its front matter is that of a post. */
function parseMarkdownPost(request: Omit<ParseRequest, 'kind'>): Parsed | undefined {
  const [{ name, bytes }] = request.files as [ParsedFile];
  if (!/\.(?:md|mdx|markdown|qmd|rmd)$/i.test(name) || !frontMatter.test(decodePage(bytes))) return undefined;
  const { base } = request;
  const site = base === undefined ? {} : { site: { base, isBaseOfPosts: true } };
  const file = { name: name.replace(/^.*[\\/]/, ''), bytes };
  const parsed = parse({ ...request, ...site, files: [file], kind: 'markdown' });
  const isPost = parsed.entries.some(({ record }) => record.issued || record.author.length > 0);
  return isPost || (parsed.drafts ?? 0) > 0 ? parsed : undefined;
}

const frontMatter = /^\uFEFF?(?:---|\+\+\+|\{)/;

function failed(problem: Problem): LocationReading {
  return { records: [], problems: [problem] };
}
