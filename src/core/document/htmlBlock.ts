const blockTags = new RegExp(
  `^</?(?:${
    'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
    'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|' +
    'menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|' +
    'title|tr|track|ul'
  })(?:[ \\t]|/?>|$)`,
  'i',
);

const attribute = `[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`;
const loneTag = new RegExp(
  `^<(?:/[a-z][a-z0-9-]*[ \\t]*|[a-z][a-z0-9-]*(?:${attribute})*[ \\t]*/?)>[ \\t]*$`,
  'i',
);

/** The start conditions 1 to 7 of CommonMark 4.6; the last one can't interrupt a paragraph. */
export function htmlKind(line: string, interrupts: boolean): number | undefined {
  if (!line.startsWith('<')) return undefined;
  if (/^<(?:script|pre|textarea|style)(?:[ \t>]|$)/i.test(line)) return 1;
  if (line.startsWith('<!--')) return 2;
  if (line.startsWith('<?')) return 3;
  if (/^<![a-z]/i.test(line)) return 4;
  if (line.startsWith('<![CDATA[')) return 5;
  if (blockTags.test(line)) return 6;
  return !interrupts && loneTag.test(line) ? 7 : undefined;
}

const endings = [/$^/, /<\/(?:script|pre|textarea|style)>/i, /-->/, /\?>/, />/, /\]\]>/];

/** Whether the line ends a block of conditions 1 to 5; the others end at a blank line. */
export const closesHtml = (kind: number, line: string): boolean => endings[kind]?.test(line) ?? false;
