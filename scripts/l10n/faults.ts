import type { Translated } from './texts';

/** What a file of translations lacks, has in excess, or translates without a placeholder, a command or a name of code. */
export function faults({ path, english, texts }: Translated): string[] {
  const lacking = Object.keys(english).filter(key => !texts[key]?.trim());
  const excess = Object.keys(texts).filter(key => !Object.hasOwn(english, key));
  const unlike = Object.entries(texts).filter(
    ([key, text]) => text && key in english && fixedParts(text) !== fixedParts(english[key]!),
  );
  return [
    ...lacking.map(key => `${path} lacks: ${key}`),
    ...excess.map(key => `${path} has in excess: ${key}`),
    ...unlike.map(([key, text]) => `${path} has other placeholders, commands or settings: ${key}\n  ${text}`),
  ];
}

/** What every language has alike, in any order: `{0}`, `{title|short}`, `(command:…)`, `#byline.groupBy#`, byline.allowedHosts. */
function fixedParts(text: string): string {
  const parts = text.match(
    /\{\w+(?:\|\w+)?\}|\(command:[^)]*\)|#?\bbyline\.[\w.]*\w#?|\b(?:author|topic|in|from|year|is|has):\S+/g,
  );
  return (parts ?? []).sort().join(' ');
}
