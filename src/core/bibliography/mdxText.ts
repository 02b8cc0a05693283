import { encodeAddress, linkDestination } from '../citation/address';

/**
 * Markdown of ours as MDX reads it, which knows no `<https://…>`, and takes braces for expressions and every `<` for
 * an element.
 */
export function mdxText(markdown: string): string {
  return markdown.replace(
    /\\[\s\S]|\(<[^<>\n]*>\)|<\/?(?:sup|sub|i|b|em|strong)>|<(https?:\/\/[^<>\s]*)>|[<{}]/gi,
    (whole, address?: string) => {
      if (address !== undefined) return `[${shown(address)}](${linkDestination(address)})`;
      return whole.length === 1 ? `\\${whole}` : whole;
    },
  );
}

const shown = (address: string): string => encodeAddress(address).replace(/[[\]&*_~^$|@:{}]/g, '\\$&');
