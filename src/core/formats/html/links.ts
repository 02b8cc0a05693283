import { isAuthorAddress, isTagAddress, roleOf } from './roles';
import { attribute, type HtmlElement, tokens } from './tree';

const notTitle =
  /^(?:(?:read|see|view|learn|show|load|find out|discover)(?: (?:more|all|full|the|this|post|article|story|on|now|it|older|newer|everything).*)?|continue(?: reading)?.*|more|older|newer|older (?:posts|entries)|newer (?:posts|entries)|next(?: page)?|prev(?:ious)?(?: page)?|home|blog|archives?|about|contact|\d+ (?:comments?|responses?|replies|likes?)|(?:leave a |no )?comments?|permalink|share|edit|#|weiterlesen|mehr(?: lesen)?|lire (?:la suite|plus)|leer más|seguir leyendo|leia mais|continua a leggere|leggi (?:tutto|di più)|lees (?:meer|verder)|続きを読む|阅读更多|閱讀更多|더 보기|rss|atom|subscribe|[^\p{L}]*)\s*[→»›>….]*$/iu;

/** Whether a link's text only sends the reader on ("Read more"), and is no title. */
export const isNotTitle = (text: string): boolean => text.length < 200 && notTitle.test(text.trim());

const homePath = /^(?:https?:\/\/[^/]+)?\/?(?:index\.html?)?(?:[?#].*)?$/i;

/** Whether a link may lead to a post: not home, nor to an author's or a topic's page, nor within the page. */
export function isPostLink(link: HtmlElement): boolean {
  const href = attribute(link, 'href').trim();
  if (href === '' || href.startsWith('#') || homePath.test(href)) return false;
  if (/^(?:mailto|tel|javascript):/i.test(href) && !/^javascript:/i.test(href)) return false;
  const role = roleOf(link);
  if (role === 'author' || role === 'tag') return false;
  return (
    !isAuthorAddress(href) &&
    !isTagAddress(href) &&
    !tokens(link, 'rel').some(word => /^(?:home|next|prev|bookmarklet)$/.test(word))
  );
}
