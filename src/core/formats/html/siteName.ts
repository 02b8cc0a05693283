import { cleanText, foldText } from '../../text';
import { classWords } from './roles';
import type { HtmlElement } from './tree';

const generic =
  /^(?:(?:the )?(?:home(?:page)?|(?:(?:our |company |team )?(?:engineering|tech|technical|technology|developer|dev|product|company|team|data|design) )?blog(?:s| posts?| index| archives?| home)?|archives?|posts?|articles?|news|stories|writing|latest(?: (?:posts|news|stories|articles))?|recent (?:posts|articles)|all (?:posts|articles|stories)|index|welcome|page \d+(?: of \d+)?|category.*|tags?.*|topics?|insights|resources|journal|notes|accueil|aktuelles|neuigkeiten|actualités|noticias|novedades|notícias|nyheter|artikel|beiträge|articles|artículos|artigos|articoli|ブログ|博客|블로그|startseite|inicio|início|medium|substack|hashnode|dev community))$/i;

/** Whether the text can name a publication, and is no word that every site has: "Blog", "Home". */
export const isSiteName = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text.length <= 80 && !generic.test(text);

/** Whether the element holds the site's name, as its header does. */
export function isBrand(element: HtmlElement): boolean {
  return classWords(element).some(words =>
    /^(?:(?:site|blog|header|masthead|navbar|gh-head|publication|nav)-(?:title|name|brand|logo|text|branding)|brand|logo|p-site-name|navbar-title|site-title-link|site-name)$/.test(
      words.join('-'),
    ),
  );
}

/** "Archive – Foo Engineering" and "Foo Engineering | Blog" give "Foo Engineering". */
export function siteNameIn(
  title: string,
  headings: readonly string[],
  isSite: (name: string) => boolean,
): string | undefined {
  const parts = title
    .replace(/^(?:archive of stories published by|latest stories published on) /iu, '')
    .split(/\s+[|–—·•»«:/-]\s+|\s*[|·•»]\s*/)
    .map(cleanText)
    .filter(isSite);
  const heading = headings.map(foldText);
  return (
    parts.find(part => heading.includes(foldText(part))) ??
    parts.find(part => /\b(?:blog|engineering|tech|journal|magazine|developers?)\b/i.test(part)) ??
    (/\s[|–—·•»-]\s/.test(title) && !isSiteName(cleanText(title.split(/\s+[|–—·•»«:/-]\s+/)[0]!))
      ? parts[0]
      : parts.at(title.includes('|') ? -1 : 0))
  );
}

/** "Foo Engineering RSS feed" gives "Foo Engineering". */
export const siteNameOfFeed = (feed: string): string | undefined => {
  const name = feed
    .slice(0, 200)
    .replace(/\s*(?:[-–—»|:]\s*)?(?:(?:rss|atom|json)[\d.]*\s*feed|feed|rss[\d.]*|atom|json)\W*$/i, '')
    .replace(/[\s»|:–—-]+$/u, '')
    .replace(/\s+(?:full|all|posts|categories|main|site)$/i, '')
    .trim();
  return isSiteName(name) ? name : undefined;
};
