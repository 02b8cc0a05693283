import { companies, headings, people, systemNouns } from './nameWords';
import type { Token } from './tokens';
import { labelKey, type Vocabulary } from './vocabulary';

export interface SystemName {
  readonly name: string;
  readonly score: number;
}

const most = 2;
const naming = new Set(['called', 'named', 'dubbed', 'codenamed', 'nicknamed', 'christened', 'titled']);
const presenting = new Set(
  'introducing announcing unveiling introduce announce unveil presenting built build created create developed develop launched launching released releasing sourced sourcing built-in'.split(
    ' ',
  ),
);
/** Capitalized before a name in a title, but no part of it. */
const openers = new Set([...presenting, ...'meet how why open opensourcing inside the a an our'.split(' ')]);
const articles = new Set(['a', 'an', 'the', 'our', 'its', 'their', 'new', 'one']);
const determiners = new Set(['our', 'its', 'their', 'the', 'a', 'an', 'this', 'internal', 'new']);
/** Words after which a phrase's head noun has been said. */
const stops = new Set(
  'that which who for to of on in at with from by and or where when as is was built used we it designed allowing'.split(
    ' ',
  ),
);

/**
 * Systems that the text introduces by name, the best evidence first, at most two: "a tool known as X",
 * "X is a platform", "X: A control plane", "we open sourced X", "our CLI, X", and coined names said twice.
 */
export function systemNames(
  title: readonly Token[],
  text: readonly Token[],
  publication: string | undefined,
  vocabulary: Vocabulary,
): SystemName[] {
  const scores = new Map<string, number>();
  const publisher = labelKey(publication ?? '');
  const ordinary = new Set<string>();
  for (const { raw, fold } of [...title, ...text]) if (raw === raw.toLowerCase()) ordinary.add(fold);

  /** The name that begins at a word: one word, or more when all are capitalized. */
  const nameAt = (tokens: readonly Token[], at: number, longest = 3): Token[] => {
    const name: Token[] = [];
    if (openers.has(tokens[at]?.fold ?? '')) return name;
    for (let i = at; i < tokens.length && name.length < longest; i++) {
      const token = tokens[i]!;
      if (!isCapitalized(token.raw) || (i > at && !/^[ -]$/.test(token.gap))) break;
      name.push(token);
    }
    return name;
  };
  const add = (name: Token[], score: number) => {
    if (name.length === 0) return;
    const label = name.map((token, i) => (i ? token.gap : '') + token.raw).join('');
    const key = name.map(token => token.fold).join('');
    if (vocabulary.labels.has(key) || companies.has(key) || key.length < 2) return;
    if (publisher && (publisher.startsWith(key) || key.startsWith(publisher))) return;
    const coined = isCoined(label);
    if (name.some(token => people.has(token.fold))) return;
    if (!coined && name.every(token => isOrdinary(token))) return;
    if (name.length > 1 && name.some(token => vocabulary.labels.has(token.fold))) return;
    if (/^\d/.test(label)) return;
    scores.set(label, (scores.get(label) ?? 0) + score);
  };
  const isOrdinary = ({ fold, raw }: Token) =>
    vocabulary.commonWords.has(fold) ||
    vocabulary.contexts.has(fold) ||
    headings.has(fold) ||
    systemNouns.has(fold) ||
    ordinary.has(fold) ||
    articles.has(fold) ||
    (raw.length > 5 && /(?:ing|tion|ment|ness|ity|ism)s?$/i.test(fold));

  for (const tokens of [title, text]) {
    const inTitle = tokens === title;
    const titleCase = inTitle && tokens.slice(1).filter(t => isCapitalized(t.raw)).length > tokens.length / 2;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      const starts = at === 0 || /[.!?\n:]/.test(token.gap);

      // "a tool known as X", "a service called X"
      if (naming.has(token.fold) || (token.fold === 'as' && tokens[at - 1]?.fold === 'known')) {
        const near = tokens.slice(Math.max(0, at - 8), at);
        if (near.some(({ fold }) => systemNouns.has(fold) || fold === 'call')) add(nameAt(tokens, at + 1), 3);
      }
      // "we call it X"
      if (token.fold === 'call' && ['it', 'this'].includes(tokens[at + 1]?.fold ?? '')) {
        add(nameAt(tokens, at + 2), 2.5);
      }
      // "we open sourced X", "introducing X and Y"
      if (presenting.has(token.fold) && !(titleCase && token.fold.startsWith('buil'))) {
        let from = at + 1;
        if (tokens[from]?.fold === 'you') from++;
        for (let more = 0; more < 2; more++) {
          const name = nameAt(tokens, from, titleCase ? 1 : 3);
          const next = tokens[from + name.length];
          if (name.length === 0 || (next && !endsName(next))) break;
          add(name, inTitle ? 4 : 2);
          if (next?.fold !== 'and') break;
          from += name.length + 1;
        }
      }
      // "bring you X (…)"
      if (token.fold === 'you' && tokens[at - 1]?.fold === 'bring') add(nameAt(tokens, at + 1), 2.5);

      // "our internal tool X", "its CLI utility, X": the noun, with a determiner within four words before it
      if (systemNouns.has(token.fold) && !isCapitalized(token.raw) && tokens[at + 1]) {
        const lead = tokens.slice(Math.max(0, at - 4), at).some(({ fold }) => determiners.has(fold));
        const next = tokens[at + 1]!;
        if (lead && /^,? ["“'‘]?$/.test(next.gap)) {
          const name = nameAt(tokens, at + 1);
          const follow = tokens[at + 1 + name.length];
          const comma = next.gap.startsWith(',');
          if (!comma || !follow || /^\W*[,.)!:;—–(]/.test(follow.gap)) add(name, comma ? 2.4 : 2);
        }
      }
      if (!isCapitalized(token.raw)) continue;

      // "X is a computing platform", "X, our workflow engine,", "X: A Central Control Plane", "the X platform"
      const name = nameAt(tokens, at);
      const next = tokens[at + name.length];
      if (!next || (at > 0 && !starts && isCapitalized(tokens[at - 1]!.raw) && tokens[at]!.gap === ' '))
        continue;
      const rest = at + name.length;
      const colon = at === 0 && inTitle && /^ ?[:–—-] /.test(next.gap);
      const is = (next.fold === 'is' || next.fold === 'was') && next.joined;
      const apposed =
        /^\s?[,(—–]/.test(next.gap) && (articles.has(next.fold) || /^(?:open|internal)$/.test(next.fold));
      if (colon) {
        const noun = headNoun(tokens, rest, true);
        if (
          name.length <= 2 &&
          (noun ||
            isCoined(name[0]!.raw) ||
            (articles.has(next.fold) && name.length === 1 && repeated(name[0]!, text)))
        )
          add(name, 4);
      } else if ((is && articles.has(tokens[rest + 1]?.fold ?? '')) || apposed) {
        if (headNoun(tokens, is ? rest + 2 : rest + 1)) add(name, starts ? 3 : 2.5);
      } else if (
        tokens[at - 1]?.fold === 'the' &&
        name.length === 1 &&
        systemNouns.has(next.fold) &&
        next.joined &&
        !inTitle
      ) {
        if (next.raw === next.fold) add(name, 1.2);
      }
    }
  }
  for (const [label, count] of coinedNames(title, text)) if (count >= 2) add([...label], 1.5);

  return [...scores]
    .map(([name, score]) => ({ name, score: Math.min(score, 4) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** Words written with a capital inside, such as "ConsoleMe", and how often each stands there. */
function coinedNames(title: readonly Token[], text: readonly Token[]): Map<Token[], number> {
  const first = new Map<string, Token[]>();
  const counts = new Map<Token[], number>();
  for (const tokens of [title, text]) {
    tokens.forEach((token, i) => {
      if (!isCoined(token.raw) || ['at', 'how', 'why', 'by'].includes(tokens[i - 1]?.fold ?? '')) return;
      const key = first.get(token.fold) ?? [token];
      first.set(token.fold, key);
      counts.set(key, (counts.get(key) ?? 0) + (tokens === title ? 1 : 1));
    });
  }
  return counts;
}

function repeated(name: Token, text: readonly Token[]): boolean {
  return text.some((token, i) => token.raw === name.raw && i > 0 && !/[.!?\n]/.test(token.gap));
}

function isCapitalized(raw: string): boolean {
  return /^\p{Lu}/u.test(raw) || isCoined(raw);
}

/** A capital inside a word: "ConsoleMe", "uForwarder"; not an acronym, nor a name such as "McDonald". */
function isCoined(raw: string): boolean {
  return (
    /^\p{L}+\d*$/u.test(raw) &&
    /\p{Ll}\p{Lu}/u.test(raw) &&
    !/^(?:Ma?c|De|Di|La|Le|Van|Von|O)\p{Lu}/u.test(raw) &&
    raw.length >= 4
  );
}

/** Whether what follows a name shows that it is complete: "X for …", "X, …", not "X support". */
function endsName(next: Token): boolean {
  return !/^[ -]$/.test(next.gap) || stops.has(next.fold) || articles.has(next.fold);
}

/** Whether the phrase that begins here is about a system: "computing platform that …" but not "engineer on our platform". */
function headNoun(tokens: readonly Token[], from: number, pastAnd = false): boolean {
  let head: Token | undefined;
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    const token = tokens[i]!;
    if (
      i > from &&
      ((stops.has(token.fold) && !(pastAnd && token.fold === 'and')) || /[,.;:!?()\n]/.test(token.gap))
    )
      break;
    head = token;
  }
  return head !== undefined && systemNouns.has(head.fold);
}
