/** In bytes: as much of a feed as its encoding is guessed from. */
const sampleLength = 1 << 15;
/** Fewer characters tell nothing. */
const fewest = 12;

/** The commonest characters of a language by its encodings, and the share of all beyond ASCII that they make up at least. */
const languages: readonly (readonly [encodings: readonly string[], common: RegExp, least: number])[] = [
  [['shift_jis', 'euc-jp'], /[\u3041-\u3096\u30a1-\u30f6ー、。]/g, 0.3],
  [['euc-kr'], /[\uac00-\ud7a3]/g, 0.8],
  [
    ['gb18030'],
    /[，。的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日新文网]/g,
    0.25,
  ],
  [
    ['big5'],
    /[，。的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日新文網]/g,
    0.25,
  ],
  [['windows-1251', 'koi8-r', 'iso-8859-5'], /[оеаинтсрвлкмдпуыьяіїє]/g, 0.7],
  [['windows-1253'], /[αοιετσνηυρπκλςμόάίέή]/g, 0.7],
  [['windows-1255'], /[יוהלארתבמשנ]/g, 0.65],
  [['windows-1256'], /[ايلمونرتبةعدسفك]/g, 0.65],
  [['windows-874'], /[านรอกเงมยลวดทตสะขบพจไใ\u0e31\u0e34-\u0e37\u0e48\u0e49]/g, 0.75],
];

/**
 * The encoding of bytes that are not UTF-8 and that nothing declares: the one in which they make the most common
 * characters of a language that has it. `undefined` where none does, as in texts of Latin letters, whose few others
 * stand alone, and where most of it is UTF-8.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleLength);
  const runsIn = (encoding: string) =>
    new TextDecoder(encoding).decode(sample, { stream: true }).match(/[^\0-\x7f]+/g) ?? [];
  if (share(/\ufffd/g, runsIn('utf-8').join('')) < 0.5) return undefined;
  let [guess, best] = [undefined as string | undefined, 1];
  for (const [encodings, common, least] of languages) {
    for (const encoding of encodings) {
      const runs = runsIn(encoding);
      const text = runs.join('');
      if (text.length < fewest || text.length < 2 * runs.length) continue;
      const likeness = share(common, text) / least;
      if (likeness > best) [guess, best] = [encoding, likeness];
    }
  }
  return guess;
}

const share = (characters: RegExp, text: string) => (text.match(characters)?.length ?? 0) / text.length;
