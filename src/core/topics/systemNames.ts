import { cleanName } from './cleanName';
import { systemNouns } from './nameWords';
import type { Token } from './tokens';
import type { Vocabulary } from './vocabulary';

export interface SystemName {
  readonly name: string;
  readonly score: number;
}

const most = 2;
const enough = 2;
const strongest = 4;
/** The words of a name, and how sure the place makes that it is one. */
type Found = (name: Token[], score: number) => void;

const set = (words: string) => new Set(words.split(' '));
const naming = set('called named dubbed codenamed nicknamed christened');
const presenting = set(
  'introducing announcing unveiling introduce announce unveil presenting built build created create developed ' +
    'develop launched launching released releasing sourced sourcing',
);
const articles = set('a an the our its their new one');
const determiners = set('our its their the a an this internal new');
/** Words after which the head of a phrase has been said, and so has a whole name. */
const stops = set(
  'that which who for to of on in at with from by and or where when as is was built used we it designed allowing',
);
/** Capitalized before a name in a title, but no part of it. */
const openers = new Set([
  ...presenting,
  ...set('meet how why open opensourcing inside the a an our'),
  ...set('building rebuilding scaling designing evolving operating running improving creating developing'),
]);

/**
 * Systems that the text introduces by name, the best evidence first, at most two: "a tool known as X",
 * "X is a platform", "X: A Control Plane", "we open sourced X", "our CLI, X", and coined names said twice.
 */
export function systemNames(
  title: readonly Token[],
  text: readonly Token[],
  publication: string | undefined,
  vocabulary: Vocabulary,
): SystemName[] {
  const found: { name: Token[]; score: number }[] = [];
  const add: Found = (name, score) => {
    if (name.length > 0) found.push({ name, score });
  };
  const coined = new Map<string, number>();
  for (const tokens of [title, text]) {
    const inTitle = tokens === title;
    const longest = inTitle && isTitleCase(tokens) ? 1 : 3;
    tokens.forEach((token, at) => {
      const { fold } = token;
      if (token.capital) subject(tokens, at, inTitle, text, add);
      else if (systemNouns.has(fold)) apposition(tokens, at, add);
      if (token.coined && !['at', 'how', 'why', 'by'].includes(tokens[at - 1]?.fold ?? '')) {
        const count = (coined.get(fold) ?? 0) + 1;
        coined.set(fold, count);
        if (count === 2) add([token], 2);
      }
      if (naming.has(fold) || (fold === 'as' && tokens[at - 1]?.fold === 'known')) named(tokens, at, add);
      else if (fold === 'call' && /^(?:it|this)$/.test(tokens[at + 1]?.fold ?? ''))
        add(nameAt(tokens, at + 2), 2.5);
      else if (fold === 'you' && tokens[at - 1]?.fold === 'bring') add(nameAt(tokens, at + 1), 2.5);
      else if (presenting.has(fold) && !(longest === 1 && fold.startsWith('buil'))) {
        presentation(tokens, at + 1, longest, inTitle ? 4 : 2, add);
      }
    });
  }
  if (found.length === 0) return [];

  const clean = cleanName([...title, ...text], publication, vocabulary);
  const scores = new Map<string, number>();
  for (const { name, score } of found) {
    const label = clean(name);
    if (label) scores.set(label, (scores.get(label) ?? 0) + score);
  }
  return [...scores]
    .map(([name, score]) => ({ name, score: Math.min(score, strongest) }))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** The name that begins at a word: as many capitalized words as stand together, up to `longest`. */
function nameAt(tokens: readonly Token[], at: number, longest = 3): Token[] {
  const name: Token[] = [];
  if (openers.has(tokens[at]?.fold ?? '')) return name;
  for (let i = at; i < tokens.length && name.length < longest; i++) {
    const token = tokens[i]!;
    if (!token.capital || (i > at && !/^[ -]$/.test(token.gap))) break;
    name.push(token);
  }
  return name;
}

/** "a tool known as X", "a service called X" */
function named(tokens: readonly Token[], at: number, add: Found): void {
  if (tokens.slice(Math.max(0, at - 8), at).some(({ fold }) => systemNouns.has(fold)))
    add(nameAt(tokens, at + 1), 3);
}

/** "we open sourced X", "introducing X and Y" */
function presentation(
  tokens: readonly Token[],
  from: number,
  longest: number,
  score: number,
  add: Found,
): void {
  const name = nameAt(tokens, from, longest);
  const next = tokens[from + name.length];
  if (name.length === 0 || (next && !endsName(next))) return;
  add(name, score);
  const second = next?.fold === 'and' ? nameAt(tokens, from + name.length + 1, longest) : [];
  const last = tokens[from + name.length + 1 + second.length];
  if (second.length > 0 && (!last || endsName(last))) add(second, score);
}

/** "our internal tool X", "its CLI utility, X": the noun, with a determiner among the four words before it. */
function apposition(tokens: readonly Token[], at: number, add: Found): void {
  const next = tokens[at + 1];
  if (!next?.capital || !/^,? ["“'‘]?$/.test(next.gap)) return;
  if (!tokens.slice(Math.max(0, at - 4), at).some(({ fold }) => determiners.has(fold))) return;
  const name = nameAt(tokens, at + 1);
  const follow = tokens[at + 1 + name.length];
  const comma = next.gap.startsWith(',');
  if (!comma || !follow || /^\W*[,.)!:;—–(]/.test(follow.gap)) add(name, comma ? 2.4 : 2);
}

/** "X is a computing platform", "X, our workflow engine,", "X: A Central Control Plane", "the X platform" */
function subject(
  tokens: readonly Token[],
  at: number,
  inTitle: boolean,
  text: readonly Token[],
  add: Found,
): void {
  const before = tokens[at - 1];
  const { gap } = tokens[at]!;
  const opened = inTitle && at === 1 && openers.has(before!.fold);
  if (before?.capital && gap === ' ' && !opened) return;
  const name = nameAt(tokens, at);
  const rest = at + name.length;
  const next = tokens[rest];
  if (name.length === 0 || !next) return;
  const is = next.joined && (next.fold === 'is' || next.fold === 'was');
  if (inTitle && (at === 0 || opened) && /^ ?[:–—-] /.test(next.gap)) {
    if (name.length > 2) return;
    const [word] = name;
    const recurs =
      name.length === 1 &&
      articles.has(next.fold) &&
      text.some(({ raw, joined }) => joined && raw === word!.raw);
    if (word!.coined || recurs || hasSystemHead(tokens, rest, true)) add(name, 4);
  } else if (is ? articles.has(tokens[rest + 1]?.fold ?? '') : isAside(next)) {
    if (hasSystemHead(tokens, rest + (is ? 2 : 1))) add(name, !before || /[.!?\n:]/.test(gap) ? 3 : 2.5);
  } else if (!inTitle && before?.fold === 'the' && name.length === 1 && next.joined) {
    if (systemNouns.has(next.fold) && !next.capital) add(name, 1.2);
  }
}

function isAside({ gap, fold }: Token): boolean {
  return /^\s?[,(—–]/.test(gap) && (articles.has(fold) || fold === 'open' || fold === 'internal');
}

/** Whether what follows a name shows that it is complete: "X for …", "X, …", not "X support". */
function endsName(next: Token): boolean {
  return !/^[ -]$/.test(next.gap) || stops.has(next.fold) || articles.has(next.fold);
}

/** Whether the phrase is about a system: "computing platform that …", but not "engineer on our platform". */
function hasSystemHead(tokens: readonly Token[], from: number, pastAnd = false): boolean {
  let head: Token | undefined;
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    const token = tokens[i]!;
    const stop = stops.has(token.fold) && !(pastAnd && token.fold === 'and');
    if (i > from && (stop || /[,.;:!?()\n]/.test(token.gap))) break;
    head = token;
  }
  return head !== undefined && systemNouns.has(head.fold);
}

function isTitleCase(tokens: readonly Token[]): boolean {
  return tokens.slice(1).filter(token => token.capital).length > tokens.length / 2;
}
