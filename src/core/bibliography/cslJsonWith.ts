import { toCslItem } from '../formats/cslItem';
import type { Post } from '../post';

/** The text of a CSL-JSON array with further posts at its end, laid out as its first item is, else one a line. */
export function cslJsonWith(text: string, posts: readonly Post[]): string {
  const end = text.lastIndexOf(']');
  const items = posts.map(toCslItem);
  if (end < 0) return `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]\n`;
  const last = text.slice(0, end).trimEnd();
  const [, space = '', item = ''] = /^\s*\[(\s*)(\{\s*)?/.exec(text) ?? [];
  if (item === '') {
    const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
    return `${last}${eol}${items.map(added => JSON.stringify(added)).join(`,${eol}`)}${eol}${text.slice(end)}`;
  }
  const added = items.map(value => `,${space}${laidOut(value, space, item.slice(1))}`);
  return last + added.join('') + text.slice(last.length);
}

/** @param inner the white space before the first name in an item, as `space` is that before an item */
function laidOut(value: unknown, space: string, inner: string): string {
  const indent = /[^\r\n]*$/.exec(space)![0];
  const innerIndent = /[^\r\n]*$/.exec(inner)![0];
  const eol = /\r?\n/.exec(inner)?.[0];
  if (eol === undefined) return JSON.stringify(value);
  const step = innerIndent.startsWith(indent) ? innerIndent.slice(indent.length) : innerIndent;
  return JSON.stringify(value, undefined, step).replaceAll('\n', eol + indent);
}
