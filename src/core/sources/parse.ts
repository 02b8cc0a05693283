import { decodePage } from '../decode';
import { detectCslJson } from '../formats/cslJson';
import { readListing } from '../formats/listing';
import { readLibrary } from '../library/libraryFile';
import type { PostRecord } from '../post';
import { urlKey } from '../url';
import type { Parsed, ParseRequest } from './parsed';
import type { SourceEntry } from './reading';

const nothing: Pick<Parsed, 'entries' | 'feeds' | 'sources' | 'problems'> = {
  entries: [],
  feeds: [],
  sources: [],
  problems: [],
};

/** Reads bytes as what the request says. May take long: called through a `Parser`. Never throws on bad input. */
export function parse(request: ParseRequest): Parsed {
  const [file] = request.files;
  if (!file) return nothing;
  const text = decodePage(file.bytes);
  const isLibrary = detectCslJson(text);
  if (request.kind === 'bibliography' || (request.kind === 'address' && isLibrary)) {
    if (!isLibrary) return nothing;
    const { posts, problems } = readLibrary(file.bytes, request.source);
    return {
      ...nothing,
      takenFor: 'bibliography',
      entries: posts.map(post => ({ key: post.id, record: post })),
      problems,
    };
  }
  if (request.kind !== 'listing' && request.kind !== 'address') return nothing;
  const { base, source } = request;
  const { publication, posts, problems } = readListing(text, { source, ...(base !== undefined && { base }) });
  return {
    ...nothing,
    ...(posts.length > 0 && { takenFor: 'listing' }),
    ...(publication !== undefined && { title: publication }),
    entries: posts.map(byAddress),
    problems,
  };
}

/** An entry of what names its posts by their addresses only. */
export function byAddress(record: PostRecord): SourceEntry {
  return { key: record.url === undefined ? record.title : urlKey(record.url), record };
}
