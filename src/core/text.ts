/** C0 and C1 controls, bidi overrides and isolates, zero-width characters, soft hyphen, BOM, lone surrogates; ZWNJ and ZWJ stay. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;

/** Most texts are clean already: words of European letters and punctuation with one space between two. */
const clean =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]+)*$/;

/** In UTF-16 units: a pattern that repeats a group needs a stack that grows with the text. */
const longestChecked = 100_000;

/**
 * One line of plain text: invisible characters that could hide or reorder text removed, each run of white
 * space (line ends, NEL and separators included) turned into one space, ends trimmed. ZWJ and ZWNJ are kept,
 * since emoji and several scripts need them.
 */
export function cleanText(text: string): string {
  if (text.length < longestChecked && clean.test(text)) return text;
  return text
    .replace(invisible, '')
    .replace(/(?! [^\s\u0085])[\s\u0085]+/gu, ' ') // most are one space already
    .trim();
}

/** Paragraphs of plain text: each line as `cleanText` makes it, no more than one blank line between two. */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Case and accents folded away, for comparing and searching: "José" and "JOSE" fold alike. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
