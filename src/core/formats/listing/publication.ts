const kind =
  /(?<!\p{L})(?:blogs?|tech ?blog|engineering|newsletter|magazine|journal|weekly|digest|gazette|dispatch|chronicle|tech|technology|labs?|developers?|substack|review|times|zine|bulletin|stories|notes)(?!\p{L})/iu;
const generic =
  /^(?:(?:the|our|my|all|latest|recent|new|blog|posts?|articles?|archives?|newsletter|stories|notes|engineering|technology|tech|developers?|weekly|reading|list|by|year|from|in|of|a|and|home|about|us|index|page|full|complete|magazine|journal|news|labs?|write|writing|read|more)\b[\s:–—|-]*)+$/iu;
const around =
  /^(?:welcome to (?:the )?|about (?:the )?|posts (?:from|in|on) (?:the )?|articles (?:from|in) (?:the )?|archives? (?:of|for) (?:the )?|latest (?:from|on) (?:the )?|more from (?:the )?|follow (?:the )?|subscribe to (?:the )?|(?:posts|archives?|articles|home|blog|latest posts|all posts)\s*[|–—:·-]\s*)|\s*(?:[|–—:·-]\s*)?(?:posts|archives?|home|all posts|latest posts|articles)$/giu;

/** "Acme Engineering Blog", but not "Our blog" or a sentence. */
export function isPublicationName(text: string): boolean {
  if (text.length > 60 || /[.!?,;…:]$/u.test(text) || generic.test(text)) return false;
  const words = text.split(/\s+/u);
  const isName = words.every(word =>
    /^[\p{Lu}\p{N}&|–—-]|^(?:of|the|and|for|at|in|on|by|de|des|der)$/u.test(word),
  );
  return words.length <= 7 && isName && kind.test(text);
}

/**
 * The publication's name, from what stands in the page's head and foot and in the sections that posts name.
 * `undefined` unless the words say that it is one, or head and foot agree.
 */
export function findPublication(
  head: readonly string[],
  foot: readonly string[],
  sections: readonly string[],
): string | undefined {
  const [section] = sections;
  if (section && sections.length > 1 && sections.every(other => other === section)) return section;
  const rights = foot.map(copyrightHolder).filter(text => text !== undefined);
  for (const text of [...head, ...foot, ...rights, ...sections]) {
    const name = text.replace(around, '').trim();
    if (isPublicationName(name)) return name;
    const isHolder = rights.some(holder => holder.toLowerCase() === name.toLowerCase());
    if (isHolder && head.includes(text) && !generic.test(name)) return name;
  }
  return undefined;
}

/** "© 2021 Acme. All rights reserved." */
function copyrightHolder(text: string): string | undefined {
  const match =
    /^(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.,|·]{2,60})/iu.exec(
      text,
    );
  return match?.[1]?.trim();
}
