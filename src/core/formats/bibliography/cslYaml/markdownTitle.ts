// Pandoc and Quarto read the texts of a bibliography in YAML as Markdown.

/** In UTF-16 units: longer ones stay as they are, so that patterns take little time. */
const longest = 2000;

const mark =
  /\\([!-/:-@[-`{-~])|(?<!`)`([^`]+)`(?!`)|\[([^[\]]*)\]\{[^{}]*\}|(?<![\p{L}\p{N}*_])(\*\*|__|\*|_)(?=\S)((?:[^*_\\]|\\.)+)(?<=\S)\4(?![\p{L}\p{N}*_])/gu;

/** A title without its Markdown: emphasis, code, Pandoc's spans (`[QUIC]{.nocase}`), signs after a backslash. */
export function plainTitle(title: string): string {
  if (title.length > longest) return title;
  return title.replace(
    mark,
    (_, sign?: string, code?: string, span?: string, _marks?: string, text?: string) =>
      sign ?? code ?? plainTitle(span ?? text ?? ''),
  );
}

/** The title as Markdown that says it. */
export function markdownTitle(title: string): string {
  if (title.length > longest) return title;
  return title.replace(/[\\*`<[\]^~$@]|^>|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
