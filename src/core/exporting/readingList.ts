import {
  defaultWording,
  escapeText,
  fillTemplate,
  normalLabel,
  renderCitation,
  withoutDoubledStop,
} from '../citing';
import { comparePosts } from '../comparePosts';
import type { Post } from '../post';
import { sorting } from '../sorting';
import { cleanText } from '../text';

/** A part of a reading list: what its heading says, nothing for none, and its posts. */
export interface Section {
  readonly label: string;
  readonly posts: readonly Post[];
}

/**
 * A reading list in CommonMark: a title, headings for sections that have a label, and the posts newest first, each a
 * link with authors, publication and date. A post of several sections stands in each.
 */
export function* listing(title: string, sections: readonly Section[]): Generator<void, string> {
  const labels = new Set(sections.map(({ label }) => normalLabel(label)));
  // Pandoc takes a heading's text in brackets for a link to it.
  const isLabel = (text: string) => labels.has(normalLabel(text)) || normalLabel(text) === normalLabel(title);
  const blocks = [heading('#', title)];
  for (const { label, posts } of sections) {
    if (posts.length === 0) continue;
    if (label !== '') blocks.push(heading('##', label));
    const items: string[] = [];
    for (const post of yield* sorting(posts, comparePosts)) {
      items.push(`- ${item(post, isLabel)}`);
      yield;
    }
    blocks.push(items.join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The text of a heading, in which marks at the end would close it and braces give it attributes. */
function heading(marks: string, text: string): string {
  const escaped = escapeText(cleanText(text), { lineStart: true });
  return `${marks} ${escaped.replace(/(?<=^|\s)#+$/, '\\$&').replace(/\{(?=[^{}]*\}$)/, '\\{')}`;
}

/** "[Title](https://…). Ann Lee. *Publication*, January 5, 2021." */
function item(post: Post, isLabel: (text: string) => boolean): string {
  const place = { isLabel };
  const rest = `.{authors prefix=" " suffix="."}${post.containerTitle ? published : dated}`;
  if (!post.url) return fillTemplate(`{title}${rest}`, post, { ...place, lineStart: true });
  const link = renderCitation(post, 'inlineLink', { wording: defaultWording, place }).text;
  return link + withoutDoubledStop(link, fillTemplate(rest, post, place));
}

const published = '{publication prefix=" *" suffix="*"}{date prefix=", "}.';
const dated = '{date prefix=" " suffix="."}';
