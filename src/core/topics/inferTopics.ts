import { systemNames } from './systemNames';
import { type Token, tokenize } from './tokens';
import type { PhraseNode, Sense, Vocabulary } from './vocabulary';

/** What topics are worked out from. An empty title is one that is not known. */
export interface TopicSource {
  readonly title: string;
  readonly abstract?: string;
  readonly containerTitle?: string;
}

const most = 5;
/** Weight of a mention: in the title, among the first words of the text, somewhat later, far into it. */
const weights = { title: 3, lead: 1.2, early: 1, late: 0.6 };
const again = [1, 0.6, 0.4];
const enough = 1;
/** A topic this far below the best one is left out. */
const share = 0.26;

interface Evidence {
  readonly topic: string;
  readonly field: string;
  /** Mentions that mean the topic for certain, those that may, and hints. */
  alias: number;
  ambiguous: number;
  hints: number;
  mentions: number;
  readonly hintWords: Set<string>;
  readonly ambiguousWords: Set<string>;
  readonly names: Set<string>;
  named: boolean;
  /** Named as only a language or a product is: "Java 21", "… in Go" in a title. */
  certain: boolean;
  capital: boolean;
  inTitle: boolean;
}

/** The topics of a post that names none, best first: at most five, none where there is no evidence. */
export function inferTopics(post: TopicSource, vocabulary: Vocabulary): string[] {
  const title = tokenize(post.title);
  const text = tokenize(post.abstract ?? '');
  const found = new Map<string, Evidence>();
  const company = new Map<string, Set<string>>();
  for (const tokens of [title, text]) {
    collect(tokens, tokens === title, vocabulary, found);
    for (const { fold } of tokens) {
      for (const field of vocabulary.contexts.get(fold) ?? []) addTo(company, field, fold);
    }
  }
  const evidence = [...found.values()];
  const fields = new Map<string, Set<string>>();
  for (const { alias, field, topic } of evidence) if (alias > 0) addTo(fields, field, topic);

  const scores = new Map<string, number>();
  for (const item of evidence) {
    const score = scoreOf(item, company.get(item.field), fields.get(item.field));
    if (score >= enough) scores.set(item.topic, score);
  }
  const least = Math.max(0, ...scores.values()) * share;
  const systems = systemNames(title, text, post.containerTitle, vocabulary);
  if (scores.size === 0)
    for (const topic of fallback(evidence, company, text.length > 0, vocabulary)) scores.set(topic, enough);
  for (const { name, score } of systems) scores.set(name, score);
  return [...scores]
    .filter(([, score]) => score >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([topic]) => topic);
}

/** Walks the text once, taking the longest phrase that begins at each word. */
function collect(
  tokens: Token[],
  inTitle: boolean,
  vocabulary: Vocabulary,
  found: Map<string, Evidence>,
): void {
  for (let at = 0; at < tokens.length; ) {
    const { senses, length } = longest(tokens, at, vocabulary.phrases);
    const phrase = tokens.slice(at, at + length);
    for (const sense of senses) {
      if (sense.kind !== 'nothing' && !isPlace(tokens, at, length))
        note(sense, phrase, tokens, at, inTitle, found);
    }
    at += length;
  }
}

function longest(tokens: Token[], at: number, root: PhraseNode): { senses: Sense[]; length: number } {
  let node: PhraseNode | undefined = root;
  let best = { senses: [] as Sense[], length: 1 };
  for (let end = at; node && end < tokens.length; end++) {
    const token: Token = tokens[end]!;
    if (end > at && !token.joined) break;
    node = node.next.get(token.fold);
    const senses = node?.senses.filter(sense => !sense.spelling || spelled(tokens, at, end, sense.spelling));
    if (senses?.length) best = { senses, length: end - at + 1 };
  }
  return best;
}

/** "at Slack": a capitalized word after "at" is where somebody works. */
function isPlace(tokens: Token[], at: number, length: number): boolean {
  const { raw, gap } = tokens[at]!;
  return length === 1 && /^\p{Lu}/u.test(raw) && (tokens[at - 1]?.fold === 'at' || gap.endsWith('@'));
}

function spelled(tokens: Token[], from: number, to: number, spelling: string): boolean {
  if (from < to) return true;
  const { raw } = tokens[from]!;
  return raw === spelling || raw === `${spelling}s`;
}

function note(
  sense: Sense,
  phrase: Token[],
  tokens: Token[],
  at: number,
  inTitle: boolean,
  found: Map<string, Evidence>,
): void {
  let item = found.get(sense.topic);
  if (!item) {
    item = {
      topic: sense.topic,
      field: sense.field,
      alias: 0,
      ambiguous: 0,
      hints: 0,
      mentions: 0,
      hintWords: new Set(),
      ambiguousWords: new Set(),
      names: new Set(),
      named: false,
      certain: false,
      capital: false,
      inTitle: false,
    };
    found.set(sense.topic, item);
  }
  const place = inTitle ? weights.title : at < 40 ? weights.lead : at < 100 ? weights.early : weights.late;
  if (sense.kind === 'hint') {
    for (const { fold } of phrase) if (!item.hintWords.has(fold)) item.hints += Math.min(place, 2) * 0.5;
    for (const { fold } of phrase) item.hintWords.add(fold);
    return;
  }
  if (inTitle) item.inTitle = true;
  const weight = place * (again[item.mentions] ?? 0);
  if (!inTitle) item.mentions++;
  if (sense.kind === 'alias') {
    item.alias += weight;
    return;
  }
  item.ambiguous += weight * 0.7;
  for (const { fold } of phrase) item.ambiguousWords.add(fold);
  item.names.add(phrase.map(({ fold }) => fold).join(' '));
  if (sense.spelling) {
    item.capital = true;
    if (namedHere(tokens, at, phrase.length)) item.named = true;
    const next = tokens[at + phrase.length];
    const previous = tokens[at]!.joined ? tokens[at - 1]?.fold : undefined;
    const version = next?.gap === ' ' && /^\d{1,3}$/.test(next.fold);
    if (version || (inTitle && (previous === 'in' || previous === 'using'))) item.certain = true;
  }
}

const before = new Set(['in', 'with', 'using', 'to', 'from', 'on', 'apache', 'of', 'for', 'through']);
const after = new Set(['at', 'in', 'on', 'for', 'vs', 'and']);

/** Whether a capitalized word is used as a name is used: "in Go", "Airflow at". */
function namedHere(tokens: Token[], at: number, length: number): boolean {
  const previous = tokens[at - 1];
  const next = tokens[at + length];
  return Boolean(
    (previous && tokens[at]!.joined && before.has(previous.fold)) || (next?.joined && after.has(next.fold)),
  );
}

function scoreOf(
  item: Evidence,
  company: ReadonlySet<string> = new Set(),
  topics: ReadonlySet<string> = new Set(),
) {
  let score = item.alias;
  if (item.hintWords.size >= 2 || (score > 0 && item.hints > 0)) score += Math.min(item.hints, 2);
  if (item.ambiguous > 0) {
    const others = [...company].filter(word => !item.ambiguousWords.has(word)).length;
    const related = [...topics].filter(topic => topic !== item.topic).length;
    const known = item.alias > 0 || item.hintWords.size > 0 || item.names.size > 1 || item.certain;
    const needed = item.capital ? 1 : item.inTitle ? 1 : 2;
    if (known || others + related * 2 >= needed) score += item.ambiguous;
  }
  return score;
}

/** One broad topic where nothing is certain: an ambiguous name or a passing mention, else the field. */
function fallback(
  evidence: Evidence[],
  company: Map<string, Set<string>>,
  hasText: boolean,
  vocabulary: Vocabulary,
): string[] {
  let best: { topic: string; score: number } | undefined;
  for (const item of evidence) {
    // A name that a text never says more about is likely no system's: a writer, an island.
    const doubtful = item.capital && (hasText || !item.named);
    const ambiguous = doubtful ? 0 : item.ambiguous;
    const score = item.alias + ambiguous + item.hints * 0.5;
    if (score > 0 && (!best || score > best.score)) best = { topic: item.topic, score };
  }
  if (best && best.score >= 0.5) return [best.topic];
  let field: string | undefined;
  for (const [name, words] of company) {
    if (words.size >= 2 && words.size > (field ? company.get(field)!.size : 0)) field = name;
  }
  const topic = field && vocabulary.fieldTopics.get(field);
  return topic ? [topic] : best ? [best.topic] : [];
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
