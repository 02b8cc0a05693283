import fc from 'fast-check';
import { cleanText } from '../../../src/core/text';

const pieces = [
  ...'*_~`^$[](){}<>!&|#+-=:;@%.,"\'\\/?'.split('').flatMap(char => [char, char + char]),
  ...['a', 'b', 'word', 'C', '1', '10', '日本', 'é', '𝒳', '👩‍👧', '“', '”', '—', 'и'],
  ...[' ', ' ', ' ', '  '],
  ...[
    '](',
    '![',
    '[^',
    '[@',
    '<!--',
    '-->',
    '</',
    'http://',
    'https://a.example',
    'www.',
    '@b.example',
    '&amp;',
    '&#35;',
    '```',
    '~~~',
    ':x:',
  ],
];

/** Titles put together from what parsers mind; the same ones for the same seed. */
export function generatedTitles(count: number, seed: number): string[] {
  const title = fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map(parts => cleanText(parts.join('')))
    .filter(text => text !== '');
  return fc.sample(title, { numRuns: count, seed });
}
