import type { FeedText, ParsedEntry } from './parsedFeed';
import { plainText } from './text';

/** UTF-16 units of an excerpt. */
const longest = 500;

/** What WordPress, Medium and others put at the end: "The post … appeared first on …". */
const boilerplate = [
  /\s*The post .{1,300}? (?:appeared first on|first appeared on) .{1,200}$/iu,
  /\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\))?\s*(?:Continue reading|Read more|Weiterlesen|Lire la suite|Leer más|Keep reading)\b.{0,200}$/iu,
];

/** The beginning of what an entry says of itself, else of its text; whole where it is short. `undefined` where it says nothing. */
export function abstractOf({ summary, content }: ParsedEntry): string | undefined {
  for (const text of [summary, ...content]) {
    const excerpt = text && excerptOf(text);
    if (excerpt) return excerpt;
  }
  return undefined;
}

function excerptOf(text: FeedText): string {
  const shown = plainText(text, longest * 3);
  const cleaned = boilerplate.reduce((rest, pattern) => rest.replace(pattern, ''), shown) || shown;
  const whole = cleaned.replace(/\s*(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\))$/u, '…');
  if (whole.length <= longest) return whole;
  const start = whole.slice(0, longest);
  const space = start.lastIndexOf(' ');
  const cut = space > longest / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}
