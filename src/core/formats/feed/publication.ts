import type { FeedPart } from './parsedFeed';
import { plainText } from './text';
import { titleOf } from './title';

/** What Medium adds to the name of each publication, and others to say that it is a feed. */
const additions = [
  /\s[-–—|]\sMedium$/u,
  /(?:\s[-–—]|\s?[|:·»])?\s\(?(?:RSS|Atom|JSON)(?:\s[\d.]+)?\sfeed\)?$/iu,
  /(?:(?:\s[-–—]|\s?[|:·»])\s|\s\()(?:RSS|Atom)(?:\s[\d.]+)?\)?$/iu,
];
/** What Hugo describes feeds with: "Recent content in Posts on The Blog", while it calls that "Posts on The Blog". */
const hugo = /^Recent content (?:in (.*?) )?on (.+)$/iu;

/** The name of the publication that a feed is of, without what generators make of it; `undefined` where it has none. */
export function publicationOf({ title, summary }: FeedPart): string | undefined {
  const name = title && titleOf(title);
  if (!name) return undefined;
  const own = hugo.exec(name)?.[2];
  if (own !== undefined) return own;
  const [, section, site] = hugo.exec(summary ? plainText(summary, 500) : '') ?? [];
  if (section !== undefined && name === `${section} on ${site}`) return site;
  return additions.reduce((rest, addition) => rest.replace(addition, ''), name);
}
