/** The words that a generator makes posts of. Lists are in order of frequency: earlier words are drawn more. */
export interface Lexicon {
  /** {noun} {noun2} {adjective} {verb} {gerund} {system} {number} {publication} are filled in. */
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  readonly verbs: readonly string[];
  readonly gerunds: readonly string[];
  readonly topics: readonly string[];
  readonly given: readonly string[];
  /** Syllables of which family names, systems and rare words are made. */
  readonly onsets: readonly string[];
  readonly nuclei: readonly string[];
  readonly codas: readonly string[];
  readonly familyEndings: readonly string[];
  readonly systemEndings: readonly string[];
  readonly publicationEndings: readonly string[];
}

export const words = (text: string): string[] => text.trim().split(/\s+/);
export const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());
