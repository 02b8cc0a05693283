/** What may close a quotation, by what opens it. */
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['„', '“”'],
  ['‚', '‘’'],
]);
const marks = /["'“”‘’„‚]/g;
const letter = /[\p{L}\p{M}\p{N}]/u;

/** What is no apostrophe within a word. */
export const quotationMark = /(?<![\p{L}\p{M}\p{N}])["'“”‘’„‚]|["'“”‘’„‚](?![\p{L}\p{M}\p{N}])|["“”‘„‚]/gu;

/**
 * Whether the quotation marks of a text pair such that citeproc sees the pairs as well. It writes these in the style's
 * own marks; of others it loses parentheses and blanks, or adds blanks.
 */
export function hasPairedQuotes(text: string): boolean {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const { index: at, 0: mark } of text.matchAll(marks)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
    const isApostrophe = /['’]/.test(mark) && letter.test(before);
    if (isApostrophe && letter.test(after)) continue;
    const last = open.at(-1);
    if (last && closing.get(last.mark)!.includes(mark) && !/\s/.test(before) && !letter.test(after)) {
      if (last.at === at - 1) return false;
      open.pop();
    } else if (closing.has(mark) && opens(mark, before, after, last?.mark, at)) open.push({ mark, at });
    else if (!isApostrophe) return false;
  }
  return open.length === 0;
}

/** Straight marks that open do so where citeproc has it; two that meet it tells as one only at the very start. */
function opens(mark: string, before: string, after: string, outer: string | undefined, at: number): boolean {
  if (!/["']/.test(mark)) return outer === undefined || (/["“„]/.test(outer) && /[‘‚]/.test(mark));
  if (at === 0) return after !== mark && !/\s/.test(after);
  if (/[\s"']/.test(after)) return false;
  if (at === 1 && outer === '"') return mark === "'";
  if (outer === undefined) return before === ' ' || (before === '(' && mark === '"');
  return outer === '"' && mark === "'" && before === ' ';
}
