import { collectEvidence, type Evidence } from './evidence';
import { everydayWords } from './nameWords';
import { systemNames } from './systemNames';
import { tokenize } from './tokens';
import type { Vocabulary } from './vocabulary';

/** What topics are worked out from. An empty title is one that is not known. */
export interface TopicSource {
  readonly title: string;
  readonly abstract?: string;
  readonly containerTitle?: string;
}

const most = 5;
const enough = 1;
/** A topic this far below the best one is left out. */
const share = 0.26;

/** The topics of a post that names none, best first: at most five, none where there is no evidence. */
export function inferTopics(post: TopicSource, vocabulary: Vocabulary): string[] {
  const title = tokenize(post.title);
  const text = tokenize(post.abstract ?? '');
  if (title.length + text.length === 0) return [];
  const found = new Map<string, Evidence>();
  const titleTokens = collectEvidence(title, true, vocabulary, found);
  const textTokens = collectEvidence(text, false, vocabulary, found);
  const evidence = [...found.values()];
  // "The Go Blog" means Go by it.
  const publication = new Map<string, Evidence>();
  collectEvidence(tokenize(post.containerTitle ?? ''), true, vocabulary, publication);
  for (const item of evidence) if (publication.has(item.topic)) item.certain = true;

  /** By field: the words that give its names company (those of the title also marked), and its sure topics. */
  const company = new Map<string, Set<string>>();
  const titleWords = new Map<string, Set<string>>();
  const sure = new Map<string, Set<string>>();
  for (const tokens of [titleTokens, textTokens]) {
    for (const { fold } of tokens) {
      for (const field of vocabulary.contexts.get(fold) ?? []) {
        addTo(company, field, fold);
        if (tokens === titleTokens) addTo(titleWords, field, fold);
      }
    }
  }
  for (const { alias, field, topic } of evidence) if (alias > 0) addTo(sure, field, topic);

  const scores = new Map<string, number>();
  for (const item of evidence) {
    const score = scoreOf(item, company.get(item.field), sure.get(item.field));
    if (score >= enough) scores.set(item.topic, score);
  }
  const least = Math.max(0, ...scores.values()) * share;
  if (scores.size === 0) {
    const topic =
      weakTopic(evidence, text.length > 0) ??
      [...publication.keys()].find(name => name !== name.toLowerCase()) ??
      fieldTopic(company, titleWords, vocabulary);
    if (topic) scores.set(topic, enough);
  }
  for (const { name, score } of systemNames(title, text, post.containerTitle, vocabulary))
    scores.set(name, score);
  return [...scores]
    .filter(([, score]) => score >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([topic]) => topic);
}

function scoreOf(item: Evidence, company = new Set<string>(), sure = new Set<string>()): number {
  let score = item.alias;
  if (item.hintWords.size >= 2 || (score > 0 && item.hints > 0)) score += Math.min(item.hints, 2);
  if (item.ambiguous === 0) return score;
  const known = item.alias > 0 || item.hintWords.size > 0 || item.names.size > 1 || item.certain;
  const others = [...company].filter(word => !item.nameWords.has(word)).length;
  const related = [...sure].filter(topic => topic !== item.topic).length;
  const needed = item.capital || item.inTitle ? 1 : 2;
  return known || others + related * 2 >= needed ? score + item.ambiguous : score;
}

/** Where no topic is well supported: the best passing mention, ambiguous name or hint. */
function weakTopic(evidence: readonly Evidence[], hasText: boolean): string | undefined {
  let best: { topic: string; score: number } | undefined;
  for (const { topic, alias, ambiguous, hints, capital, named, names } of evidence) {
    // A name that a text never says more about is likely no system's: a writer, an island.
    const doubtful = capital && (hasText || !named);
    const everyday = [...names].every(name => everydayWords.has(name));
    const score = alias + (doubtful || everyday ? 0 : ambiguous) + hints * 0.5;
    if (score >= 0.5 && score > (best?.score ?? 0)) best = { topic, score };
  }
  return best?.topic;
}

/** The topic of the field that most words belong to, if two do. */
function fieldTopic(
  company: ReadonlyMap<string, ReadonlySet<string>>,
  titleWords: ReadonlyMap<string, ReadonlySet<string>>,
  vocabulary: Vocabulary,
): string | undefined {
  let best: { field: string; count: number } | undefined;
  for (const [field, words] of company) {
    const count = words.size + (titleWords.get(field)?.size ?? 0);
    if (words.size >= 2 && count > (best?.count ?? 0)) best = { field, count };
  }
  return best && vocabulary.fieldTopics.get(best.field);
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
