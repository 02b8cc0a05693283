import { cleanText, foldText } from '../../text';
import { isNoTopic } from '../noTopic';
import { type Fields, fieldAt, fieldsOf, firstText, isRecord, textOf } from './fields';

/** Labels of topics by the keys that posts name them with, as `tags.yml` of Docusaurus lists them. */
export type KnownTopics = ReadonlyMap<string, string>;

const most = 100;
/** In UTF-16 units; what is longer is a sentence. */
const longest = 100;

const places = ['tags', 'tag', 'categories', 'category', 'topics', 'topic', 'subjects'] as const;

export interface TopicOptions {
  readonly known?: KnownTopics;
  /** Whether words of one text are topics of their own, as in Jekyll's `tags: a b`. */
  readonly areWords?: boolean;
}

/** The tags, categories and topics of a post; its keywords where it has none of these. */
export function readTopics(fields: Fields, options: TopicOptions = {}): readonly string[] {
  const inner = ['taxonomies', 'params', 'extra'].map(key => fieldsOf(fields.get(key)));
  const topics = places.flatMap(place =>
    [fields, ...inner].flatMap(from => topicsOf(from.get(place), place, options)),
  );
  const all = topics.length > 0 ? topics : topicsOf(fieldAt(fields, 'keywords'), 'keywords', options);
  const unique = new Map<string, string>();
  for (const topic of all) {
    const key = foldText(topic);
    if (!unique.has(key) && !isNoTopic(topic) && topic.length <= longest) unique.set(key, topic);
    if (unique.size === most) break;
  }
  return [...unique.values()];
}

/** The topics that one field says, in the order and the words it has them. */
export function topicsOf(value: unknown, place: string, options: TopicOptions, depth = 0): readonly string[] {
  if (Array.isArray(value)) {
    return depth > 2
      ? []
      : value
          .slice(0, most)
          .flatMap(item =>
            isRecord(item) || Array.isArray(item)
              ? topicsOf(item, place, options, depth + 1)
              : fromText(item, options),
          );
  }
  if (isRecord(value))
    return fromText(firstText(fieldsOf(value), ['label', 'name', 'title', 'slug']), options);
  const text = textOf(value);
  if (text === undefined) return [];
  const separator = /[,;，、]/.test(text)
    ? /[,;，、]/
    : options.areWords && place.endsWith('s')
      ? /\s/
      : undefined;
  return (separator ? text.split(separator, most) : [text]).flatMap(part => fromText(part, options));
}

function fromText(value: unknown, { known }: TopicOptions): readonly string[] {
  const text = textOf(value);
  if (text === undefined) return [];
  // A topic with a comma would be read back as two.
  const topic = cleanText((known?.get(text) ?? text).replace(/^#(?=\p{L})/u, '').replace(/[,;]+/g, ' '));
  return topic ? [topic] : [];
}

/** `tags.yml` of Docusaurus: keys with objects that have a `label`. */
export function readKnownTopics(value: unknown): KnownTopics {
  const known = new Map<string, string>();
  for (const [key, topic] of Object.entries(isRecord(value) ? value : {}).slice(0, 20_000)) {
    const label = textOf(fieldsOf(topic).get('label'));
    if (label !== undefined) known.set(key, label);
  }
  return known;
}
