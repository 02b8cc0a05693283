import { isPandocKey } from '../citation/key';
import { placeAt } from '../document/place';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/** Places looked at: of each the paragraph is read again. */
const most = 200;

/** Keys of posts with white space or braces in them, each once: Pandoc prints what stands there as it is. */
export function* unreadableKeys({ analysis, known }: Checked): Generator<Found | undefined> {
  const { text, dialect } = analysis;
  if (dialect === 'mdx') return;
  const told = new Set<string>();
  let looked = 0;
  for (const { 0: written, 1: key, index } of text.matchAll(inBraces)) {
    yield undefined;
    const post = isPandocKey(key!) ? undefined : known.byId(key!);
    if (!post || told.has(post.id) || looked++ >= most) continue;
    if (!/^(?:text|linkText)$/.test(placeAt(analysis.document, index).kind)) continue;
    told.add(post.id);
    yield { code: 'unreadableKey', start: index, end: index + written.length, detail: post.id, post };
  }
}

const inBraces = /@\{((?:[^{}\r\n]|\{[^{}\r\n]*\})*)\}/g;
