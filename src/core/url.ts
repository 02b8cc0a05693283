import { parseUrl } from './parseUrl';

/** Parameters that campaigns, newsletters and social sites add, and that choose nothing on a page. */
const trackers = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id epik igshid igsh rdt_cid
  mc_cid mc_eid _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok ck_subscriber_id ml_subscriber
  ml_subscriber_hash vero_id vero_conv oly_anon_id oly_enc_id wickedid _openstat _ga _gl __s trk trkcampaign
  cmpid wt_mc wt_zmc at_medium at_campaign sr_share guccounter guce_referrer guce_referrer_sig srsltid`.split(
    /\s+/,
  ),
);
const trackerPrefix = /^(?:utm|hsa|mtm|matomo|pk|piwik)_/;

/** Hosts whose own parameters of these names only tell where a reader came from. */
const hostTrackers: readonly (readonly [host: RegExp, names: ReadonlySet<string>])[] = [
  [/(?:^|\.)medium\.com$/, new Set(['source', 'gi', 'ref'])],
  [
    /(?:^|\.)substack\.com$/,
    new Set(['r', 's', 'publication_id', 'post_id', 'isfreemail', 'triedredirect', 'showwelcome']),
  ],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, new Set(['si', 'feature', 'pp'])],
  [/(?:^|\.)(?:twitter|x)\.com$/, new Set(['s', 't', 'ref_src', 'ref_url'])],
];
/** Values of `source` that Medium writes on custom domains as well: "rss----abc---4", "collection_home". */
const mediumSource =
  /^(?:[a-z_.]*-{3,}.*|collection_\w+|friends_link|user_profile\w*|post_page|post_regular|search_post|topic_page|home_page)$/i;
const channel =
  /^(?:rss|feed|atom|newsletter|email|twitter|x|facebook|linkedin|reddit|mastodon|hn|hackernews|hacker-?news|producthunt|daily-?dev|dailydev|tldr\w*|lobste\.?rs)$/i;
const hostName =
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+(?!(?:js|ts|json|html?|txt|ya?ml|md|py|rs)\/?$)[a-z]{2,12}\/?$/i;

/**
 * `text` as an absolute http(s) address without user name, password and tracking parameters; all else, the
 * order of the other parameters and the fragment included, stays as written. `undefined` when it is none, or
 * is relative and `base` is missing.
 *
 * `source` and `ref` can choose a page (a branch, a data source). They go only where they can't: on Medium's
 * hosts, with a value of Medium's making, with the name of a channel ("newsletter"), and a `ref` that is a
 * host's name, as Ghost adds it.
 */
export function cleanUrl(text: string, base?: string): string | undefined {
  const url = parseUrl(text, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  const query = withoutTrackers(url);
  if (query !== url.search) url.search = query;
  if (/^#(?:utm_|xtor=|:~:text=)/.test(url.hash)) url.hash = '';
  return url.href;
}

/** Most addresses: spelled in one way only, but for what `urlKey` leaves out. Parsing them as well takes ten times as long. */
const plainUrl =
  /^https?:\/\/(?:(?:www|m|mobile|amp)\.(?=[^./]+\.))?((?:[a-z0-9-]+\.)+[a-z]{2,})((?:\/[\w~-][\w.~-]*)*)\/?$/;

/** In characters; a longer address would exhaust the stack. */
const longestPlain = 5000;

/**
 * The same for two spellings of one address: without scheme, "www." or "m.", port, trackers, trailing slash
 * and fragment (unless that is a page's route: "#!/a", "#/a"), and as if it were not the AMP view of the page. For
 * comparing only, never shown or opened.
 */
export function urlKey(url: string): string {
  const [, site, page] = (url.length <= longestPlain && plainUrl.exec(url)) || [];
  if (site !== undefined && !site.includes('xn--') && !/\/index\.(?:html?|php)$/.test(page!))
    return site + withoutAmp(page!);
  const clean = cleanUrl(url);
  if (!clean) return url.trim();
  const { hostname, port, pathname, search, hash } = new URL(clean);
  const host = hostname.replace(/\.$/, '').replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.)/, '');
  const path = withoutAmp(
    samePath(pathname)
      .replace(/\/(?:index\.(?:html?|php))?$/, '')
      .replace(/\/+$/, ''),
  );
  const parts = search
    .slice(1)
    .split('&')
    .filter(part => part !== '' && !ampParameter.test(part));
  const query = parts.map(samePath).sort().join('&');
  const route = /^#!?\//.test(hash) ? hash : '';
  return `${host}${port && `:${port}`}${path}${query && `?${query}`}${route}`;
}

const ampParameter = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp|amp_(?:js_v|gsa|ct)=.*)$/i;

/**
 * "/a-post" of "/a-post/amp", "/a-post.html" of "/a-post.amp.html". What comes before "/amp" has to look like a post, as
 * a post on AMP may be "/blog/amp".
 */
function withoutAmp(path: string): string {
  if (!path.includes('amp')) return path;
  const at = path.lastIndexOf('/');
  const isView = path.endsWith('/amp') && slug.test(path.slice(path.lastIndexOf('/', at - 1) + 1, at));
  return isView ? path.slice(0, at) : path.replace(/\.amp(?=(?:\.html?)?$)/, '');
}

/** The end of the path of a post: words with dashes between them, the number of a database, a file. */
const slug = /-|_|^\d{5,}$|\.html?$/;

function withoutTrackers(url: URL): string {
  if (url.search === '') return '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter(part => {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      return !isTracker(percentDecoded(name).toLowerCase(), percentDecoded(value), url.hostname);
    });
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

function isTracker(name: string, value: string, host: string): boolean {
  if (trackers.has(name) || trackerPrefix.test(name)) return true;
  if (hostTrackers.some(([hosts, names]) => hosts.test(host) && names.has(name))) return true;
  if (name === 'source') return mediumSource.test(value) || channel.test(value);
  return name === 'ref' && (channel.test(value) || hostName.test(value));
}

/** With its escapes read; as it stands where they make no text. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** RFC 3986, section 6.2.2: escapes of unreserved characters undone, hex digits in capitals; and what URLs leave as it is, escaped. */
function samePath(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[|`\\]/gi, code => {
    if (code.length === 1) return encodeURIComponent(code);
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}
