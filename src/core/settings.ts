import { type CitationFormat, citationFormats, defaultWording, type Wording } from './citation';
import { type Grouping, groupings } from './grouping/grouping';
import { defaultSeverities, type FindingCode, type Severity, severities } from './health/finding';
import type { VocabularyEntry } from './topics';

/**
 * What the user can set; see `contributes.configuration` in package.json, whose defaults equal these. The sources are
 * parsed apart (`parseSources`), as there may be hundreds.
 */
export interface Settings {
  /** Hosts that may be asked although they are private; the user's alone to say, never a workspace's. */
  readonly allowedHosts: readonly string[];
  readonly bibliography: {
    /** Whether lists of references are brought up to date when a document is saved. */
    readonly updateOnSave: boolean;
  };
  /** The bibliography of documents that name none; empty for none. Relative to the document's workspace folder. */
  readonly bibliographyFile: string;
  /** How much the findings of each kind matter. */
  readonly checks: Readonly<Record<FindingCode, Severity>>;
  readonly citationFormat: CitationFormat;
  /** Of the format `csl` and of bibliographies. */
  readonly csl: {
    /** The name of a style that comes with Byline, or the path of a .csl file, as `libraryFile`'s. */
    readonly style: string;
    /** A language tag; empty for the style's own or else VS Code's. */
    readonly locale: string;
  };
  /** The roots of the Posts view, in order. */
  readonly groupBy: readonly Grouping[];
  /** Where the library is; empty for the user's own storage. Relative to the first workspace folder. */
  readonly libraryFile: string;
  /** Hours between two refreshes of a source at least; 0 for only by hand. */
  readonly refreshInterval: number;
  /** Searches under a name; names may repeat. */
  readonly savedSearches: readonly SavedSearch[];
  /** As written; `wordingFaults` tells what is wrong with it, and a faulty template gives way to its default in use. */
  readonly wording: Wording;
  /** Topics beside the built-in ones. */
  readonly topics: readonly VocabularyEntry[];
}

export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

export const defaultSettings: Settings = {
  allowedHosts: [],
  bibliography: { updateOnSave: true },
  bibliographyFile: '',
  checks: defaultSeverities,
  citationFormat: 'inlineLink',
  csl: { style: 'apa', locale: '' },
  groupBy: ['author', 'topic'],
  libraryFile: '',
  refreshInterval: 6,
  savedSearches: [],
  wording: defaultWording,
  topics: [],
};

/** Settings from what the user wrote; a value that makes no sense gives way to its default. */
export function parseSettings(values: Readonly<Record<string, unknown>>): Settings {
  const { allowedHosts, bibliography, citationFormat, csl, groupBy, savedSearches, topics, wording } = values;
  const roots = Array.isArray(groupBy) ? groupings.filter(by => groupBy.includes(by)) : [];
  return {
    allowedHosts: texts(allowedHosts).map(host => host.toLowerCase()),
    bibliography: { updateOnSave: (bibliography as { updateOnSave?: unknown })?.updateOnSave !== false },
    bibliographyFile: path(values.bibliographyFile),
    checks: parseChecks(values.checks),
    citationFormat:
      citationFormats.find(format => format === citationFormat) ?? defaultSettings.citationFormat,
    csl: { ...defaultSettings.csl, ...strings(csl) },
    groupBy: roots.length
      ? roots.sort((a, b) => (groupBy as unknown[]).indexOf(a) - (groupBy as unknown[]).indexOf(b))
      : defaultSettings.groupBy,
    libraryFile: path(values.libraryFile),
    refreshInterval: parseInterval(values.refreshInterval),
    savedSearches: Array.isArray(savedSearches) ? savedSearches.filter(isSavedSearch) : [],
    wording: { ...defaultWording, ...strings(wording) },
    topics: Array.isArray(topics) ? topics.filter(isVocabularyEntry) : defaultSettings.topics,
  };
}

const path = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function parseChecks(value: unknown): Settings['checks'] {
  const set = Object.entries(value ?? {}).filter(
    ([code, severity]) => Object.hasOwn(defaultSeverities, code) && severities.includes(severity),
  );
  return { ...defaultSeverities, ...Object.fromEntries(set) };
}

/** Servers are asked once an hour at most. */
function parseInterval(value: unknown): number {
  if (value === 0) return 0;
  const isHours = typeof value === 'number' && Number.isFinite(value) && value > 0;
  return isHours ? Math.max(1, value) : defaultSettings.refreshInterval;
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

/** Those of an array that are texts and not blank, without blanks around them. */
function texts(value: unknown): string[] {
  const all = Array.isArray(value) ? value.filter(text => typeof text === 'string') : [];
  return all.map(text => text.trim()).filter(Boolean);
}

/** The entries of an object that are texts and not blank: a blank template falls back to the default. */
function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string' && text.trim() !== ''),
  );
}
