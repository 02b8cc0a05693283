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
  const escaped = escapeText(cleanText(text));
  const closing = /#*$/.exec(escaped)![0];
  const open = escaped.slice(0, escaped.length - closing.length).replace(/\{(?=[^{}]*\}$)/, '\\{');
  return `${marks} ${open}${closing.replace(/#/g, '\\#')}`;
}

/** "[Title](https://…). Ann Lee. *Publication*, January 5, 2021." */
function item(post: Post, isLabel: (text: string) => boolean): string {
  const place = { isLabel };
  const rest = `{authors prefix=" " suffix="."}${endOf(post.containerTitle)}`;
  if (!post.url) return fillTemplate(`"{title}."${rest}`, post, place);
  const link = renderCitation(post, 'inlineLink', { wording: defaultWording, place }).text;
  return link + withoutDoubledStop(link, fillTemplate(`.${rest}`, post, place));
}

function endOf(publication: string | undefined): string {
  if (!publication) return '{date prefix=" " suffix="."}';
  // What keeps an address from being linked is emphasis too, and Pandoc pairs other marks across ours.
  const mark = /\/\/|www\.|[@*$]/i.test(publication) ? '' : '*';
  return `{publication prefix=" ${mark}" suffix="${mark}"}{date prefix=", "}.`;
}
