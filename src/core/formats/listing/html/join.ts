import { isoDate } from '../../../date';
import { displayName, nameKey } from '../../../name';
import type { Name, PartialDate } from '../../../post';
import { foldText } from '../../../text';
import { urlKey } from '../../../url';
import type { Draft } from '../../html/draft';

/** Joins what stands on the page with what its JSON-LD says of the same posts; a post that stands twice becomes one. */
export function joinDrafts(
  shown: readonly Draft[],
  stated: readonly Draft[],
  resolve: (href: string) => string | undefined,
): Draft[] {
  const drafts: Draft[] = [];
  const places = new Map<string, number>();
  const addressOf = (draft: Draft) => {
    const url = draft.href === undefined ? undefined : resolve(draft.href);
    return url === undefined ? draft.href : urlKey(url);
  };
  const put = (draft: Draft, join: (before: Draft, draft: Draft) => Draft) => {
    const address = addressOf(draft);
    const title = `title ${titleKey(draft.title)}`;
    const byAddress = address === undefined ? undefined : places.get(`address ${address}`);
    const byTitle = places.get(title);
    const place =
      byAddress ??
      (byTitle !== undefined && isSame(drafts[byTitle]!, draft, addressOf) ? byTitle : undefined);
    const at = place ?? drafts.length;
    drafts[at] = place === undefined ? draft : join(drafts[place]!, draft);
    if (address !== undefined) places.set(`address ${address}`, at);
    if (!places.has(title)) places.set(title, at);
  };
  for (const draft of shown) put(draft, richer);
  for (const draft of stated) put(draft, (before, json) => withStated(before, json));
  return drafts;
}

const titleKey = (title: string): string =>
  foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Two posts of one title and different addresses or dates are two. */
function isSame(a: Draft, b: Draft, addressOf: (draft: Draft) => string | undefined): boolean {
  const [first, second] = [addressOf(a), addressOf(b)];
  if (first !== undefined && second !== undefined && first !== second) {
    // A query that one of them lacks tells where a reader came from.
    const [path, query] = first.length > second.length ? [second, first] : [first, second];
    if (path !== query.replace(/\?[^#]*/, '')) return false;
  }
  return (
    !a.date ||
    !b.date ||
    isoDate(a.date).startsWith(isoDate(b.date)) ||
    isoDate(b.date).startsWith(isoDate(a.date))
  );
}

function richer(a: Draft, b: Draft): Draft {
  return {
    ...a,
    title: betterTitle(a.title, b.title),
    names: moreNames(a.names, b.names),
    date: moreExact(a.date, b.date),
    href: a.href ?? b.href,
    abstract: (a.abstract?.length ?? 0) >= (b.abstract?.length ?? 0) ? a.abstract : b.abstract,
    keywords: union(a.keywords, b.keywords),
    note: a.note ?? b.note,
    unknownDate: a.date || b.date ? undefined : (a.unknownDate ?? b.unknownDate),
  };
}

/** A body named in the JSON-LD ("Foo Inc.") does not stand in for persons, nor add to them. */
function withStated(shown: Draft, stated: Draft): Draft {
  const persons = stated.names.filter(name => name.literal === undefined);
  const joined = richer(shown, { ...stated, names: shown.names.length > 0 ? persons : stated.names });
  return { ...joined, abstract: shown.abstract ?? stated.abstract };
}

function moreNames(a: readonly Name[], b: readonly Name[]): readonly Name[] {
  const people = (names: readonly Name[]) => names.filter(name => name.literal === undefined).length;
  if (people(b) > people(a) || (a.length === 0 && b.length > 0)) return b;
  // The same people, one with fuller names: "A. Lee" and "Ann Lee".
  if (
    a.length === b.length &&
    length(b) > length(a) &&
    b.every((name, at) =>
      nameKey(name).endsWith(foldText(a[at]!.family ?? '\n').replace(/[^\p{L}\p{N}]+/gu, '')),
    )
  )
    return b;
  return a;
}

const length = (names: readonly Name[]): number =>
  names.reduce((sum, name) => sum + displayName(name).length, 0);

function moreExact(a: PartialDate | undefined, b: PartialDate | undefined): PartialDate | undefined {
  if (!a || !b) return a ?? b;
  return isoDate(b).length > isoDate(a).length ? b : a;
}

function betterTitle(a: string, b: string): string {
  const cut = /^(.*?)\s*(?:…|\.\.\.)$/u.exec(a)?.[1];
  return cut !== undefined && b.startsWith(cut) && b.length > a.length ? b : a;
}

function union(a: readonly string[], b: readonly string[]): string[] {
  const seen = new Set(a.map(foldText));
  return [...a, ...b.filter(word => !seen.has(foldText(word)) && seen.add(foldText(word)))];
}
