import type { Post } from '../post';
import type { Citation } from './render';

/** A key that Pandoc reads as it stands; any other needs braces. */
const plainKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** `[@key]`; the bibliography holds the rest. */
export function pandoc({ id }: Post): Citation {
  return { text: plainKey.test(id) ? `[@${id}]` : `[@{${id}}]` };
}
