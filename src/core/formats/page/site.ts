import { foldText } from '../../text';

/** Tells whether a text is the site's name rather than a post's. */
export type IsSite = (text: string) => boolean;

/** Words that a publication's name may have or lack: "The Kestrel Engineering Blog" is Kestrel's. */
const loose = new Set(
  `the a blog blogs weblog techblog engineering tech technology technical developer developers dev devs news newsroom
  magazine newsletter team official inc ltd llc gmbh site website home homepage page online com org net io co posts
  articles archive de der das le la el il ブログ 博客 블로그 技術ブログ`.split(/\s+/),
);
/** Labels of a host's name that name no site. */
const noSite = new Set(
  `www m mobile amp blog blogs tech engineering eng dev developer developers news co com org net ac edu gov github
  gitlab netlify vercel pages web app blogspot wordpress medium substack hashnode tumblr bearblog ghost notion
  herokuapp firebaseapp cloudfront amazonaws localhost test example invalid`.split(/\s+/),
);

/** Parts of a site, which stand beside a post's title at times and are none. */
const section =
  /^(?:(?:the )?(?:home(?:page)?|(?:(?:engineering|tech|technical|technology|developer|dev|product|company|team|data|design) )?blogs?|archives?|posts?|articles?|news|stories|writing|index|welcome|insights|resources|journal|startseite|accueil|aktuelles|actualités|noticias|notícias|inicio|início|ブログ|博客|블로그|medium|substack|hashnode|dev community))$/i;

/** Letters and digits alone, for comparing what pages spell with different punctuation. */
export const titleKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** `names`: what the page calls its site; the host's name tells of it as well. */
export function isSiteOf(names: readonly string[], base: string | undefined): IsSite {
  const keys = new Set(names.map(titleKey).filter(key => key !== ''));
  const cores = new Set(names.map(core).filter(key => key !== ''));
  const labels = hostLabels(base);
  return text => {
    if (text.length > 120) return false;
    const key = titleKey(text);
    const rest = core(text);
    return (
      keys.has(key) ||
      (rest !== '' && cores.has(rest)) ||
      labels.has(key) ||
      labels.has(rest) ||
      section.test(text)
    );
  };
}

function core(text: string): string {
  const words = foldText(text.slice(0, 200)).split(/[^\p{L}\p{N}]+/u);
  return words.filter(word => !loose.has(word)).join('');
}

/** "kestrel" and "engineeringkestrelexample" of engineering.kestrel.example. */
function hostLabels(base: string | undefined): ReadonlySet<string> {
  const host = base === undefined ? '' : (/^https?:\/\/([^/:?#]+)/i.exec(base)?.[1]?.toLowerCase() ?? '');
  if (host === '' || /^[\d.]+$/.test(host)) return new Set();
  const labels = host.split('.').slice(0, -1);
  const named = labels.filter(label => !noSite.has(label) && label.length > 1);
  const whole = [host, host.replace(/^www\./, '')];
  return new Set(
    [...named, ...named.map(label => label.replace(/-?blog$/, '')), ...whole]
      .map(titleKey)
      .filter(key => key.length > 1),
  );
}
