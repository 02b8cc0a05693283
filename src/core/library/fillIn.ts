import { parseDate } from '../date';
import { isProvisional, type PartialDate, type Post } from '../post';
import { foldText } from '../text';
import { cleanUrl, percentDecoded } from '../url';

/** Facts for a post, from a line that the user pasted. */
export interface Facts {
  readonly title?: string;
  readonly url?: string;
  readonly issued?: PartialDate;
}

/** A pasted line joined with the post it seems to be about; the user confirms it before anything is saved. */
export interface FactsMatch {
  readonly facts: Facts;
  readonly post: Post;
  /** Share of the line's words that the post has, 0 to 1. */
  readonly likeness: number;
}

/**
 * Facts from pasted lines: an address, a title, or both with a date ("Title<tab>2021-03-01<tab>https://…",
 * "[Title](https://…)"). Lines without any are left out.
 */
export function parseFacts(text: string): Facts[] {
  return text.split(/\r?\n/).flatMap(raw => {
    const line = raw.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').trim();
    const [, linkText, linked, after = ''] = /^\[(.+)\]\(<?(https?:\/\/[^\s>]+?)>?\)(.*)$/.exec(line) ?? [];
    const address = linked ?? trimAddress(/https?:\/\/[^\s<>"]+/.exec(line)?.[0] ?? '');
    const url = address && cleanUrl(address);
    const rest = linkText === undefined ? withoutAddress(line, address) : `${linkText}\t${after}`;
    const { title, issued } = titleAndDate(rest);
    return title || url
      ? [{ ...(title ? { title } : {}), ...(url ? { url } : {}), ...(issued ? { issued } : {}) }]
      : [];
  });
}

/** An address at the end of a sentence or in brackets does not take these along; "…/a_(b)" keeps its own. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'”’]+$/, '');
  const count = (character: string) => trimmed.split(character).length;
  return /[)\]]$/.test(trimmed) && (count(')') > count('(') || count(']') > count('['))
    ? trimAddress(trimmed.slice(0, -1))
    : trimmed;
}

/** The line with a tab in place of the address and the brackets around it. */
function withoutAddress(line: string, address: string): string {
  const [before = '', after] = address ? line.split(address, 2) : [line];
  return after === undefined ? before : `${before.replace(/[(<[]$/, '')}\t${after.replace(/^[)>\]]/, '')}`;
}

/** Of columns set apart by tabs, or a title with a date behind "·", "|" or a dash. */
function titleAndDate(text: string): Pick<Facts, 'title' | 'issued'> {
  const columns = text.split('\t').flatMap(column => {
    const [, before, date] = /^(.*\S)\s+[·|–—-]\s+(\S.*)$/.exec(column) ?? [];
    return date && parseDate(date) ? [before!, date] : [column];
  });
  const parts = columns
    .map(column => column.replace(/^[\s<(·|–—-]+(?=$)|^[\s·|–—]+|[\s·|–—]+$/g, '').trim())
    .filter(Boolean);
  const issued = parts.map(part => parseDate(part)).find(date => date);
  const title = parts.find(part => !parseDate(part) && /[\p{L}\p{N}]/u.test(part));
  return { ...(title ? { title } : {}), ...(issued ? { issued } : {}) };
}

/**
 * Joins facts with the posts they seem to be about: the words of the title, or of the address's last part,
 * against the words of each post's title and excerpt, rare words counting more. Each post and each line is
 * used once, the best pair first; pairs below a third of the words are left out.
 */
export function matchFacts(posts: readonly Post[], facts: readonly Facts[]): FactsMatch[] {
  const words = posts.map(post => new Set(wordsOf(`${post.title} ${post.abstract ?? ''}`)));
  const frequency = new Map<string, number>();
  for (const word of words.flatMap(set => [...set])) {
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const weight = (word: string) => 1 / (frequency.get(word) ?? 1);
  const pairs = facts.flatMap(fact => {
    const wanted = [...new Set(wordsOf(fact.title ?? slug(fact.url ?? '')))];
    const total = wanted.reduce((sum, word) => sum + weight(word), 0);
    return posts.map((post, index) => {
      const shared = wanted.filter(word => words[index]!.has(word));
      const likeness = total === 0 ? 0 : shared.reduce((sum, word) => sum + weight(word), 0) / total;
      return { facts: fact, post, likeness };
    });
  });
  const used = new Set<Post | Facts>();
  return pairs
    .filter(pair => pair.likeness > 1 / 3)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(pair => {
      const free = !used.has(pair.post) && !used.has(pair.facts);
      used.add(free ? pair.post : pair.facts);
      if (free) {
        used.add(pair.facts);
      }
      return free;
    });
}

/** The post with these facts in place of what it says. */
export function withFacts(post: Post, { title, url, issued }: Facts): Post {
  const { provisional, ...rest } = post;
  const left = title ? provisional?.filter(field => field !== 'title') : provisional;
  return {
    ...rest,
    ...(title ? { title } : {}),
    ...(url ? { url } : {}),
    ...(issued ? { issued } : {}),
    ...(left?.length ? { provisional: left } : {}),
  };
}

/** The post with those of the facts that it lacks: a title that is no longer provisional, an address, a date. */
export function withMissingFacts(post: Post, { title, url, issued }: Facts): Post {
  return withFacts(post, {
    ...(title && isProvisional(post) ? { title } : {}),
    ...(url && !post.url ? { url } : {}),
    ...(issued && !post.issued ? { issued } : {}),
  });
}

/** The readable part of an address: "consoleme-a-central-control-plane" of "https://…/consoleme-a-central-control-plane-1a2b3c4d5e6f". */
function slug(url: string): string {
  const path = url
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
  return percentDecoded(path.slice(path.lastIndexOf('/') + 1))
    .replace(/-[0-9a-f]{8,}$/, '')
    .replace(/\.html?$/, '');
}

const smallWords = new Set(
  'a an and at by for from how in is it of on or our the to we with you your'.split(' '),
);

function wordsOf(text: string): string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !smallWords.has(word));
}
