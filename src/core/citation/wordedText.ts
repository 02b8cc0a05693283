import type { Post } from '../post';
import type { Place } from './escapeText';
import { fillTemplate } from './fillTemplate';
import { defaultWording, templateFaults, type Wording } from './wording';

/** What a link to the post shows; as Byline words it where the template is faulty or comes out empty. */
export function linkTextOf(post: Post, wording: Wording, place: Place): string {
  return wordedText('linkText', post, wording, { ...place, linkText: true });
}

/** The post told in a sentence, in the same way. */
export function noteOf(post: Post, wording: Wording, place: Place): string {
  return wordedText('note', post, wording, place);
}

function wordedText(name: keyof Wording, post: Post, wording: Wording, place: Place): string {
  const own =
    templateFaults(name, wording[name]).length > 0 ? '' : fillTemplate(wording[name], post, place).trim();
  return own || fillTemplate(defaultWording[name], post, place);
}
