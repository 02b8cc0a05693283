import type { Post } from '../post';
import { linkDestination } from './address';
import { aroundCitation } from './aroundCitation';
import type { CitationDetails } from './details';
import type { Place } from './escapeText';
import { withoutDoubledStop } from './fillTemplate';
import { citedAddress } from './textFragment';
import { noteOf } from './wordedText';
import type { Wording } from './wording';

/** The post told in a sentence, with the details around it; a quote is told where no address points to it. */
export function detailedNote(
  post: Post,
  wording: Wording,
  place: Place,
  details: CitationDetails | undefined,
): string {
  const { url } = post;
  if (!details) return noteOf(post, wording, place);
  const { before } = aroundCitation(details, place);
  const cited = url === undefined ? post : { ...post, url: citedAddress(url, details) };
  const note = noteOf(cited, wording, before ? { ...place, lineStart: false } : place);
  const pointsToQuote =
    cited.url !== undefined && cited.url !== url && note.includes(linkDestination(cited.url));
  const { after } = aroundCitation(details, place, !pointsToQuote);
  if (!after) return before + note;
  // The full stop ends what is said in addition.
  const sentence = /[^.]\.$/.test(note) ? note.slice(0, -1) : note;
  const whole = sentence + withoutDoubledStop(sentence, after);
  return before + whole + (sentence === note ? '' : withoutDoubledStop(whole, '.'));
}
