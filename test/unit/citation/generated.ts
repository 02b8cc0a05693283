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

/** Ends of what other characters are taken from, each as often: ASCII, letters, the first plane, all. */
const planes = [0x80, 0x3000, 0xd800, 0x110000];

/** Titles put together from what parsers mind; the same ones for the same seed. */
export function generatedTitles(count: number, seed: number): string[] {
  const below = numbers(seed);
  const piece = () =>
    below(7) > 0
      ? pieces[below(pieces.length)]!
      : Array.from({ length: below(4) }, () =>
          String.fromCodePoint(below(planes[below(planes.length)]!)),
        ).join('');
  const titles: string[] = [];
  while (titles.length < count) {
    const title = cleanText(Array.from({ length: 1 + below(14) }, piece).join(''));
    if (title !== '') titles.push(title);
  }
  return titles;
}

/** Whole numbers that look random, each below the number asked for; mulberry32, since fast-check takes 20 times as long. */
function numbers(seed: number): (end: number) => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return end => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}
