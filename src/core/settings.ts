import { type CitationFormat, citationFormats, defaultWording, type Wording } from './citation';
import { type Grouping, groupings } from './grouping/grouping';
import type { VocabularyEntry } from './topics';

/** What the user can set; see `contributes.configuration` in package.json, whose defaults equal these. */
export interface Settings {
  readonly citationFormat: CitationFormat;
  /** The roots of the Posts view, in order. */
  readonly groupBy: readonly Grouping[];
  /** Where the library is; empty for the user's own storage. Relative to the first workspace folder. */
  readonly libraryFile: string;
  /** Searches under a name; names may repeat. */
  readonly savedSearches: readonly SavedSearch[];
  readonly wording: Wording;
  /** Topics beside the built-in ones. */
  readonly topics: readonly VocabularyEntry[];
}

export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

export const defaultSettings: Settings = {
  citationFormat: 'inlineLink',
  groupBy: ['author', 'topic'],
  libraryFile: '',
  savedSearches: [],
  wording: defaultWording,
  topics: [],
};

/** Settings from what the user wrote; a value that makes no sense gives way to its default. */
export function parseSettings(values: Readonly<Record<string, unknown>>): Settings {
  const { citationFormat, groupBy, libraryFile, savedSearches, topics, wording } = values;
  const roots = Array.isArray(groupBy) ? groupings.filter(by => groupBy.includes(by)) : [];
  return {
    citationFormat:
      citationFormats.find(format => format === citationFormat) ?? defaultSettings.citationFormat,
    groupBy: roots.length
      ? roots.sort((a, b) => (groupBy as unknown[]).indexOf(a) - (groupBy as unknown[]).indexOf(b))
      : defaultSettings.groupBy,
    libraryFile: typeof libraryFile === 'string' ? libraryFile.trim() : defaultSettings.libraryFile,
    savedSearches: Array.isArray(savedSearches) ? savedSearches.filter(isSavedSearch) : [],
    wording: { ...defaultWording, ...strings(wording) },
    topics: Array.isArray(topics) ? topics.filter(isVocabularyEntry) : defaultSettings.topics,
  };
}

function isSavedSearch(value: unknown): value is SavedSearch {
  const { name, query } = (value ?? {}) as Partial<Record<string, unknown>>;
  return [name, query].every(text => typeof text === 'string' && text.trim() !== '');
}

function isVocabularyEntry(value: unknown): value is VocabularyEntry {
  const entry = value as VocabularyEntry | null;
  return (
    typeof entry === 'object' &&
    typeof entry?.topic === 'string' &&
    entry.topic.trim() !== '' &&
    (entry.aliases === undefined ||
      (Array.isArray(entry.aliases) && entry.aliases.every(alias => typeof alias === 'string')))
  );
}

/** The entries of an object that are texts and not blank: a blank template falls back to the default. */
function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string' && text.trim() !== ''),
  );
}
