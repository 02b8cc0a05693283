import { cleanText } from '../../text';
import type { JsonLd } from '../html/jsonLd';
import { isSiteName, siteNameIn } from '../html/siteName';
import type { Claim } from './claim';
import type { Head } from './head';
import { titleKey } from './site';

interface PublicationFacts {
  readonly ld: Claim;
  readonly og: Claim;
  readonly paper: Claim;
  readonly dc: Claim;
  readonly micro: Claim;
  readonly jsonLd: Pick<JsonLd, 'publication'>;
  readonly head: Head;
  readonly title: string;
  readonly siteNames: readonly string[];
  /** Names of the page's feeds, which are those of their topics at times. */
  readonly feedNames: readonly string[];
  readonly authorKeys: ReadonlySet<string>;
}

/** Where many publications live; their names stand in for a publication's only when it has none of its own. */
const platform =
  /^(?:medium|substack|hashnode|dev(?: community)?|dev\.to|wordpress(?:\.com)?|blogger|blogspot|tumblr|ghost|notion|github(?: pages)?|linkedin|facebook|twitter|x|note|note（ノート）|qiita|zenn|hatena blog|はてなブログ|velog|csdn.*|掘金|知乎.*)$/i;

/** What a company's publication has in its name, and the company has not. */
const ofCompany = /\b(?:blogs?|engineering|tech|developers?|journal|magazine|newsletter|newsroom)\b/i;

/** The publication that a post appeared in. */
export function choosePublication(facts: PublicationFacts): string | undefined {
  const { ld, og, paper, dc, micro, jsonLd, head, title, siteNames, feedNames, authorKeys } = facts;
  const own = titleKey(title);
  const isName = (name: string | undefined): name is string =>
    isSiteName(name) && titleKey(name) !== own && titleKey(name) !== '' && !/^https?:/i.test(name);
  const named = [
    paper.publication,
    og.publication,
    ld.publication,
    jsonLd.publication,
    micro.publication,
    dc.publication,
  ];
  // A person's own site is no publication but where that person writes.
  const isOther = (name: string) => !authorKeys.has(titleKey(name));
  const beside = besideTitle(facts);
  const isCompany = og.publication !== undefined && !named.some(name => name && ofCompany.test(name));
  const candidates = [
    ...(isCompany && beside && ofCompany.test(beside) ? [beside] : []),
    ...named,
    ...siteNames.filter(isOther),
    beside,
    ...feedNames,
  ].map(name => name && cleanText(name));
  const chosen =
    candidates.find(name => isName(name) && !platform.test(name)) ??
    candidates.find(isName) ??
    [...named, head.metas.get('application-name')?.[0]].find(
      name => name !== undefined && platform.test(name),
    );
  // JSON-LD spells it as the publication does; Open Graph's is put in small letters at times.
  const key = titleKey(chosen ?? '');
  return [ld.publication, jsonLd.publication].find(name => name && titleKey(name) === key) ?? chosen;
}

/** What the window's title says beside the post's: "Title | Kestrel". */
function besideTitle({ head, title, authorKeys }: PublicationFacts): string | undefined {
  const at = head.title.indexOf(title);
  if (at < 0) return undefined;
  const rest = cleanText(`${head.title.slice(0, at)} | ${head.title.slice(at + title.length)}`);
  const isOther = (name: string) =>
    isSiteName(name) && titleKey(name) !== '' && !authorKeys.has(titleKey(name)) && !/^by\s/i.test(name);
  return siteNameIn(rest, [], isOther)?.replace(/^[\s|–—·•»:/-]+|[\s|–—·•»:/-]+$/gu, '');
}
