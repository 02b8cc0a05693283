import { cleanText } from '../../text';
import { decodeReferences } from '../html/plainMarkup';

/** In UTF-16 units: what is looked at of one paragraph. */
const longest = 4000;

/**
 * One paragraph of Markdown, or of its dialects with shortcodes and JSX, as the plain text that readers see.
 * @param labels in small letters, those that the document defines addresses for.
 */
export function plainText(markdown: string, labels?: ReadonlySet<string>): string {
  const kept: string[] = [];
  // Code and escapes stand for themselves: they are put aside while marks are taken out.
  const aside = (text: string) => `\ue000${kept.push(text) - 1}\ue001`;
  const text = markdown
    .slice(0, longest)
    .replace(/[\ue000\ue001]/g, '')
    .replace(/(?<!`)(`{1,3})(?!`)([^`]+)\1(?!`)/g, (_, _mark, code: string) => aside(code.trim()))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => aside(mark))
    .replace(templates, ' ')
    .replace(/<((?:https?|mailto):[^<>\s]+)>/g, (_, address: string) => aside(address))
    .replace(/<\/?[A-Za-z!][^<>]*>/g, ' ')
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, ' ')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])(?:\{[^{}]*\})?/g, '$1')
    .replace(/\[([^[\]]*)\]/g, (whole, label: string) => (labels?.has(label.toLowerCase()) ? label : whole))
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\{[:#.][^{}]*\}/g, '')
    .replace(/(\*{1,3}|~~|==)(?=\S)([^*~=]+)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(reference, text => decodeReferences(text))
    .replace(/\ue000(\d+)\ue001/g, (_, index) => kept[Number(index)]!);
  return cleanText(text).replace(/ (?=[,.;:!?](?:\s|$))/g, '');
}

/** A title of front matter as plain text: it holds no Markdown, but references and marks of HTML at times. */
export function plainTitle(title: string): string {
  return cleanText(title.replace(inlineTag, '').replace(reference, text => decodeReferences(text)));
}

const inlineTag =
  /<\/?(?:a|abbr|b|br|cite|code|em|i|kbd|mark|nobr|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/** Liquid and Nunjucks, Hugo's shortcodes, comments of MDX. */
const templates = /\{%[^{}]*%\}|\{\{[^{}]*\}\}|\{\/\*[^*]*\*\/\}/g;

/** With a ";": what stands for nothing stays as it is, and "AT&T" too. */
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
