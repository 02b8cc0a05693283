const opening = /^(?:\{%-?\s*(comment|highlight|codeblock|code|mermaid)\b|\{\{[<%]\s*(highlight|mermaid)\b)/;

/**
 * Of a line that begins with a tag of Jekyll, Hexo or Hugo whose content is code: what closes it. Not of `raw`, which
 * keeps its content from Liquid only: it is Markdown all the same.
 */
export function liquidClosing(line: string): RegExp | undefined {
  const [whole, block, shortcode] = opening.exec(line) ?? [];
  if (whole === undefined) return undefined;
  return block ? new RegExp(`\\{%-?\\s*end${block}\\b`) : new RegExp(`\\{\\{[<%]\\s*/\\s*${shortcode}\\b`);
}

const tag = /\{%-?\s*(raw|verbatim|comment|highlight|code)\b[^%{}]{0,200}%\}/y;

/** The tag that closes what the tag at an offset of a paragraph opens, if its content is no text within one. */
export function liquidEnd(text: string, at: number): string | undefined {
  tag.lastIndex = at;
  return tag.exec(text)?.[1];
}
