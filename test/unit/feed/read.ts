import { type Feed, type FeedOptions, readFeed } from '../../../src/core/formats/feed';
import type { PostRecord } from '../../../src/core/post';

const encoder = new TextEncoder();

export const feedOf = (text: string, options: Partial<FeedOptions> = {}): Feed =>
  readFeed(encoder.encode(text), { source: 'feed', ...options });

export const posts = (text: string, options?: Partial<FeedOptions>): PostRecord[] =>
  feedOf(text, options).entries.map(({ record }) => record);

export const rss = (items: string, head = '<title>The Blog</title>'): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`;

export const atom = (entries: string, head = '<title>The Blog</title>'): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${head}${entries}</feed>`;

/** The only post of a feed with one item of RSS. */
export function item(fields: string, options?: Partial<FeedOptions>): PostRecord {
  return posts(rss(`<item>${fields}</item>`), options)[0]!;
}

/** The only post of a feed with one entry of Atom. */
export function entry(fields: string, options?: Partial<FeedOptions>): PostRecord {
  return posts(atom(`<entry>${fields}</entry>`), options)[0]!;
}
