import type { CitationItem, Engine } from 'citeproc';
import type { CitationDetails } from '../citation/details';
import { citedAddress } from '../citation/textFragment';
import type { Post } from '../post';
import { runWhole } from '../sliced';
import { cleanText } from '../text';
import { allow } from './budget';
import { protectedText, unprotectedText } from './cslItemOf';
import type { PostEngine } from './engine';
import type { CslCite } from './formatter';
import { groupBy } from './groupBy';
import { type Run, raise, readHtml } from './readHtml';

/** One citation as citeproc formats it, each cite linked to its post. */
export function citationRuns(
  posts: PostEngine,
  cites: readonly CslCite[],
  cited: readonly Post[],
): readonly Run[] {
  if (cites.length === 0) return [];
  const ids = runWhole(posts.telling([...cited, ...cites.map(({ post }) => post)]));
  const { engine } = posts;
  allow(engine, cites.length);
  const isNote = engine.opt.xclass === 'note';
  const items = cites.map(({ post, details = {}, form }, at) => {
    const item = { ...citationItem(ids.get(post.id)!, details), ...(form && forms[form]) };
    const { prefix } = item;
    // A note is a sentence: "See …".
    return isNote && at === 0 && prefix
      ? { ...item, prefix: prefix[0]!.toUpperCase() + prefix.slice(1) }
      : item;
  });
  const runs = readHtml(engine.makeCitationCluster(items));
  const told = citesIn(engine, items);
  if (!isPrinted(runs) || items.some(item => isLost(engine, item, told))) {
    if (cites.length === 1) return withoutForm(cites[0]!);
    return cites.flatMap((cite, at) => [
      ...(at > 0 ? [{ text: '; ' }] : []),
      ...citationRuns(posts, [cite], cited),
    ]);
  }
  return linkedTo(engine, cites, items, told, runs);
}

const forms = { authors: { 'author-only': true }, withoutAuthors: { 'suppress-author': true } } as const;

/** The runs with each cite linked, and an address of its own that a note gives leading to the quote. */
function linkedTo(
  engine: Engine,
  cites: readonly CslCite[],
  items: readonly CitationItem[],
  told: readonly Told[],
  runs: readonly Run[],
): readonly Run[] {
  const { layout_prefix: start, layout_delimiter: delimiter } = engine.citation.opt;
  const whole = textOf(runs);
  let linked = runs;
  // Not in what the style puts around cites, where a short title may stand as well.
  let from = behind(whole, start.trimStart(), 0);
  const seen = new Set<number>();
  for (const { id, text, isLinked } of told) {
    const at = items.findIndex((item, index) => item.id === id && !seen.has(index));
    if (at < 0) continue;
    seen.add(at);
    const place = isLinked ? undefined : placeOf(whole, text, from, items[at]!);
    if (!place) continue;
    from = behind(whole, delimiter, place.next);
    const { post, details } = cites[at]!;
    if (post.url) linked = linkBetween(linked, place.start, place.end, citedAddress(post.url, details));
  }
  return linked.map(run => {
    const cite = run.link === undefined ? undefined : cites.find(({ post }) => post.url === run.link);
    return cite ? { ...run, link: citedAddress(run.link!, cite.details) } : run;
  });
}

const behind = (whole: string, text: string, at: number): number =>
  whole.startsWith(text, at) ? at + text.length : at;

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** citeproc says so in words of its own. */
const isPrinted = (runs: readonly Run[]): boolean =>
  !/\[(?:CSL STYLE ERROR|NO_PRINTED_FORM)/.test(textOf(runs));

/** Whether citeproc has left a cite out because it prints nothing of the post. */
function isLost(engine: Engine, item: CitationItem, told: readonly Told[]): boolean {
  return !told.some(({ id }) => id === item.id) && !isPrinted(readHtml(engine.makeCitationCluster([item])));
}

/** The title of a post of which a style prints nothing. */
export function withoutForm({ post, details }: CslCite): readonly Run[] {
  return [{ text: cleanText(post.title), ...(post.url && { link: citedAddress(post.url, details) }) }];
}

function citationItem(id: string, { prefix, suffix, locator }: CitationDetails): CitationItem {
  return {
    id,
    position: 0,
    ...(prefix && { prefix: protectedText(prefix) }),
    ...(suffix && { suffix: protectedText(/^[\p{L}\p{N}]/u.test(suffix) ? `, ${suffix}` : suffix) }),
    // A quote is told by the address.
    ...(locator &&
      locator.label !== 'quote' && { label: locator.label, locator: protectedText(locator.value) }),
  };
}

interface Told {
  readonly id: string;
  readonly text: string;
  /** A note that gives the address links to it already. */
  readonly isLinked: boolean;
}

/** What citeproc says of each cite; a number by itself has no id, but says which post it is. */
function citesIn(engine: Engine, items: readonly CitationItem[]): Told[] {
  const { development_extensions: options } = engine.opt;
  options.apply_citation_wrapper = true;
  let runs: readonly Run[];
  try {
    runs = readHtml(engine.makeCitationCluster(items));
  } finally {
    options.apply_citation_wrapper = false;
  }
  const { registry } = engine.registry;
  const numbers = items.map(({ id }) => ({ id, number: String(registry[id]?.seq) }));
  const byNumber = new Map(
    numbers.flatMap(({ id, number }) => [number, raise(number)].map(text => [text, id] as const)),
  );
  return groupBy(runs, 'cite').flatMap(group => {
    if (group[0]!.cite === undefined) return [];
    const text = textOf(group);
    const id = group[0]!.cite || byNumber.get(text);
    return id === undefined ? [] : [{ id, text, isLinked: group.some(({ link }) => link !== undefined) }];
  });
}

/** Where a cite stands, without what the user put around it, and a number with its brackets. */
function placeOf(whole: string, text: string, from: number, { prefix = '', suffix = '' }: CitationItem) {
  // At the end of a citation its punctuation moves inside of quotation marks.
  const found = whole.indexOf(text, from) < 0 ? text.replace(/[\p{P}]+$/u, '') : text;
  let start = whole.indexOf(found, from);
  if (start < 0 || found === '') return undefined;
  let end = start + found.length;
  if (found !== text) end += /^\p{P}*/u.exec(whole.slice(end))![0].length;
  const next = end;
  const [before, after] = [prefix, suffix].map(unprotectedText) as [string, string];
  if (whole.startsWith(before, start)) start += before.length;
  if (whole.slice(start, end).endsWith(after)) end -= after.length;
  while (whole[start] === ' ') start++;
  while (whole[end - 1] === ' ') end--;
  const isNumber = whole[start - 1] === '[' && whole[end] === ']';
  return isNumber ? { start: start - 1, end: end + 1, next: end + 1 } : { start, end, next };
}

function linkBetween(runs: readonly Run[], start: number, end: number, link: string): Run[] {
  let at = 0;
  return runs.flatMap(run => {
    const [from, to] = [start - at, end - at].map(offset => Math.min(Math.max(offset, 0), run.text.length));
    at += run.text.length;
    if (from === to) return [run];
    const parts = [
      { ...run, text: run.text.slice(0, from) },
      { ...run, text: run.text.slice(from, to), link },
      { ...run, text: run.text.slice(to) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}
