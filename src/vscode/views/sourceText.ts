import * as vscode from 'vscode';
import { problemText } from '../../core/problemText';
import { movedSource } from '../../core/sources/movedSource';
import type { SourceKind } from '../../core/sources/source';
import { numberText } from '../numberText';
import { conditionOf, type KnownSource, type SourceCondition, sourceName } from '../sources/knownSource';
import { between, postCount } from './postText';

/** How sources read in the view and in pickers. */

const { l10n } = vscode;

export const kindTexts: Record<SourceKind, { name: () => string; icon: string }> = {
  feed: { name: () => l10n.t('Feed'), icon: 'rss' },
  listing: { name: () => l10n.t('Web page'), icon: 'globe' },
  page: { name: () => l10n.t('Post'), icon: 'note' },
  folder: { name: () => l10n.t('Folder'), icon: 'folder' },
  bibliography: { name: () => l10n.t('Bibliography'), icon: 'book' },
  opml: { name: () => l10n.t('List of feeds'), icon: 'list-tree' },
};

/** The icon says the kind for as long as all is well. */
export function sourceIcon(known: KnownSource): string {
  const icons: Partial<Record<SourceCondition, string>> = {
    refreshing: 'sync~spin',
    stale: 'warning',
    gone: 'circle-slash',
  };
  return icons[conditionOf(known)] ?? kindTexts[known.source.kind].icon;
}

/**
 * "128 posts · 2 hours ago"; of a failed source why instead of when.
 * @param below what an outline stands for: "12 feeds · 2 stale · 2 hours ago".
 */
export function sourceStatus(
  known: KnownSource,
  now: number,
  below: readonly KnownSource[] = [],
  separator = between.seen,
): string {
  const { count, feeds, reached } = known.state;
  const failing = failingText(below, separator);
  return [
    ...(count === undefined ? [] : [postCount(count)]),
    ...(feeds ? [feedCount(feeds.length)] : []),
    ...(failing ? [failing] : []),
    conditionText(known, reached, now),
  ].join(separator);
}

export function feedCount(feeds: number): string {
  return feeds === 1 ? l10n.t('1 feed') : l10n.t('{0} feeds', numberText(feeds));
}

export function sourceCount(sources: number): string {
  return sources === 1 ? l10n.t('1 source') : l10n.t('{0} sources', numberText(sources));
}

/** "2 stale · 1 gone"; empty where all is well. */
export function failingText(sources: readonly KnownSource[], separator = between.seen): string {
  const count = (condition: SourceCondition) =>
    sources.filter(known => conditionOf(known) === condition).length;
  const [stale, gone] = [count('stale'), count('gone')];
  return [
    ...(stale > 0 ? [l10n.t('{0} stale', numberText(stale))] : []),
    ...(gone > 0 ? [l10n.t('{0} gone', numberText(gone))] : []),
  ].join(separator);
}

function conditionText(known: KnownSource, reached: number | undefined, now: number): string {
  const time = reached === undefined ? '' : ago(reached, now);
  switch (conditionOf(known)) {
    case 'refreshing':
      return l10n.t('refreshing…');
    case 'unread':
      return l10n.t('not read yet');
    case 'fresh':
      return l10n.t('updated {0}', time);
    case 'unchanged':
      return time;
    case 'stale':
      return l10n.t('stale: {0}', reason(known));
    case 'gone':
      return l10n.t('gone for good');
  }
}

/** All that is known of a source, as plain text. */
export function sourceTooltip(known: KnownSource, now: number): string {
  const { outline, source, state } = known;
  const { notBefore, reached } = state;
  const isPaused = notBefore !== undefined && notBefore > now;
  const moved = movedSource(source, state);
  const addresses = [source.feed, source.location];
  return [
    sourceName(known),
    `${kindTexts[source.kind].name()}: ${source.location}`,
    ...(source.feed ? [l10n.t('Feed: {0}', source.feed)] : []),
    ...(source.baseUrl ? [l10n.t('Published at: {0}', source.baseUrl)] : []),
    ...[moved?.location, moved?.feed].flatMap(address =>
      address === undefined || addresses.includes(address) ? [] : l10n.t('Moved for good to: {0}', address),
    ),
    ...(outline ? [l10n.t('Listed by: {0}', outline.location)] : []),
    sourceStatus(known, now),
    ...(state.isGone ? [reason(known)] : []),
    ...(reached !== undefined && state.failure ? [l10n.t('Last read {0}', ago(reached, now))] : []),
    ...(isPaused ? [l10n.t('Asked again {0} at the earliest', ago(notBefore, now))] : []),
  ].join('\n');
}

function reason({ state: { failure } }: KnownSource): string {
  return failure ? problemText(failure, l10n.t) : '';
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

let relativeFormat: Intl.RelativeTimeFormat | undefined;

/** "2 hours ago", "in 3 days", "now". Times are milliseconds. */
function ago(time: number, now: number): string {
  relativeFormat ??= new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
  const passed = time - now;
  const [unit, length] = units.find(([, length]) => Math.abs(passed) >= length) ?? ['second', Infinity];
  return relativeFormat.format(Math.trunc(passed / length), unit);
}
