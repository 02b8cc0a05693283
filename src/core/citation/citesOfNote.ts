import type { CslCite } from '../csl/formatter';
import type { Post } from '../post';
import type { CitationDetails } from './details';
import { unescaped } from './escapeText';
import { readAround } from './readAround';

/** Writes the note of a footnote. */
export type WriteNote = (cites: readonly CslCite[]) => string;

/**
 * What a note says of its posts, in their order, where it says just what would be written; `undefined` where somebody
 * else has written it, or something else beside it.
 * @param quotes what the addresses of the posts point to
 */
export function citesOfNote(
  note: string,
  posts: readonly Post[],
  quotes: readonly (string | undefined)[],
  write: WriteNote,
): readonly CslCite[] | undefined {
  const plain = posts.map((post, at): CslCite => {
    const value = quotes[at];
    return value === undefined ? { post } : { post, details: { locator: { label: 'quote', value } } };
  });
  if (plain.length === 0) return undefined;
  const whole = write(plain);
  if (whole === note) return plain;
  const parts = partsOf(note, whole, plain, write);
  const cites = parts && plain.map((cite, at) => withDetails(parts[at]!, cite, write));
  // The stop at the end may be the user's.
  return [cites, cites && withStop(cites)].find(told => told && write(told) === note);
}

function withStop(cites: readonly CslCite[]): readonly CslCite[] {
  const { post, details: { suffix, ...details } = {} } = cites.at(-1)!;
  return suffix ? [...cites.slice(0, -1), { post, details: { ...details, suffix: `${suffix}.` } }] : cites;
}

/** The note in as many parts as there are cites, at what the style puts between two. */
function partsOf(
  note: string,
  whole: string,
  cites: readonly CslCite[],
  write: WriteNote,
): readonly string[] | undefined {
  if (cites.length === 1) return [note];
  const parts: string[] = [];
  let [start, from, at] = [0, 0, 0];
  for (const cite of cites) {
    const head = headOf(write([cite]));
    const place = note.indexOf(head, at);
    from = whole.indexOf(head, from);
    if (from < 0 || place < 0) return undefined;
    const [delimiter = ''] = /[,;.:]?\s+$/.exec(whole.slice(0, from)) ?? [];
    const cut = delimiter && note.lastIndexOf(delimiter, place);
    if (from > 0 && cut) {
      if (cut < start) return undefined;
      parts.push(note.slice(start, cut));
      start = cut + delimiter.length;
    }
    [from, at] = [from + head.length, place + head.length];
  }
  return [...parts, note.slice(start)];
}

/** Enough of a text to find it by. */
const headOf = (text: string): string => text.slice(0, 12);

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** The cite with the details that make it longer than it is without; they may be wrong. */
function withDetails(part: string, cite: CslCite, write: WriteNote): CslCite {
  const said = withoutStop(part);
  const at = Math.max(0, said.indexOf(headOf(write([cite]))));
  const prefix = unescaped(said.slice(0, at)).trim();
  const added = (details: CitationDetails) =>
    more(said.slice(at), withoutStop(write([{ ...cite, details }])));
  // Punctuation moves in and out of quotation marks.
  const { locator = cite.details?.locator } = readAround(
    '',
    added({ ...cite.details }).replace(/^[\s,.”"’»]+/, ''),
  );
  const located = { ...cite.details, ...(locator && { locator }) };
  const [before, behind = ''] = withoutStop(
    write([{ ...cite, details: { ...located, suffix: stand } }]),
  ).split(stand);
  const suffix = unescaped(more(said.slice(at), before!.replace(/,? $/, '') + behind)).replace(/^,?\s+/, '');
  const details = { ...located, ...(prefix && { prefix }), ...(/[\p{L}\p{N}]/u.test(suffix) && { suffix }) };
  return Object.keys(details).length > 0 ? { post: cite.post, details } : cite;
}

/** Stands in for a suffix. */
const stand = 'zqxjz';

/** What a text has that a shorter one lacks, in one piece. */
function more(text: string, shorter: string): string {
  let start = 0;
  while (start < shorter.length && text[start] === shorter[start]) start++;
  let end = 0;
  while (end < shorter.length - start && text.at(-1 - end) === shorter.at(-1 - end)) end++;
  return text.slice(start, Math.max(start, text.length - end));
}
