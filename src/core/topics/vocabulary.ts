import { tokenize } from './tokens';
import { vocabularyTable } from './vocabularyTable';

/** A topic and how texts name it. All but `topic` may be left out. */
export interface VocabularyEntry {
  /** As it is shown: common nouns in lower case, proper names as they are written. */
  readonly topic: string;
  /** Names that mean the topic wherever they stand. One in capitals ("REST") counts only in capitals. */
  readonly aliases?: readonly string[];
  /**
   * Names that may mean something else ("Go", "container"): they count in the company of other words of the
   * field. One with a capital counts only as written. The topic's own name may be listed here.
   */
  readonly ambiguous?: readonly string[];
  /** Words that suggest the topic: two different ones of them count as a mention. */
  readonly hints?: readonly string[];
}

/** What a phrase may mean. */
export interface Sense {
  readonly kind: 'alias' | 'ambiguous' | 'hint' | 'nothing';
  readonly topic: string;
  readonly field: string;
  /** The only spelling that counts, where case matters. */
  readonly spelling?: string;
}

/** A node of the tree of phrases, word by word. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  readonly senses: Sense[];
}

/** Made by `createVocabulary`; to be treated as opaque outside this folder. */
export interface Vocabulary {
  readonly phrases: PhraseNode;
  /** Topic by label with case, accents, plural, spaces and hyphens folded away. */
  readonly labels: ReadonlyMap<string, string>;
  /** The fields that a single word gives company to. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
  /** The topic that stands for a field. */
  readonly fieldTopics: ReadonlyMap<string, string>;
  /** Words that stand in some common noun of the vocabulary, and so are no names of systems. */
  readonly commonWords: ReadonlySet<string>;
}

/** The built-in vocabulary, with the user's entries before it: where both claim a label, the user's wins. */
export function createVocabulary(extra: readonly VocabularyEntry[] = []): Vocabulary {
  const phrases = newNode();
  const labels = new Map<string, string>();
  const contexts = new Map<string, string[]>();
  const fieldTopics = new Map<string, string>();
  const commonWords = new Set<string>();

  const addPhrase = (phrase: string, sense: Sense) => {
    const tokens = tokenize(phrase);
    if (tokens.length === 0) return;
    let node = phrases;
    for (const { fold, raw } of tokens) {
      const next = node.next.get(fold) ?? newNode();
      node.next.set(fold, next);
      node = next;
      if (raw === raw.toLowerCase()) commonWords.add(fold);
    }
    node.senses.push(sense);
    const joined = tokens.map(token => token.fold).join('');
    if (sense.kind === 'alias' && tokens.length > 1 && joined.length >= 7 && !phrases.next.has(joined)) {
      phrases.next.set(joined, { next: new Map(), senses: [sense] });
    }
  };
  const addEntry = (entry: VocabularyEntry, field: string) => {
    const { topic, aliases = [], ambiguous = [], hints = [] } = entry;
    const isAmbiguous = ambiguous.some(name => labelKey(name) === labelKey(topic));
    const strong = isAmbiguous ? aliases : [topic, ...aliases];
    for (const alias of strong) {
      addPhrase(alias, { kind: 'alias', topic, field, ...(isAcronym(alias) && { spelling: alias }) });
    }
    for (const name of ambiguous) {
      addPhrase(name, {
        kind: 'ambiguous',
        topic,
        field,
        ...(name !== name.toLowerCase() && { spelling: name }),
      });
    }
    for (const hint of hints) addPhrase(hint, { kind: 'hint', topic, field });
    return [topic, ...aliases, ...ambiguous];
  };
  const claim = (names: readonly string[]) => {
    for (const name of names) if (!labels.has(labelKey(name))) labels.set(labelKey(name), names[0]!);
  };

  for (const entry of extra) claim(addEntry(entry, `user: ${entry.topic}`));
  const { fields, nothing } = readTable(vocabularyTable);
  const builtIn = fields.flatMap(({ name, words, entries }) => {
    if (entries[0]) fieldTopics.set(name, entries[0].topic);
    for (const [token, second] of words.map(tokenize)) {
      if (!token || second) continue;
      const { fold } = token;
      contexts.set(fold, [...(contexts.get(fold) ?? []), name]);
      commonWords.add(fold);
    }
    return entries.map(entry => addEntry(entry, name));
  });
  // A topic's own name outranks another topic's alias.
  for (const names of builtIn) claim(names.slice(0, 1));
  for (const names of builtIn) claim(names);
  for (const phrase of nothing) addPhrase(phrase, { kind: 'nothing', topic: '', field: '' });
  return { phrases, labels, contexts, fieldTopics, commonWords };
}

/** Equal for two spellings of one label: "Machine-Learning", "machinelearning", "#machine learning". */
export function labelKey(label: string): string {
  return tokenize(label)
    .map(token => token.fold)
    .join('');
}

function newNode(): PhraseNode {
  return { next: new Map(), senses: [] };
}

function isAcronym(name: string): boolean {
  return /^[A-Z\d]+$/.test(name) && /[A-Z]{2}/.test(name);
}

interface Field {
  readonly name: string;
  readonly words: readonly string[];
  readonly entries: VocabularyEntry[];
}

function readTable(table: string): { fields: Field[]; nothing: string[] } {
  const fields: Field[] = [];
  const nothing: string[] = [];
  for (const line of table.split('\n').filter(line => line.trim())) {
    if (line.startsWith('# ')) {
      const [name = '', words = ''] = line.slice(2).split(': ');
      fields.push({ name, words: names(words), entries: [] });
    } else if (fields.at(-1)?.name === '-') {
      nothing.push(...names(line));
    } else {
      const [, topic = '', aliases, ambiguous, hints] = /^(.*?)(?: = (.*?))?(?: ~ (.*?))?(?: \+ (.*))?$/.exec(
        line,
      )!;
      fields.at(-1)?.entries.push({
        topic,
        aliases: names(aliases),
        ambiguous: names(ambiguous),
        hints: names(hints),
      });
    }
  }
  return { fields: fields.filter(field => field.name !== '-'), nothing };
}

function names(list = ''): string[] {
  return list
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
