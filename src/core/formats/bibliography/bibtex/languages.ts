/** BCP 47 tags of the languages that BibLaTeX and babel name; the first name of a tag is the one that is written. */
const table = `
  en english   en-US american usenglish USenglish   en-GB british ukenglish UKenglish   en-CA canadian   en-AU australian   en-NZ newzealand
  de german ngerman   de-AT austrian naustrian   de-CH swissgerman nswissgerman   fr french francais   fr-CA acadian canadien
  es spanish espanol   pt portuguese portuges   pt-BR brazilian brazil   it italian   nl dutch   da danish   sv swedish   nb norsk norwegian   nn nynorsk
  fi finnish   is icelandic   pl polish   cs czech   sk slovak   sl slovene slovenian   hr croatian   sr serbian   bg bulgarian   ru russian
  uk ukrainian   el greek   tr turkish   hu magyar hungarian   ro romanian   et estonian   lv latvian   lt lithuanian   ca catalan   gl galician
  eu basque   cy welsh   ga irish   he hebrew   ar arabic   fa persian farsi   hi hindi   zh chinese   ja japanese   ko korean   vi vietnamese
  th thai   id indonesian   la latin   eo esperanto
`;

const rows = table
  .trim()
  .split(/\s{2,}/)
  .map(row => row.split(' '));
const tags = new Map(rows.flatMap(([tag, ...names]) => names.map(name => [name.toLowerCase(), tag!])));
const names = new Map(rows.map(([tag, name]) => [tag!, name!]));
/** ISO 639-2 codes that exporters write. */
const threeLetters = new Map(
  'eng en ger de deu de fre fr fra fr spa es ita it por pt dut nl nld nl rus ru jpn ja chi zh zho zh pol pl swe sv'
    .split(' ')
    .flatMap((code, at, all) => (at % 2 === 0 ? [[code, all[at + 1]!] as const] : [])),
);

/** The BCP 47 tag of a language's name or code; any other text as it is. */
export function languageTag(text: string): string {
  const name = text.trim();
  const tag = tags.get(name.toLowerCase()) ?? threeLetters.get(name.toLowerCase());
  if (tag !== undefined) return tag;
  return /^[a-z]{2,3}_[a-z]{2}$/i.test(name) ? name.replace('_', '-') : name;
}

/** The name that BibLaTeX has for a tag, or for its language alone; `undefined` when it has none. */
export function languageName(tag: string): string | undefined {
  return names.get(tag) ?? names.get(tag.split(/[-_]/, 1)[0]!.toLowerCase());
}
