import type { Dialect } from '../document/dialect';
import { encodeAddress, linkDestination } from './address';

/** Markdown of ours, which any parser of Markdown reads, as a dialect reads it. */
export const inDialect = (markdown: string, dialect: Dialect | undefined): string =>
  dialect === 'mdx' ? mdxText(markdown) : markdown;

/**
 * MDX knows no `<https://…>`, and takes braces for expressions, every `<` for an element, and a line that begins with
 * `import` or `export` for code.
 */
function mdxText(markdown: string): string {
  return markdown
    .replace(bareAddress, '')
    .replace(/^[ie](?=(?:mport|xport)\s)/, letter => `&#${letter.charCodeAt(0)};`)
    .replace(
      /\\[\s\S]|^\[[^^\]][^\]]*\]: <[^<>\n]*>|\(<[^<>\n]*>\)|<\/?(?:sup|sub|i|b|em|strong)>|<(https?:\/\/[^<>\s]*)>|[<{}]/gi,
      (whole, address?: string) => {
        if (address !== undefined) return `[${shown(address)}](${linkDestination(address)})`;
        return whole.length === 1 ? `\\${whole}` : whole;
      },
    );
}

/** What only Pandoc needs. */
const bareAddress = /\\(?=:\/\/)|(?<=(?<![\p{L}\p{N}])www)\\(?=\.)/giu;

const shown = (address: string): string => encodeAddress(address).replace(/[[\]&*_~^$@{}]/g, '\\$&');
