import { conclude } from './conclude';
import { readPart } from './part';
import type { ReadSource } from './readSource';

/** Reads a page that is a post: the one post of the source, whatever the page calls it. */
export const readPostPage: ReadSource = async (source, memory, ports, signal) => {
  const part = await readPart(source.location, 'page', memory, ports, signal);
  const post = part.outcome === 'changed' ? part.parsed.post : undefined;
  const reading = post && {
    title: post.title,
    entries: [{ key: 'page', record: post }],
    isComplete: false,
    problems: [],
  };
  return conclude(source, memory.state, [part], reading, ports);
};
