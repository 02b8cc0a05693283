import type { Spelling } from '../grouping/grouping';
import { plainText, type Translate } from '../translate';
import type { Shared } from './evidence';

/** A way of signing, how often it is used, and why it is the same person: "J. Doe (3 posts): fits Jane Doe, both in Example". */
export function spellingText(spelling: Spelling, translate: Translate = plainText): string {
  const { key, posts } = spelling;
  const counted =
    posts === 1 ? translate('{0} (1 post)', key) : translate('{0} ({1} posts)', key, String(posts));
  const why = whyText(spelling, translate);
  return why ? translate('{0}: {1}', counted, why) : counted;
}

/** Why a spelling is the person's; empty for the one that names the person. */
export function whyText({ why }: Spelling, translate: Translate = plainText): string {
  if (!why) return '';
  switch (why.code) {
    case 'hand':
      return translate('merged by hand');
    case 'spelling':
      return translate('the same as {0} but for case, accents or spacing', why.like);
    default:
      return [
        translate('fits {0}', why.like),
        ...why.shared.map(shared => sharedText(shared, translate)),
      ].join(', ');
  }
}

export const sharedMessages: Record<Shared['code'], string> = {
  post: 'both of “{0}”',
  coAuthor: 'both with {0}',
  publication: 'both in {0}',
  site: 'both on {0}',
};

/** "both with Ann Lee". */
export function sharedText({ code, text }: Shared, translate: Translate = plainText): string {
  return translate(sharedMessages[code], text);
}
