import { foldText } from '../text';

/** A word of a text. */
export interface Token {
  /** As written, a possessive 's taken off. */
  readonly raw: string;
  /** Case, accents and a plural s folded away. */
  readonly fold: string;
  /** What stands between this word and the one before. */
  readonly gap: string;
  /** Whether only a space or a hyphen, slash and the like stand before it, so that both may be one term. */
  readonly joined: boolean;
  /** Written with a capital at the start or inside. */
  readonly capital: boolean;
  /** With a capital inside, as in "ConsoleMe"; not an acronym, nor a name such as "McDonald". */
  readonly coined: boolean;
}

const word = /([\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?)(?:['’]s(?![\p{L}\p{N}]))?/gu;
const initialCapital = /^(?:[A-Z]|\p{Lu})/u;
const innerCapital = /^\p{L}*\p{Ll}\p{Lu}\p{L}*\d*$/u;
const patronymic = /^(?:Ma?c|De|Di|La|Le|Van|Von|O)\p{Lu}/u;
const joint = /^(?: |[-‐‑_/.'’&+@]{1,2}| & )$/u;

/** The words of a text in order. "C++", "C#" and ".NET" are words; "Node.js" is two joined ones. */
export function tokenize(text: string): Token[] {
  const cased = /\p{Ll}/u.test(text) ? text : text.toLowerCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of cased.matchAll(word)) {
    const raw = match[1]!;
    const gap = cased.slice(end, match.index);
    const dotted = raw === 'NET' && /(?:^|\s)\.$/.test(gap);
    const coined = innerCapital.test(raw) && raw.length >= 4 && !patronymic.test(raw);
    tokens.push({
      raw,
      coined,
      capital: coined || initialCapital.test(raw),
      fold: dotted ? '.net' : foldWord(raw),
      gap,
      joined: tokens.length > 0 && joint.test(dotted ? gap.slice(0, -1) : gap),
    });
    end = match.index + match[0].length;
  }
  return tokens;
}

function foldWord(raw: string): string {
  if (/^[A-Z\d]{2,}s$/.test(raw)) return raw.slice(0, -1).toLowerCase();
  const fold = /^[\x00-\x7f]*$/.test(raw) ? raw.toLowerCase() : foldText(raw);
  if (fold.length <= 3 || !fold.endsWith('s') || /(?:[sui]s|^news)$/.test(fold)) return fold;
  return fold.endsWith('ies') && fold.length > 4 ? `${fold.slice(0, -3)}y` : fold.slice(0, -1);
}
