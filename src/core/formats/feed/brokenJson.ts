import { comma, endOfValue, skipSpace } from '../json';

type Json = Readonly<Record<string, unknown>>;

/**
 * What can be had of a JSON Feed that is no JSON: the items that are, one by one, and what stands before them.
 * `undefined` where there is no list of items. Sliced finely, as each item is one step.
 */
export function* readingBrokenJson(text: string): Generator<void, Json | undefined> {
  const opening = /"items"\s*:\s*\[/.exec(text);
  if (!opening) return undefined;
  const bytes = new TextEncoder().encode(text.slice(opening.index + opening[0].length));
  const decoder = new TextDecoder();
  const items: unknown[] = [];
  for (let at = skipSpace(bytes, 0); at < bytes.length; ) {
    const end = endOfValue(bytes, at);
    if (end === at) break;
    const item = parseJson(decoder.decode(bytes.subarray(at, end)));
    if (item !== undefined) items.push(item);
    at = skipSpace(bytes, end);
    if (bytes[at] !== comma) break;
    at = skipSpace(bytes, at + 1);
    yield;
  }
  return { ...parseJson(`${text.slice(0, opening.index)}"items":[]}`), items };
}

/** An object; `undefined` where the text is none. Line ends that stand in its texts unescaped do no harm. */
export function parseJson(text: string): Json | undefined {
  for (const written of [text, text.replace(/[\u0000-\u001f]/g, ' ')]) {
    try {
      const value: unknown = JSON.parse(written);
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Json)
        : undefined;
    } catch {}
  }
  return undefined;
}
