import { companies, headings, people, systemNouns } from './nameWords';
import type { Token } from './tokens';
import { labelKey, type Vocabulary } from './vocabulary';

/**
 * Judges names found in a text: the label as written, or `undefined` for one that is no system's: a topic
 * of the vocabulary, a company, the publication itself, a person with a title, an ordinary word.
 */
export function cleanName(
  tokens: readonly Token[],
  publication: string | undefined,
  vocabulary: Vocabulary,
): (name: readonly Token[]) => string | undefined {
  const publisher = labelKey(publication ?? '');
  const lowerCase = new Set<string>();
  for (const { fold, raw, capital } of tokens) if (!capital && raw === raw.toLowerCase()) lowerCase.add(fold);

  const isOrdinary = ({ fold, coined }: Token) =>
    !coined &&
    (vocabulary.commonWords.has(fold) ||
      headings.has(fold) ||
      systemNouns.has(fold) ||
      lowerCase.has(fold) ||
      (fold.length > 5 && /(?:ing|tion|ment|ness|ity|ism)$/.test(fold)));

  return name => {
    const key = name.map(token => token.fold).join('');
    if (key.length < 2 || /^\d/.test(key) || vocabulary.labels.has(key) || companies.has(key))
      return undefined;
    if (publisher && (publisher.startsWith(key) || key.startsWith(publisher))) return undefined;
    if (name.every(isOrdinary) || name.some(({ fold }) => people.has(fold))) return undefined;
    if (name.length > 1 && name.some(({ fold }) => vocabulary.labels.has(fold))) return undefined;
    return name.map((token, i) => (i > 0 ? token.gap : '') + token.raw).join('');
  };
}
