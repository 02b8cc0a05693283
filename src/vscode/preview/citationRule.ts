import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { CitationDetails } from '../../core/citation/details';
import { pandocCites } from '../../core/citation/pandocCites';
import type { DocumentCitation } from '../../core/document/citationsIn';
import { type Inline, readInlines } from '../../core/document/inline';

/** What a citation of Pandoc's says, as plain data: VS Code hands tokens to other processes. */
export interface PreviewCitation {
  /** Where the key stands by itself: it is part of the sentence. */
  readonly isInText: boolean;
  readonly cites: readonly PreviewCite[];
}

export interface PreviewCite {
  readonly key: string;
  readonly details: CitationDetails;
  /** `-@key`: the sentence has named the authors. */
  readonly withoutAuthors: boolean;
  /** As it stands there. */
  readonly source: string;
}

/** The tokens around what is a citation if its keys are known; between them it stands as written. */
export const citationOpen = 'byline_citation_open';
export const citationClose = 'byline_citation_close';

/** What an opening token says. */
export const citationOf = ({ meta }: Token): PreviewCitation =>
  (meta as unknown as { readonly citation: PreviewCitation }).citation;

interface Found {
  readonly end: number;
  /** What stands between the marks is read as any other text. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly citation: PreviewCitation;
}

/** Lets markdown-it read `[see @a, p. 3; @b]`, `@key` and `@key [p. 3]`. */
export function addCitationRule(md: MarkdownIt): void {
  const read = new WeakMap<StateInline, ReadonlyMap<number, Found>>();
  md.inline.ruler.after('link', 'byline_citation', (state, silent) => {
    if (!/[[@-]/.test(state.src[state.pos]!) || state.linkLevel > 0) return false;
    const all = read.get(state) ?? citationsIn(state);
    read.set(state, all);
    const found = all.get(state.pos);
    if (!found || found.end > state.posMax) return false;
    if (!silent) write(state, found);
    state.pos = found.end;
    return true;
  });
  md.renderer.rules[citationOpen] = () => '';
  md.renderer.rules[citationClose] = () => '';
}

function write(state: StateInline, { end, innerStart, innerEnd, citation }: Found): void {
  const { pos, posMax } = state;
  state.push(citationOpen, '', 1).meta = { citation };
  state.pending += state.src.slice(pos, innerStart);
  state.pos = innerStart;
  state.posMax = innerEnd;
  state.md.inline.tokenize(state);
  state.pending += state.src.slice(innerEnd, end);
  state.push(citationClose, '', -1);
  state.posMax = posMax;
}

/** By where they begin. */
function citationsIn({ src, env, md }: StateInline): Map<number, Found> {
  const found = new Map<number, Found>();
  if (!src.includes('@')) return found;
  const isLabel = (label: string) => env.references?.[md.utils.normalizeReference(label)] !== undefined;
  const keys = readInlines(src, { isLabel }).filter(({ kind }) => kind === 'key');
  for (const [first, ...more] of byGroup(keys)) {
    const { group, start, end } = first!;
    if (group) {
      const citation = { isInText: false, cites: citesOf(src, [first!, ...more]) };
      const inner = { innerStart: group.start + 1, innerEnd: group.end - 1 };
      found.set(group.start, { end: group.end, ...inner, citation });
    } else {
      const behind = detailsBehind(src, end, isLabel);
      const cites = behind ? citesWith(src.slice(start, end), behind.text, first!) : citesOf(src, [first!]);
      const whole = behind?.end ?? end;
      const isInText = !cites[0]?.withoutAuthors;
      found.set(start, { end: whole, innerStart: end, innerEnd: whole, citation: { isInText, cites } });
    }
  }
  return found;
}

function citesOf(text: string, keys: readonly Inline[]): PreviewCite[] {
  const citations = keys.map(({ start, end, key, group }): DocumentCitation => {
    return { kind: 'key', start, end, key: key!, ...(group && { group }) };
  });
  return pandocCites(text, citations).map(({ start, end, citation, details }) => ({
    key: citation.key!,
    details,
    withoutAuthors: text[citation.start] === '-',
    source: text.slice(start, end),
  }));
}

const brackets = / ?\[([^[\]@^]+)\](?![([])/y;

/** `[p. 3]` behind a key, which no link begins with. */
function detailsBehind(
  text: string,
  at: number,
  isLabel: (label: string) => boolean,
): { text: string; end: number } | undefined {
  brackets.lastIndex = at;
  const [, inner] = brackets.exec(text) ?? [];
  return inner === undefined || isLabel(inner) ? undefined : { text: inner, end: brackets.lastIndex };
}

/** A key with what is said behind it, as if both stood in brackets. */
function citesWith(source: string, details: string, key: Inline): PreviewCite[] {
  const text = `[${source} ${details}]`;
  const group = { start: 0, end: text.length };
  return citesOf(text, [{ ...key, start: 1, end: 1 + source.length, group }]);
}

function byGroup(keys: readonly Inline[]): Inline[][] {
  const groups: Inline[][] = [];
  for (const key of keys) {
    const last = groups.at(-1);
    if (key.group && last?.[0]?.group?.start === key.group.start) last!.push(key);
    else groups.push([key]);
  }
  return groups;
}
