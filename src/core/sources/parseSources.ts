import type { Problem, ProblemCode } from '../problem';
import { cleanText } from '../text';
import { urlKey } from '../url';
import { isRemote, type Source, type SourceKind, sourceKinds } from './source';
import { webAddress, withoutUser } from './webAddress';

/** The setting that sources stand in; in its problems `line` is the number of the source. */
const setting = 'byline.sources';

/**
 * The sources that the user listed. One that makes no sense is left out and a Problem that says why; one that is
 * listed twice counts once.
 */
export function parseSources(value: unknown): { sources: readonly Source[]; problems: readonly Problem[] } {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  for (const [at, entry] of (Array.isArray(value) ? value : []).entries()) {
    const note = (code: ProblemCode, detail: unknown) =>
      problems.push({ code, source: setting, line: at + 1, detail: shown(detail) });
    const source = parseSource(entry, note);
    if (!source) continue;
    const key = sourceKey(source);
    if (!sources.has(key)) sources.set(key, source);
  }
  return { sources: [...sources.values()], problems };
}

/** The same for two sources of which one is enough. */
export function sourceKey(source: Pick<Source, 'kind' | 'location'>): string {
  return isRemote(source) ? urlKey(source.location) : `${source.kind} ${source.location}`;
}

function parseSource(entry: unknown, note: (code: ProblemCode, detail: unknown) => void): Source | undefined {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const text = (field: keyof Source) => {
    const given = fields[field];
    return typeof given === 'string' ? cleanText(given) : '';
  };
  const address = (field: 'feed' | 'baseUrl') => {
    const given = text(field);
    const url = given && webAddress(given);
    if (given && !url) note('unusableSourceAddress', given);
    return url ? { [field]: url } : {};
  };
  const kind = sourceKinds.find(known => known === fields.kind);
  const written = typeof fields.location === 'string' ? fields.location.trim() : '';
  if (!kind || !written) {
    note(kind ? 'missingLocation' : 'unknownSourceKind', entry);
    return undefined;
  }
  const location = locationOf(kind, written);
  if (location === undefined) {
    note('unusableLocation', written);
    return undefined;
  }
  return {
    kind,
    location,
    ...(text('name') && { name: text('name') }),
    ...(text('group') && { group: text('group') }),
    ...(kind === 'listing' && address('feed')),
    ...(kind === 'folder' && address('baseUrl')),
  };
}

/** `undefined` for an address where there has to be a path, and the other way round. */
function locationOf(kind: SourceKind, written: string): string | undefined {
  const isAddress = /^[a-z][a-z\d+.-]+:/i.test(written);
  if (isRemote({ kind, location: written })) return webAddress(written);
  // A scheme has two letters at least: "C:\blog" is a path.
  return isAddress ? undefined : plainPath(written);
}

/** Without what names no other place: "./posts/" is "posts". */
function plainPath(path: string): string {
  const parts = path.replace(/(?<=^|[/\\])(?:\.[/\\]+)+/g, '').replace(/(?<=[^/\\:])(?<!^~)[/\\]+\.?$/, '');
  return parts || '.';
}

const most = 80;

function shown(value: unknown): string {
  const text = withoutUser(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
