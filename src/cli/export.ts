import { resolve } from 'node:path';
import { type Exported, exportFormats, exporting, type Section } from '../core/exporting';
import { groupings } from '../core/grouping/grouping';
import type { Post } from '../core/post';
import { createSearch } from '../core/search';
import { runWhole } from '../core/sliced';
import type { Source } from '../core/sources/source';
import { sourceId } from '../core/sources/sourceId';
import {
  type Answer,
  type Command,
  loadOptions,
  type Options,
  oneOf,
  requireFrom,
  UsageError,
} from './command';
import { counted } from './describe';
import { writeDocument } from './document';
import { groupsOf } from './list';
import type { Loaded } from './load';

/** `byline export [QUERY…] --from FILE --as FORMAT`: all posts, or those that a query finds, in another format. */
export const exportPosts: Command = {
  options: [...loadOptions.filter(option => option !== 'format'), 'as', 'by', 'out'],

  locations(_words, options) {
    const format = oneOf('--as', options.as, exportFormats);
    if (options.by !== undefined) {
      oneOf('--by', options.by, groupings);
      if (format !== 'markdown') throw new UsageError('--by goes with --as markdown.');
    }
    const { out } = options;
    const locations = requireFrom(options);
    if (out !== undefined && (out === '-' || out.trim() === ''))
      throw new UsageError('--out takes a file; without it, posts go to standard output.');
    if (out !== undefined && locations.some(location => resolve(location) === resolve(out)))
      throw new UsageError(`${out} cannot be both --out and --from.`);
    return locations;
  },

  async answer(posts, words, options, ports, _report, readings) {
    const query = words.join(' ').trim();
    const found = query === '' ? posts : findIn(posts, query);
    if (found.length === 0) return undefined;
    const format = oneOf('--as', options.as, exportFormats);
    const exported = runWhole(
      exporting({
        posts: format === 'opml' ? withFeeds(found, readings) : found,
        format,
        title: query || 'Posts',
        ...sectionsOf(found, options),
        sources: feedsIn(readings),
      }),
    );
    const notes = notesOf(exported);
    if (exported.feeds === 0) return { text: '', notes, code: 1 };
    if (options.out === undefined) return { text: exported.text, notes };
    await writeDocument(options.out, exported.text, ports);
    const what =
      exported.feeds === undefined ? counted(found.length, 'post') : counted(exported.feeds, 'feed');
    return { text: '', notes: [...notes, `${options.out}: ${what}.`] } satisfies Answer;
  },
};

/** In the order in which they were read. */
function findIn(posts: readonly Post[], query: string): readonly Post[] {
  const found = new Set(createSearch(posts).matching(query).posts);
  return posts.filter(post => found.has(post));
}

function sectionsOf(posts: readonly Post[], { by }: Options): { readonly sections?: readonly Section[] } {
  return by === undefined ? {} : { sections: groupsOf(posts, oneOf('--by', by, groupings)) };
}

type Readings = Loaded['readings'];

/** The feeds that were read or named. */
const feedsIn = (readings: Readings): readonly Source[] =>
  readings.flatMap(({ feed, feeds = [] }) => (feed ? [feed, ...feeds] : feeds));

/** The posts with the feeds that they were just read from; a library names those of its posts itself. */
function withFeeds(posts: readonly Post[], readings: Readings): readonly Post[] {
  const feedsOf = new Map<string, string[]>();
  for (const { feed, records } of readings) {
    for (const { url } of feed ? records : []) {
      if (url === undefined) continue;
      feedsOf.set(url, [...(feedsOf.get(url) ?? []), sourceId(feed!)]);
    }
  }
  return posts.map(post => {
    const feeds = feedsOf.get(post.url ?? '');
    return feeds ? { ...post, sources: [...(post.sources ?? []), ...feeds] } : post;
  });
}

function notesOf({ left, renamed }: Exported): string[] {
  const notes = renamed.map(
    ({ post, key }) => `byline: BibTeX cannot hold the key “${post.id}”; it is ${key} there.`,
  );
  if (left.length === 0) return notes;
  const keys = left.length > 5 ? '' : `: ${left.map(({ id }) => id).join(', ')}`;
  const [verb, object] = left.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
  notes.push(
    `byline: ${counted(left.length, 'post')} ${verb} of no feed that is known, so ${object} left out${keys}.`,
  );
  return notes;
}
