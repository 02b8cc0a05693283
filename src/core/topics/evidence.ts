import type { Token } from './tokens';
import type { PhraseNode, Sense, Vocabulary } from './vocabulary';

/** What a post says about one topic. */
export interface Evidence {
  readonly topic: string;
  readonly field: string;
  /** Weights of the mentions that mean the topic, of those that may mean it, and of its hints. */
  alias: number;
  ambiguous: number;
  hints: number;
  /** Mentions in the text. */
  mentions: number;
  readonly hintWords: Set<string>;
  /** The ambiguous names that stand there, and their words. */
  readonly names: Set<string>;
  readonly nameWords: Set<string>;
  inTitle: boolean;
  /** A capitalized ambiguous name stands there; as a name is used ("Airflow at"); as only a product is ("Java 21"). */
  capital: boolean;
  named: boolean;
  certain: boolean;
}

/** Weight of a mention: in the title, among the first words of the text, somewhat later, far into it. */
const weights = { title: 3, lead: 1.2, early: 1, late: 0.6 };
/** What a first, second and third mention in the text count. */
const again = [1, 0.6, 0.4];
const ambiguousShare = 0.7;
const hintShare = 0.4;

const before = new Set(['in', 'with', 'using', 'to', 'from', 'on', 'apache', 'of', 'for', 'through']);
/** Verbs in titles whose object is what was chosen: "Why we chose Go", "Waarom wij Go gebruiken". */
const choosing = new Set(
  `chose choose choosing chosen picked picking adopted adopting love scelto scegliere usiamo choisi utilisons
  elegimos elegido usamos escolhemos gekozen kiezen gebruiken gewahlt wahlen verwenden nutzen valde`.split(
    /\s+/,
  ),
);
const use = new Set(['production', 'practice', 'anger', 'depth', 'scale']);
const after = new Set(['at', 'in', 'on', 'for', 'vs', 'and']);

/**
 * Walks a text once, taking the longest phrase that begins at each word, and adds what it says to `found`.
 * Returns the words that no phrase without a topic has swallowed.
 */
export function collectEvidence(
  tokens: readonly Token[],
  inTitle: boolean,
  vocabulary: Vocabulary,
  found: Map<string, Evidence>,
): Token[] {
  const words: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { senses, length } = longestPhrase(tokens, at, vocabulary.phrases);
    if (!senses.some(sense => sense.kind === 'nothing')) words.push(...tokens.slice(at, at + length));
    for (const sense of senses) {
      if (sense.kind === 'nothing' || isPlace(tokens, at, length)) continue;
      const item = found.get(sense.topic) ?? newEvidence(sense);
      found.set(sense.topic, item);
      addMention(item, sense, tokens, at, length, inTitle);
    }
    at += length;
  }
  return words;
}

function longestPhrase(
  tokens: readonly Token[],
  at: number,
  root: PhraseNode,
): { senses: Sense[]; length: number } {
  let node: PhraseNode | undefined = root;
  let best = { senses: [] as Sense[], length: 1 };
  for (let end = at; node && end < tokens.length; end++) {
    const token: Token = tokens[end]!;
    if (end > at && !token.joined) break;
    node = node.next.get(token.fold);
    const senses = node?.senses.filter(({ spelling }) => !spelling || end > at || isSpelled(token, spelling));
    if (senses?.length) best = { senses, length: end - at + 1 };
  }
  return best;
}

function isSpelled({ raw }: Token, spelling: string): boolean {
  return raw === spelling || raw === `${spelling}s`;
}

/** "at Slack": a capitalized word after "at" is where somebody works. */
function isPlace(tokens: readonly Token[], at: number, length: number): boolean {
  const { capital, gap } = tokens[at]!;
  return length === 1 && capital && (tokens[at - 1]?.fold === 'at' || gap.endsWith('@'));
}

function newEvidence({ topic, field }: Sense): Evidence {
  return {
    topic,
    field,
    alias: 0,
    ambiguous: 0,
    hints: 0,
    mentions: 0,
    hintWords: new Set(),
    names: new Set(),
    nameWords: new Set(),
    inTitle: false,
    capital: false,
    named: false,
    certain: false,
  };
}

function addMention(
  item: Evidence,
  { kind, spelling }: Sense,
  tokens: readonly Token[],
  at: number,
  length: number,
  inTitle: boolean,
): void {
  const words = tokens.slice(at, at + length).map(token => token.fold);
  const weight = inTitle ? weights.title : at < 40 ? weights.lead : at < 100 ? weights.early : weights.late;
  if (kind === 'hint') {
    const word = words.join(' ');
    if (!item.hintWords.has(word)) item.hints += Math.min(weight, 2) * hintShare;
    item.hintWords.add(word);
    return;
  }
  const counted = weight * (again[item.mentions] ?? 0);
  if (inTitle) item.inTitle = true;
  else item.mentions++;
  if (kind === 'alias') {
    item.alias += counted;
    return;
  }
  item.ambiguous += counted * ambiguousShare;
  item.names.add(words.join(' '));
  for (const word of words) item.nameWords.add(word);
  if (!spelling) return;
  item.capital = true;
  const previous = tokens[at]!.joined ? tokens[at - 1]?.fold : undefined;
  const next = tokens[at + length];
  if ((previous && before.has(previous)) || (next?.joined && after.has(next.fold))) item.named = true;
  if (inTitle && isSubject(tokens, at, length)) item.certain = true;
  const version = next?.gap === ' ' && /^v?\d{1,3}$/.test(next.fold);
  if (version || (inTitle && (previous === 'in' || previous === 'using'))) item.certain = true;
}

/** "Kafka at Acme", "Go in production", "Why Rust", "Why we chose Go": a title that is about the technology named. */
function isSubject(tokens: readonly Token[], at: number, length: number): boolean {
  const previous = tokens[at]!.joined ? tokens[at - 1]!.fold : undefined;
  const next = tokens[at + length];
  if (previous && choosing.has(previous)) return true;
  if (previous === 'why') return !next?.joined;
  if (!next?.joined) return false;
  if (choosing.has(next.fold)) return previous !== undefined;
  if (at > 0) return false;
  return (
    next.fold === 'at' ||
    next.fold === 'vs' ||
    (next.fold === 'in' && use.has(tokens[at + length + 1]?.fold ?? ''))
  );
}
