import { writeOpml } from '../formats/opml/writeOpml';
import type { Post } from '../post';
import type { Source } from '../sources/source';
import { sourceId, withoutSecrets } from '../sources/sourceId';
import { foldText } from '../text';
import type { Exported } from './exporting';

/**
 * The feeds that posts came from, or else those that are called as their publications, as an outline. A file is passed
 * on: of the address of a private feed it has what is no secret.
 */
export function* exportingOutline(
  posts: readonly Post[],
  sources: readonly Source[],
  title: string,
): Generator<void, Exported> {
  const feeds = sources.filter(source => feedOf(source) !== undefined);
  const byId = new Map(feeds.map(feed => [sourceId(feed), feed]));
  const byName = uniquelyNamed(feeds);
  const used = new Set<Source>();
  const left: Post[] = [];
  for (const post of posts) {
    const own = (post.sources ?? []).flatMap(id => byId.get(id) ?? []);
    const named = own.length > 0 ? undefined : byName.get(foldText(post.containerTitle ?? ''));
    if (named) own.push(named);
    for (const feed of own) used.add(feed);
    if (own.length === 0) left.push(post);
    yield;
  }
  const named = feeds.filter(feed => used.has(feed));
  return { text: writeOpml(named.map(shareable), title), left, renamed: [], feeds: named.length };
}

/** The address of its feed: that of a page that lists posts, where it has one. */
const feedOf = ({ kind, location, feed }: Source): string | undefined =>
  kind === 'feed' ? location : kind === 'listing' ? feed : undefined;

const shareable = (source: Source): Source => ({
  ...source,
  location: publicAddress(source.location),
  ...(source.feed !== undefined && { feed: publicAddress(source.feed) }),
});

const publicAddress = (address: string): string => withoutSecrets(address) ?? address;

/** By the name, where only one feed has it. */
function uniquelyNamed(feeds: readonly Source[]): ReadonlyMap<string, Source> {
  const byName = new Map<string, Source>();
  const twice = new Set<string>();
  for (const feed of feeds) {
    const name = foldText(feed.name ?? '');
    if (byName.has(name)) twice.add(name);
    byName.set(name, feed);
  }
  for (const name of [...twice, '']) byName.delete(name);
  return byName;
}
