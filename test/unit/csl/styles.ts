import { type CslNode, cslFiles } from '../../../scripts/cslFiles.mjs';
import { type CslFormatter, createFormatter } from '../../../src/core/csl';

/** The styles and locales that come with Byline, as the build writes them. */
export const files: ReadonlyMap<string, CslNode> = cslFiles();

export const localeOf = (name: string): CslNode | undefined => files.get(name);

/** A formatter of a shipped style, or of one that a test writes. */
export function formatterOf(style: string | object, language = 'en-US', forceLanguage = true): CslFormatter {
  const data = typeof style === 'string' ? (files.get(style) ?? style) : style;
  return createFormatter({ style: data, locales: localeOf, language, forceLanguage });
}

/** A style as the XML that it is elsewhere. */
export function xmlOf(node: CslNode): string {
  const namespace = /^(?:style|locale)$/.test(node.name) ? ' xmlns="http://purl.org/net/xbiblio/csl"' : '';
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inner = node.children.map(child => (typeof child === 'string' ? escaped(child) : xmlOf(child)));
  return `<${node.name}${namespace}${attributes.join('')}>${inner.join('')}</${node.name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
