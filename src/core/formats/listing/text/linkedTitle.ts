import { remembered } from '../../html/remembered';
import { readBareNames } from '../../line/byline';
import { isChrome, isCount } from '../../line/chrome';
import { type Fields, readFields } from './fields';
import { isAddress } from './isAddress';
import type { Line } from './lines';

/** Names that stand beside a link without "by" must look like names by themselves. */
const surelyNames = 0.5;

/**
 * Reads a line in which a link is the title: "[Sea change](…) by Jane Doe, 2020-03-04". The link's ends are the
 * title's, so that what stands outside may be names that would pass for words of a title. `undefined` when
 * something else than names, a date and the like stands there.
 */
export function readLinkedTitle({ links, text: line }: Line): Fields | undefined {
  if (links.length > 3) return undefined;
  for (const { text, url, start } of links) {
    const outside = line.length - text.length;
    if (!isAddress(url) || outside < 2 || outside > 300 || !mayBeTitle(text)) continue;
    const [left, right] = [line.slice(0, start), line.slice(start + text.length)].map(readOutside);
    // "Posted by Jane Doe in [runtime](…)", "By [Jane Doe](…)"
    if (left !== nothing && ((!left?.dated && !left?.byline) || left.section || left.extras || left.signed))
      continue;
    if (!left || !right || (left === nothing && right === nothing) || (left.byline && right.byline)) continue;
    const byline = left.byline ?? right.byline;
    // "[Jane Doe](…) · March 3" signs the post above.
    if (!byline && (readBareNames(text)?.confidence ?? 0) >= 0.3) continue;
    const { signed: _, ...said } = { ...left, ...right };
    return { ...said, ...merged(left, right), ...(byline ? { byline } : {}), title: text };
  }
  return undefined;
}

const merged = (left: Fields, right: Fields) => ({
  dated: left.dated || right.dated,
  extras: left.extras || right.extras,
  keywords: [...left.keywords, ...right.keywords],
});

const nothing: Fields = { dated: false, extras: false, keywords: [], besides: [] };

function mayBeTitle(text: string): boolean {
  if (text.length > 300 || isChrome(text) || isCount(text) || /^(?:https?:|www\.)/u.test(text)) return false;
  const { title, byline } = readFields(text);
  return title !== undefined && !byline?.signed;
}

/** What stands on one side of the title; `undefined` when some of it is not understood. */
const readOutside = remembered((side: string): (Fields & { readonly signed?: true }) | undefined => {
  const bare = side.replace(/^[\s,;:|·•–—-]+|[\s,;:|·•–—-]+$/gu, '');
  const text = /^[([]([^()[\]]+)[)\]]$/u.exec(bare)?.[1] ?? bare;
  if (!text) return nothing;
  const { title, besides: _, yearInBrackets: __, ...fields } = readFields(text);
  if (fields.byline?.signed)
    return title === undefined ? { ...fields, besides: [], signed: true } : undefined;
  const names = title === undefined ? fields.byline : readBareNames(title);
  if (!names) return title === undefined ? { ...fields, besides: [] } : undefined;
  if (names.confidence < surelyNames) return undefined;
  return { ...fields, besides: [], byline: { ...names, signed: true } };
});
