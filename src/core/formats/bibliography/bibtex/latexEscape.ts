/** Text as LaTeX that `latexText` reads back as the same text; characters beyond ASCII stay as they are. */
export function latexEscape(text: string): string {
  const braces = areMatched(text) ? matched : unmatched;
  return text
    .replace(/[\\{}$&%#_~^`]/g, character => escapes[character] ?? braces[character]!)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/\n(?!\n)(?<!\n\n)/g, '\\\\\n');
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\`{}',
};

const matched: Readonly<Record<string, string>> = { '{': '\\{', '}': '\\}' };
/** BibTeX counts braces even after a backslash. */
const unmatched: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

function areMatched(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** An address for a field that BibLaTeX takes verbatim: only what would break the entry is escaped. */
export function verbatimEscape(text: string): string {
  return text.replace(/[{}\\\s]/g, character => encodeURIComponent(character));
}
