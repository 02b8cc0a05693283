import { foldText } from '../../text';

/** Titles of pages that a server or a guard sends in a post's place. */
const titles = [
  /^(?:(?:error|http|status)[\s:]*)?(?:4\d\d|5\d\d)\b[\s:|–—.-]*(?:error|not found|page not found|forbidden|unauthorized|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|too many requests|gone|bad request|access denied|file not found|client error|server error|.{0,20}nginx.*)?!?$/,
  /^(?:oops|sorry|whoops|uh oh|hmm+|ooops)?[\s,!.:–—-]*(?:(?:this|the|that|your) )?(?:requested )?(?:page|post|article|file|url|content|story)? ?(?:(?:was |is |could |can )?not be found|not found|cannot be found|can['’]?t be found|(?:was|is) not found|does(?:n['’]t| not) exist|is(?:n['’]t| not) available|(?:is )?no longer (?:exists|available|here)|not available|unavailable)[\s.!]*(?:\(?404\)?)?[\s.!]*$/,
  /^(?:page|post|article|file|not) (?:found|missing)[\s.!]*$|^(?:error|an error (?:has )?occurred|something went wrong|application error|server error|unexpected error|client challenge|problem loading page|error \d{3})[\s.!:]*$/,
  /^(?:(?:this|the|that|your) )?(?:page|post|article|file|content|story|video|publication) (?:has been|was|is|were) (?:removed|deleted|unpublished|withdrawn|taken down)(?: by (?:its|the) (?:author|owner|publisher))?[\s.!]*$|^the (?:author|owner|publisher) (?:has )?(?:deleted|removed|unpublished|took down) this .{1,30}$/,
  /^(?:just a moment|one moment,? please|please wait|wait|loading|redirecting|hold on)(?:\.\.\.|…|[\s.!]*)(?:\s*please.*)?$/,
  /^(?:attention required!?|access (?:to this page has been )?denied|access to this (?:page|site) .{0,30}|access denied|forbidden|you (?:have been|are) blocked|blocked|permission denied|unauthorized|request (?:blocked|rejected|denied)|pardon our interruption.*|security (?:check|verification)(?: required)?|ddos[- ]guard|ddos protection by.*|bot (?:detection|verification)|robot (?:or human|check)\??|human verification|(?:are|you) (?:you )?(?:a )?(?:human|robot)\??|verif(?:y|ying|ication)(?: (?:that )?(?:you are|you're|your) .*| required)?|checking (?:your browser|if the site).*|captcha|recaptcha|challenge validation|vercel security checkpoint|making sure you['’]re not a bot!?|enable javascript(?: and cookies)?.{0,40}|javascript (?:is )?(?:required|disabled)|please (?:enable (?:javascript|cookies)|verify).{0,60})$/,
  /^(?:before you continue(?: to .{1,40})?|cookies?(?: (?:consent|settings|policy|notice|preferences|wall))?|(?:your )?privacy (?:settings|choices|preferences|gate)|consent|we value your privacy|datenschutz-?(?:einstellungen|hinweis)|cookie-?einstellungen|cookie-zustimmung|gdpr consent)$/,
  /^(?:sign in|sign up|log ?in|log ?on|register|create (?:an )?account|single sign-?on|authentication required|subscribe to read|subscribe to continue)(?: (?:to|or|required).{0,40})?$/,
  /^(?:site |website |down for |under |scheduled )?maintenance(?: mode)?$|^(?:under construction|coming soon|be right back|we['’]ll be (?:right )?back.*|account suspended|suspended domain|(?:this )?domain (?:is )?(?:for sale|parked|expired).*|.{0,60} is for sale|default web site page|apache2? .*default page.*|welcome to nginx!?|it works!?|index of \/.*|untitled(?: document| page)?|new page|test page.*|document|home(?: ?page)?|blank page|my (?:site|blog))$/,
  /^(?:(?:die )?seite (?:wurde )?nicht gefunden|nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvee)|acces refuse|pagina no encontrada|no encontrado|acceso denegado|pagina nao encontrada|acesso negado|pagina non trovata|accesso negato|pagina niet gevonden|sidan hittades inte|siden blev ikke fundet|nie znaleziono strony|страница не наидена|доступ запрещен|ページが見つかりません(?:でした)?|お探しのページは見つかりません(?:でした)?|页面(?:不存在|未找到|找不到)|找不到页面|頁面不存在|找不到頁面|페이지를 찾을 수 없습니다|siden (?:finnes ikke|ble ikke funnet|findes ikke)|sidan (?:finns inte|kunde inte hittas)|sivua ei (?:loydy|loytynyt)|sayfa bulunamadı|stranka (?:nebyla )?nenalezena|strona nie (?:zostala znaleziona|istnieje)|oldal nem talalhato|pagina nu a fost gasita|сторінку не знаидено|страница не существует|η σελιδα δεν βρεθηκε|khong tim thay trang|halaman tidak ditemukan|(?:la|cette) page (?:demandee )?n['’]existe pas|(?:diese|die) seite existiert nicht|(?:la )?pagina no existe|(?:la )?pagina non esiste|deze pagina bestaat niet|ไม่พบหน้า.{0,20}|الصفحة غير موجودة|einen moment.*|un momento.*|un instant.*|少々お待ちください.*|请稍候.*)[\s.!…]*$/,
];

/** Titles of parts of a site that are posts only where somebody signed them on a day. */
const places =
  /^(?:about(?: (?:us|me|this (?:site|blog)))?|über (?:uns|mich)|contact(?: (?:us|me))?|kontakt|imprint|impressum|legal(?: notice)?|mentions légales|privacy(?: (?:policy|notice|statement))?|datenschutz(?:erklärung)?|terms(?: (?:of (?:service|use)|(?:and|&) conditions))?|disclaimer|cookie policy|search(?: results)?|search(?: results)? for[:\s].*|(?:tag|category|author|archives?|year|month|day|topic): .*|(?:all )?(?:posts|articles|entries) (?:tagged|by|in|about|from)\b.*|(?:all )?(?:tags|categories|authors|topics))$/;

/** Texts of such pages, for those that have a site's own title. */
const texts =
  /^.{0,300}(?:checking (?:if the site connection is secure|your browser before accessing)|enable javascript and cookies to continue|please (?:complete the security check|verify you are (?:a )?human)|verify you are human|unusual traffic from your (?:computer )?network|you have been blocked|why have i been blocked|sorry, you have been blocked|needs to review the security of your connection|the page you (?:are|were) looking for (?:could not be found|does(?:n['’]t| not) exist|was not found|cannot be found|can['’]t be found|has been moved)|this page (?:could not be found|isn['’]t available|does(?:n['’]t| not) exist)|page (?:could )?not (?:be )?found|404 (?:error|not found|[|–—-] )|requested url was not found)/s;

/** Whether a page's title is that of an error, a check for robots, a wall of cookies or the like. */
export function isNoPostTitle(title: string): boolean {
  return (
    title.length < 200 &&
    [title, withoutSite(title)].flatMap(spellings).some(text => titles.some(pattern => pattern.test(text)))
  );
}

/** Whether the title is that of a site's own page, such as "About", or of a list of posts: "Tag: rust". */
export const isPlaceTitle = (title: string): boolean =>
  title.length < 200 &&
  [title, withoutSite(title)].some(text => places.test(text.normalize('NFKC').toLowerCase().trim()));

/** Whether a page's text says so. */
export const isNoPostText = (text: string): boolean =>
  spellings(text.slice(0, 600)).some(spelling => texts.test(spelling));

/** Before the name of the site, if there is one: "Attention Required! | Cloudflare". */
const withoutSite = (title: string): string => title.replace(/\s+[|–—·•»:-]\s.*$/su, '');

/** Folding takes accents away, and with them what tells letters of other scripts apart. */
const spellings = (text: string): string[] => [
  text.normalize('NFKC').toLowerCase().trim(),
  foldText(text).trim(),
];
