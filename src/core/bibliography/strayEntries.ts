import type { Span } from '../document/citationsIn';
import { type KnownPosts, targetOf } from '../document/knownPosts';
import { addressesIn } from '../document/markdown';
import { foldText } from '../text';
import { paragraphsIn } from './paragraphs';

/**
 * The entries of lists whose posts the library does not know, though the document cites them: by an address of the
 * entry, or by a key that the library does not know either; one without an address also by its number, or by its first
 * name and its year.
 * @param blocks of the lists, in order
 */
export function strayEntries(
  text: string,
  blocks: readonly Span[],
  unknown: ReadonlySet<string>,
  known: Pick<KnownPosts, 'meantBy' | 'posts'>,
): Span[][] {
  const hasUnknownKey = [...unknown].some(target => target.startsWith('@'));
  const isTold = tellingBeside(text, blocks);
  const isKnown = knownByText(known);
  const isKnownDoi = knownByDoi(known);
  const isStray = ({ start, end }: Span): boolean => {
    const entry = text.slice(start, end);
    const links = addressesIn(entry).map(address => ({ kind: 'link' as const, start, end, address }));
    if (links.length === 0) return (hasUnknownKey || isTold(entry)) && !isKnown(entry);
    return (
      unknown.size > 0 &&
      links.every(link => known.meantBy(link).length === 0 && !isKnownDoi(targetOf(link))) &&
      links.some(link => hasUnknownKey || unknown.has(targetOf(link) ?? ''))
    );
  };
  return blocks.map(block => paragraphsIn(text, block).filter(isStray));
}

const years = /(?<!\p{N})[12]\d{3}(?!\p{N})/gu;
const label = /^(?:\\\[(\d{1,4})\\\]|\d{1,4}\\?\.)\s*/;
/** In UTF-16 units before a year, within which its names stand. */
const farthest = 200;

/** Whether the text beside the lists has the number of an entry, linked to nothing, or its first name before its year. */
function tellingBeside(text: string, blocks: readonly Span[]): (entry: string) => boolean {
  let told: Set<string> | undefined;
  const read = () => {
    const all = new Set<string>();
    const starts = [0, ...blocks.map(({ end }) => end)];
    for (const [at, start] of starts.entries()) {
      const part = text.slice(start, blocks[at]?.start);
      for (const [, number] of part.matchAll(plainNumber)) all.add(`[${number}`);
      for (const { 0: year, index } of part.matchAll(years)) {
        const before = part.slice(Math.max(0, index - farthest), index);
        for (const word of wordsOf(before.slice(before.lastIndexOf('\n') + 1))) all.add(`${word} ${year}`);
      }
    }
    return all;
  };
  return entry => {
    told ??= read();
    const [whole = '', number] = label.exec(entry) ?? [];
    if (number !== undefined) return told.has(`[${number}`);
    const [name] = wordsOf(entry.slice(whole.length, whole.length + farthest));
    return [...entry.matchAll(years)].some(([year]) => told!.has(`${name} ${year}`));
  };
}

const plainNumber = /(?<![\p{N}\\[\])])\\\[(\d{1,4})\\\](?![\](])/gu;

/** Words of a title that it is looked up by. */
const most = 3;

/** Whether an entry is of a post without an address that the library knows: it has its title, or its name and year. */
function knownByText({ posts }: Pick<KnownPosts, 'posts'>): (entry: string) => boolean {
  let known: { readonly titles: Map<string, string[]>; readonly signed: Set<string> } | undefined;
  const read = () => {
    const titles = new Map<string, string[]>();
    const signed = new Set<string>();
    for (const { url, title, author, issued } of posts) {
      if (url !== undefined) continue;
      const words = wordsOf(title);
      const start = words.slice(0, most).join(' ');
      const same = titles.get(start);
      if (same) same.push(words.join(' '));
      else titles.set(start, [words.join(' ')]);
      const [name] = wordsOf(author[0]?.family ?? author[0]?.literal ?? '');
      if (name && issued) signed.add(`${name} ${issued.year}`);
    }
    return { titles, signed };
  };
  return entry => {
    known ??= read();
    const words = wordsOf(entry);
    const said = `${words.join(' ')} `;
    let at = 0;
    for (const [index, word] of words.entries()) {
      for (let count = 1; count <= most; count++) {
        const titles = known.titles.get(words.slice(index, index + count).join(' ')) ?? [];
        if (titles.some(title => said.startsWith(`${title} `, at))) return true;
      }
      at += word.length + 1;
    }
    const told = words.filter(word => /^[12]\d{3}$/.test(word));
    return told.some(year => words.some(word => known!.signed.has(`${word} ${year}`)));
  };
}

/** Whether an address is the one that a style makes of the DOI of a post that has no address. */
function knownByDoi({ posts }: Pick<KnownPosts, 'posts'>): (target: string | undefined) => boolean {
  let known: Set<string | undefined> | undefined;
  const read = () => {
    const targets = new Set<string | undefined>();
    for (const { url, extra } of posts) {
      if (url !== undefined || typeof extra?.DOI !== 'string') continue;
      targets.add(targetOf({ kind: 'link', start: 0, end: 0, address: `https://doi.org/${extra.DOI}` }));
    }
    return targets;
  };
  return target => {
    known ??= read();
    return target !== undefined && known.has(target);
  };
}

/** A list with strays among its entries, each before the first entry that comes after it in the alphabet. */
export function withStrays(entries: readonly string[], strays: readonly string[]): readonly string[] {
  if (strays.length === 0) return entries;
  const sorted = [...strays].sort((a, b) => (letters(a) < letters(b) ? -1 : 1));
  const merged: string[] = [];
  let next = 0;
  for (const stray of sorted) {
    while (next < entries.length && letters(entries[next]!) <= letters(stray)) merged.push(entries[next++]!);
    merged.push(stray);
  }
  return [...merged, ...entries.slice(next)];
}

const letters = (text: string): string => ` ${wordsOf(text).join(' ')} `;

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
