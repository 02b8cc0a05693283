import { isProvisional, type PostRecord } from '../post';
import { cleanText } from '../text';
import { inferTopics } from './inferTopics';
import { labelKey, type Vocabulary } from './vocabulary';

/** The topic that a label means, in its display spelling; a label of no vocabulary stays as written. */
export function canonicalTopic(label: string, vocabulary: Vocabulary): string {
  const clean = cleanText(label)
    .replace(/^#+(?=\S)/, '')
    .replace(/[\s,;]+$/, '');
  return vocabulary.labels.get(labelKey(clean)) ?? clean;
}

/**
 * The record with its topics in order: given ones are kept, spellings of one topic joined; where none is
 * given, those worked out from title and text are filled in and named in `inferred` too.
 */
export function withTopics<T extends PostRecord>(record: T, vocabulary: Vocabulary): T {
  const { inferred: before = [], ...rest } = record;
  const topics = new Map<string, string>();
  for (const keyword of record.keywords) {
    if (before.includes(keyword)) continue;
    const topic = canonicalTopic(keyword, vocabulary);
    const key = labelKey(topic) || topic;
    if (topic && !topics.has(key)) topics.set(key, topic);
  }
  if (topics.size > 0) return { ...rest, keywords: [...topics.values()] } as unknown as T;
  // A provisional title repeats the beginning of the text.
  const title = isProvisional(record) && record.abstract ? '' : record.title;
  const inferred = inferTopics({ ...record, title }, vocabulary);
  return { ...rest, keywords: inferred, ...(inferred.length > 0 && { inferred }) } as unknown as T;
}
