/** Text as LaTeX that `latexText` reads back as the same text; characters beyond ASCII stay as they are. */
export function latexEscape(text: string): string {
  return text
    .replace(/[\\{}$&%#_~^`]/g, character => escapes[character]!)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/\n(?!\n)(?<!\n\n)/g, '\\\\\n');
}

/** Braces are spelled out, as BibTeX counts them even after a backslash. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** An address for a field that BibLaTeX takes verbatim: only what would break the entry is escaped. */
export function verbatimEscape(text: string): string {
  return text.replace(/[{}\\\s]/g, character => encodeURIComponent(character));
}
