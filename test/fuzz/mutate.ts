import type { Random } from './random';

/** What a mutation may draw on. */
export interface Material {
  /** Well-formed inputs of the format. */
  readonly seeds: readonly Buffer[];
  /** Words that mean something in it. */
  readonly words: readonly string[];
}

type Mutation = (input: Buffer, random: Random, material: Material) => Buffer;

/** In bytes. */
export const longest = 49_000;

/** A seed that went through one to six mutations. */
export function mutate(random: Random, material: Material): Buffer {
  let input = random.of(material.seeds);
  for (let times = 1 + random.below(6); times > 0; times--) {
    input = random.of(mutations)(input, random, material).subarray(0, longest);
  }
  return input;
}

const flipBit: Mutation = (input, random) => {
  if (input.length === 0) return input;
  const flipped = Buffer.from(input);
  flipped[random.below(input.length)]! ^= 1 << random.below(8);
  return flipped;
};

const cutOff: Mutation = (input, random) => input.subarray(0, random.below(input.length + 1));

const remove: Mutation = (input, random) => {
  const [start, end] = range(input, random);
  return Buffer.concat([input.subarray(0, start), input.subarray(end)]);
};

const insertWord: Mutation = (input, random, { words }) => insert(input, random, word(random, words));

const replaceByWord: Mutation = (input, random, { words }) => {
  const [start, end] = range(input, random, 20);
  return Buffer.concat([input.subarray(0, start), word(random, words), input.subarray(end)]);
};

/** Thousands of the same thing, where work may grow with the square. */
const repeatWord: Mutation = (input, random, { words }) => {
  const one = Buffer.concat([word(random, words), random.below(2) ? word(random, words) : Buffer.of()]);
  const most = Math.max(1, longest / Math.max(1, one.length));
  return insert(input, random, Buffer.alloc(one.length * Math.ceil(most ** (random.below(100) / 100)), one));
};

const repeatPart: Mutation = (input, random) => {
  const [start, end] = range(input, random, 400);
  if (start === end) return input;
  const times = random.of([1, 2, 3, 10, 100, 1000]);
  const length = Math.min((end - start) * times, longest);
  return insertAt(input, end, Buffer.alloc(length, input.subarray(start, end)));
};

const move: Mutation = (input, random) => {
  const [start, end] = range(input, random);
  const rest = Buffer.concat([input.subarray(0, start), input.subarray(end)]);
  return insert(rest, random, input.subarray(start, end));
};

/** The beginning of this, the end of another. */
const splice: Mutation = (input, random, { seeds }) => {
  const other = random.of(seeds);
  return Buffer.concat([
    input.subarray(0, random.below(input.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ]);
};

const changeNumber: Mutation = (input, random) => {
  const text = input.toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return input;
  const { 0: number, index } = random.of(numbers);
  const other = random.of(['0', '-1', '13', '99', '9999', '1e999', '4294967296', '9'.repeat(400)]);
  return Buffer.from(text.slice(0, index) + other + text.slice(index + number.length), 'latin1');
};

const reencode: Mutation = (input, random) => {
  const text = input.toString('utf8');
  const ways: readonly (() => Buffer)[] = [
    () => Buffer.from(`\uFEFF${text}`),
    () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    () => Buffer.from(text, 'utf16le').swap16(),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(text.replace(/\n/g, random.of(['\r\n', '\r', '\u2028', '\u0085']))),
    () => Buffer.from(text.replace(/ /g, random.of(['\t', '\u00a0', '\u3000', '']))),
  ];
  return random.of(ways)();
};

const mutations: readonly Mutation[] = [
  flipBit,
  cutOff,
  remove,
  insertWord,
  insertWord,
  replaceByWord,
  replaceByWord,
  repeatWord,
  repeatPart,
  move,
  splice,
  changeNumber,
  reencode,
];

/** Characters that parsers and those who read their results trip over, and what pollutes prototypes. */
const strange = [
  '\0',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\uffff',
  'é',
  'e\u0301',
  '漢字',
  '😀',
  '👩‍👩‍👧',
  '\ud800',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://user:pass@example.com/',
  'http://[::1',
  '//example.com',
  '\\',
  '%',
  '%00',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '"',
  "'",
];

const bytes = [0xff, 0xc0, 0xed, 0x80, 0x00];

function word(random: Random, words: readonly string[]): Buffer {
  const choice = random.below(12);
  if (choice === 0) return Buffer.of(random.of(bytes));
  return Buffer.from(random.of(choice < 4 ? strange : words));
}

function range(input: Buffer, random: Random, most = input.length): [start: number, end: number] {
  const start = random.below(input.length + 1);
  return [start, start + random.below(Math.min(most, input.length - start) + 1)];
}

function insert(input: Buffer, random: Random, part: Buffer): Buffer {
  return insertAt(input, random.below(input.length + 1), part);
}

function insertAt(input: Buffer, at: number, part: Buffer): Buffer {
  return Buffer.concat([input.subarray(0, at), part, input.subarray(at)]);
}
