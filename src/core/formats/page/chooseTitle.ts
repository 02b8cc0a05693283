import { cleanText } from '../../text';
import { type IsSite, titleKey } from './site';

export interface TitleCandidate {
  readonly text: string | undefined;
  /** How much the place is to be trusted; equal titles add up. */
  readonly weight: number;
  /** Whether the site's name stands here at times, beside the post's. */
  readonly isDecorated?: boolean;
}

const separator = /\s+(?:[|–—·•»«›<:/~-]|::|--)\s+|\s*[|»·•｜]\s*|:\s+/gu;
const longest = 1000;

/**
 * The title on which most agree, without the name of the site or the author beside it. `heading` is the title that a
 * reader sees, and proves where a title ends. `undefined` when nothing but the site's name is left.
 */
export function chooseTitle(
  candidates: readonly TitleCandidate[],
  heading: string | undefined,
  isSite: IsSite,
  isAuthor: (text: string) => boolean,
): string | undefined {
  const votes = new Map<string, { text: string; weight: number }>();
  const shown = titleKey(heading ?? '');
  for (const { text: whole = '', weight, isDecorated } of candidates) {
    const text = cleanText(whole.slice(0, longest));
    const bare =
      titleKey(text) === shown ? text : withoutSite(text, shown, isSite, isAuthor, isDecorated ?? false);
    const key = titleKey(bare) || bare;
    if (key === '' || isSite(bare)) continue;
    const vote = votes.get(key);
    if (vote) vote.weight += weight;
    else votes.set(key, { text: bare, weight });
  }
  const ranked = [...votes.values()].sort((a, b) => b.weight - a.weight);
  const best = ranked[0]?.text;
  return (
    best &&
    wholeTitle(
      best,
      ranked.map(({ text }) => text),
    )
  );
}

/** What stands beside the separators is cut where it is the site's name or its author, or where the heading ends there. */
function withoutSite(
  text: string,
  shown: string,
  isSite: IsSite,
  isAuthor: (text: string) => boolean,
  isDecorated: boolean,
): string {
  let title = text.replace(/^\[(?:arxiv:)?\d{4}\.\d{4,5}\]\s+/i, '');
  if (isDecorated && shown !== '') {
    const proven = ends(title)
      .flatMap(({ before, after }) => [before, after])
      .find(part => titleKey(part) === shown);
    if (proven !== undefined) return proven;
  }
  const isBeside = (part: string) => isSite(part) || isAuthor(part) || part === '';
  for (let rest: string | undefined = title; rest !== undefined; ) {
    title = rest;
    const places = ends(title);
    rest =
      places.find(({ before, after, sign }) => before !== '' && sign !== ':' && isBeside(after))?.before ??
      (isDecorated
        ? places.filter(({ before, after }) => after !== '' && isSite(before)).at(-1)?.after
        : undefined);
  }
  return title;
}

/** The two sides of each separator. */
function ends(title: string): { before: string; after: string; sign: string }[] {
  return [...title.matchAll(separator)].slice(0, 40).map(match => ({
    before: title.slice(0, match.index).trim(),
    after: title.slice(match.index + match[0].length).trim(),
    sign: match[0].trim() === ':' && !/^\s/.test(match[0]) ? ':' : match[0].trim(),
  }));
}

/** A title that was cut short, as search engines ask for at most 110 characters, stands whole elsewhere. */
function wholeTitle(title: string, others: readonly string[]): string {
  const cut = title.replace(/\s*(?:…|\.\.\.)$/u, '');
  if (cut === title && title.length < 60) return title;
  const key = titleKey(cut);
  return others.find(other => other.length > title.length && titleKey(other).startsWith(key)) ?? title;
}
