import type { DocumentAnalysis, DocumentCitation, KnownPosts } from '../document';
import { isCrossReference } from '../document/crossReference';
import type { ToolDocument } from './tool';

/** What a text cites that is no post of the library, with the places where it does; the first place comes first. */
export interface Uncited {
  readonly kind: 'link' | 'key' | 'note';
  /** The address, key or label. */
  readonly cited: string;
  /** What may be words of a post's title: the text of a link, the end of its address. */
  readonly words: readonly string[];
  readonly starts: number[];
}

/**
 * The links, keys and notes of a text that mean no post of the library, each address, key and label once. Many a link
 * is none to a post; whoever wrote it has to say.
 */
export function* findingNotInLibrary(
  analysis: DocumentAnalysis,
  known: KnownPosts,
  bibliography: ToolDocument['bibliography'],
): Generator<void, readonly Uncited[]> {
  const found = new Map<string, Uncited>();
  for (const citation of analysis.citations) {
    yield;
    const kind = kindOf(citation, analysis);
    if (!kind || known.meantBy(citation).length > 0) continue;
    const { address, key, label = '', start } = citation;
    const cited = key ?? (kind === 'link' ? address! : label);
    if (key !== undefined && bibliography?.entries.has(key)) continue;
    const before = found.get(`${kind} ${cited}`);
    if (before) before.starts.push(start);
    else
      found.set(`${kind} ${cited}`, {
        kind,
        cited,
        words: wordsOf(citation, analysis.text),
        starts: [start],
      });
  }
  return [...found.values()];
}

/** What a citation would cite; `undefined` where it is no citation of a post. */
function kindOf(citation: DocumentCitation, { dialect }: DocumentAnalysis): Uncited['kind'] | undefined {
  const { kind, address, key, label = '', group } = citation;
  if (key !== undefined) {
    const isMeant = group !== undefined || dialect === 'pandoc' || likeOurs.test(key);
    return isMeant && !isCrossReference(key) ? 'key' : undefined;
  }
  // A definition cites by what refers to it.
  if (kind === 'definition') return undefined;
  if (address !== undefined) return /^https?:\/\//i.test(address) ? 'link' : undefined;
  return kind === 'footnoteDefinition' && likeOurs.test(label) ? 'note' : undefined;
}

/** A key as Byline makes them: name, year, word. */
const likeOurs = /^\p{L}+(?:19|20)\d\d\p{L}{3}/u;

/** In UTF-16 units of a link's text that are looked at. */
const mostWords = 200;

function wordsOf({ text, address }: DocumentCitation, document: string): string[] {
  const shown = text ? document.slice(text.start, Math.min(text.end, text.start + mostWords)) : '';
  const [path = ''] = (address ?? '').slice(0, 2000).split(/[?#]/, 1);
  const end = path
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '');
  return [/^https?:/i.test(shown) ? '' : plain(shown), plain(end)].filter(words => words !== '');
}

/** Words only, as operators of the search are none here. */
const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .trim()
    .slice(0, mostWords);
