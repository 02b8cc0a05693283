import { cleanText } from '../text';

/** Tags and variation selectors of the supplementary planes, in which text can be hidden that only models read. */
const hidden = /[\u{e0000}-\u{e01ef}]/gu;

/**
 * What a post says of itself, for a model: one line without anything that cannot be seen, and never long.
 * @param most in UTF-16 units
 */
export function quoted(text: string, most: number): string {
  // Cleaning never makes a text longer, so that what is far behind the end need not be looked at.
  const line = cleanText(text.slice(0, most * 4).replace(hidden, ''));
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
