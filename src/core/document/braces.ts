import type { Dialect } from './dialect';
import { finder } from './inlineHtml';
import { liquidEnd } from './liquid';

/** Of a Pandoc element: an identifier, classes, `key="value"`, a raw format. */
const attributes = /\{[ \t]*(?:[#.=][^\s{}"]|[\w-]+=)(?:[^{}"]|"[^"]*")*\}/y;

/**
 * Where that ends which begins with the brace at an offset and is no text: a shortcode of Quarto or Hugo
 * (`{{< video … >}}`), a tag or value of Liquid (`{% … %}`, `{{ … }}`), an expression of MDX, the attributes of a Pandoc
 * element. Offsets must not go back.
 */
export function bracesReader(
  text: string,
  dialect: Dialect = 'markdown',
): (at: number) => number | undefined {
  const until = finder(text);
  let closings: ReadonlyMap<number, number> | undefined;
  return at => {
    if (dialect === 'mdx') {
      closings ??= matchingBraces(text);
      return closings.get(at);
    }
    if (text.startsWith('{{<', at)) return until('>}}', at + 3)?.end;
    if (text.startsWith('{{%', at)) return until('%}}', at + 3)?.end;
    if (dialect === 'markdown') return liquid(text, at, until);
    attributes.lastIndex = at;
    return attributes.test(text) ? attributes.lastIndex : undefined;
  };
}

function liquid(text: string, at: number, until: ReturnType<typeof finder>): number | undefined {
  if (text.startsWith('{{', at)) return until('}}', at + 2)?.end;
  if (!text.startsWith('{%', at)) return undefined;
  const name = liquidEnd(text, at);
  const closing =
    name === undefined ? [] : ['{% end', '{%- end', '{%end'].map(mark => until(mark + name, at));
  return until('%}', closing.find(found => found)?.end ?? at + 2)?.end;
}

/** By the offset of a brace that opens, the one after the brace that closes it. */
export function matchingBraces(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: brace } of text.matchAll(/\\.|[{}]/gs)) {
    if (brace === '{') open.push(index);
    else if (brace === '}') {
      const start = open.pop();
      if (start !== undefined) closings.set(start, index + 1);
    }
  }
  return closings;
}
