import { encodeAddress, linkDestination } from '../citation/address';
import type { DocumentCitation } from '../document';
import { parseUrl } from '../parseUrl';
import { cleanUrl } from '../url';
import type { Checked, CitedPost } from './checkOptions';
import { type FindingCode, type Fix, type Found, replacement } from './finding';

/** Addresses of known posts that are not the best ones, each for the gravest reason only. */
export function* addresses({ analysis, cited }: Checked): Generator<Found | undefined> {
  const spelled = yield* spellings(cited);
  for (const { citation, post } of cited) {
    yield;
    const { address, addressSpan } = citation;
    if (!address || !addressSpan || !post.url) continue;
    const own = ownAddress(address, post.url);
    if (sameSpelling(own) === sameSpelling(address) && !hasTracker(address)) continue;
    const reason = reasonOf(citation, analysis.text, own);
    const others = spelled.get(post.id)!.filter(one => one.spelling !== sameSpelling(address));
    const other = others.find(one => one.spelling === sameSpelling(own)) ?? others[0];
    const code: FindingCode | undefined = reason ?? (other && 'twoAddresses');
    if (!code) continue;
    const { start, end } = addressSpan;
    const related = code === 'twoAddresses' ? { related: other!.span } : {};
    yield { code, start, end, detail: own, post, ...related, fixes: () => [addressFix(citation, own)] };
  }
}

function reasonOf(
  { kind, address = '', addressSpan }: DocumentCitation,
  text: string,
  own: string,
): 'trackerAddress' | 'plainHttp' | undefined {
  if (hasTracker(address) && !hasTracker(own)) return 'trackerAddress';
  // Without a scheme it is the reader's program that chooses http.
  const isWritten =
    kind !== 'bareAddress' || /^http:/i.test(text.slice(addressSpan!.start, addressSpan!.start + 5));
  return /^http:/i.test(address) && /^https:/i.test(own) && isWritten ? 'plainHttp' : undefined;
}

interface Spelling {
  readonly spelling: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** By post, one place of each spelling of its address. */
function* spellings(cited: readonly CitedPost[]): Generator<undefined, Map<string, Spelling[]>> {
  const all = new Map<string, Spelling[]>();
  for (const { citation, post } of cited) {
    yield;
    if (!citation.address || !citation.addressSpan) continue;
    const spelling = sameSpelling(citation.address);
    const known = all.get(post.id) ?? [];
    all.set(post.id, known);
    // Two are enough to tell that another one is there; the post's own is the best to point to.
    const isOwn = post.url !== undefined && spelling === sameSpelling(post.url);
    if ((known.length < 2 || isOwn) && known.every(other => other.spelling !== spelling)) {
      known.push({ spelling, span: citation.addressSpan });
    }
  }
  return all;
}

/** Without the fragment, as a browser would show it; a bar, which is written by its code, is no other spelling. */
function sameSpelling(address: string): string {
  const url = parseUrl(address);
  if (!url) return address;
  url.hash = '';
  return url.href.replaceAll('|', '%7C');
}

/**
 * The post's address, but with the fragment that this one has, unless that tells where the reader comes from: it is a
 * place in the post. Nobody is sent back from https to http.
 */
function ownAddress(address: string, own: string): string {
  const [, fragment = ''] = /(#.*)$/s.exec(address) ?? [];
  const [bare] = own.split('#', 1) as [string];
  const safe = /^https:/i.test(address) ? bare.replace(/^http:/i, 'https:') : bare;
  return trackerFragment.test(fragment) ? safe : safe + fragment;
}

const trackerFragment = /^#(?:utm_|xtor=)/;

function hasTracker(address: string): boolean {
  const url = parseUrl(address);
  if (!url) return false;
  if (trackerFragment.test(url.hash)) return true;
  url.hash = '';
  if (url.search === '') return false;
  const clean = cleanUrl(url.href);
  return clean !== undefined && new URL(clean).search !== url.search;
}

/** Makes a citation's address another one. */
export function addressFix({ kind, addressSpan }: DocumentCitation, address: string): Fix {
  return replacement(addressSpan!, written(kind, address), true);
}

function written(kind: DocumentCitation['kind'], address: string): string {
  switch (kind) {
    case 'link':
    case 'definition':
      return linkDestination(address);
    case 'htmlLink':
      return encodeAddress(address)
        .replace(/&(?=#?\w+;)/g, '&amp;')
        .replaceAll("'", '%27');
    default:
      return encodeAddress(address);
  }
}
