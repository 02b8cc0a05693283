import { decodeUtf8, upperControls } from '../../decode';

/** The first byte of a character in UTF-8 and the second, each taken for a character of windows-1252. */
const sign = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${upperControls}]`);
/** What stands behind a word in capitals as well: "AMANHÃ…", "IRMÃ”". */
const punctuated = /[\u00c2-\u00df][\u2013\u2014\u2018-\u201e\u2026]/;

/**
 * The text that was meant where somebody took its UTF-8 for windows-1252 or ISO 8859-1: "donâ€™t". Only where all of
 * it that is not ASCII is such, which no text happens to be: "São" and "Ã©" beside each other are left as they are.
 */
export function withoutMojibake(text: string): string {
  if (!sign.test(text) || punctuated.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const control = code < 0x100 ? -1 : upperControls.indexOf(text.charAt(at));
    if (code >= 0x100 && control < 0) return text;
    bytes[at] = control < 0 ? code : 0x80 + control;
  }
  try {
    return decodeUtf8(bytes, '');
  } catch {
    return text;
  }
}
