import { notNames } from '../../line/words';

const kind =
  /(?<!\p{L})(?:\p{L}*blogg?s?|блог|revue|magazin|boletín|bitácora|nyhetsbrev|engineering|newsletter|magazine|journal|weekly|digest|gazette|dispatch|chronicle|tech|technology|labs?|developers?|substack|review|times|zine|bulletin|stories|notes)(?!\p{L})|ブログ|博客|블로그|技术团队|技術団|[周週]刊|日[报報]/iu;
const generic =
  /^(?:(?:the|our|my|all|latest|recent|new|blog|posts?|articles?|archives?|newsletter|stories|notes|engineering|technology|tech|developers?|weekly|reading|list|by|year|from|in|of|a|and|home|about|us|index|page|full|complete|magazine|journal|news|labs?|write|writing|writings|read|more|selected|featured|talks|papers|publications|essays|projects|welcome|alle?|archivos?|arquivos?|archivio|arkiv|archiwum|arşiv|artikel|artikler|artiklar|beiträge|articles?|artículos|artigos|articoli|entradas|publicaciones|wpisy|yazılar|innlegg|inlägg|博客|文章|归档|歸檔|ブログ|記事一覧|アーカイブ|블로그|글 목록|전체 글)(?!\p{L})[\s:–—|-]*)+$/iu;
const around =
  /^(?:welcome to (?:the )?|about (?:the )?|posts (?:from|in|on) (?:the )?|articles (?:from|in) (?:the )?|archives? (?:of|for) (?:the )?|latest (?:from|on) (?:the )?|more from (?:the )?|follow (?:the )?|subscribe to (?:the )?|share (?=\p{Lu}.*\s)|(?:blog )?posts by |news from (?:the )?|(?:posts|archives?|articles|home|blog|latest posts|all posts)\s*[|–—:·-]\s*)|\s*(?:[|–—:·-]\s*)?(?:(?:blog )?(?:posts|archives?)|home|all posts|latest posts|articles|archiv)$/giu;

const isNameWord = (word: string) =>
  /^[\p{Lu}\p{N}\p{Lo}&|–—-]|^(?:of|the|and|for|at|in|on|by|de|des|del|du|da|do|la|le|der|die|das|und|et|y|e|van|von|för|for|og|och|z|w|i|na|ve|em|en)$|^[dl]['’]\p{Lu}/u.test(
    word,
  );

/** "Acme", "L'Atelier Numérique": may be a publication's name where it heads a page. */
export function isMasthead(text: string): boolean {
  const name = withoutAround(text);
  if (name.length > 40 || /[.!?,;…:\d]/u.test(name) || generic.test(name)) return false;
  const words = name.split(/\s+/u);
  // "Блог компании Ветер": most languages write such names in small letters.
  const last = words.at(-1)!;
  const isOfCompany = kind.test(name) && /^\p{Lu}/u.test(name) && (/^\p{Lu}/u.test(last) || kind.test(last));
  if (words.length > 5 || !(words.every(isNameWord) || isOfCompany)) return false;
  return !words.every(word => notNames.has(word.toLowerCase()));
}

const withoutAround = (text: string) => text.replace(around, '').trim();

/** "Acme Engineering Blog", but not "Our blog" or a sentence. */
export function isPublicationName(text: string): boolean {
  if (text.length > 60 || /[.!?,;…:]$/u.test(text) || generic.test(text)) return false;
  const words = text.split(/\s+/u);
  const isName = words.every(isNameWord);
  return words.length <= 7 && isName && kind.test(text);
}

/**
 * The publication's name, from what stands in the page's head and foot and in the sections that posts name.
 * `undefined` unless the words say that it is one, head and foot agree, or `masthead`, the first line of a page
 * whose posts begin further down, looks like a name.
 */
export function findPublication(
  head: readonly string[],
  foot: readonly string[],
  sections: readonly string[],
  masthead: string | undefined,
): string | undefined {
  const [section] = sections;
  if (section && sections.length > 1 && sections.every(other => other === section)) return section;
  const rights = foot.map(copyrightHolder).filter(text => text !== undefined);
  const top = masthead !== undefined && isMasthead(masthead) ? withoutAround(masthead) : undefined;
  for (const text of [...head, ...foot, ...rights, ...sections]) {
    const name = withoutAround(text);
    if (isPublicationName(name)) return top && tagline.test(name) ? top : name;
    const isHolder = rights.some(holder => holder.toLowerCase() === name.toLowerCase());
    if (isHolder && head.includes(text) && !generic.test(name)) return name;
  }
  return top;
}

/** "The engineering blog of Acme". */
const tagline = /^(?:the|an?|der|die|das|ein|le|la|un|une|el|il|o|het|de)\s/iu;

/** "© 2021 Acme. All rights reserved." */
function copyrightHolder(text: string): string | undefined {
  const match =
    /^(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.,|·]{2,60})/iu.exec(
      text,
    );
  return match?.[1]?.trim();
}
