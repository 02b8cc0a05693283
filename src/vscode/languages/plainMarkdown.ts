/**
 * Text as Markdown that reads as exactly this text: all but letters and digits are character references, so that nothing
 * in it can be a mark, link, address or icon.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\0-\x7f]/g, character =>
      /[A-Za-z0-9 ]/.test(character) ? character : `&#${character.charCodeAt(0)};`,
    );
}
