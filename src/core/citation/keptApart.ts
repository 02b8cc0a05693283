/** What stands before would make something else of a citation's brackets: an image, a reference, a note, an escape. */
export function spaceBefore(before: string, citation: string): string {
  const isNote = citation.startsWith('[^');
  // A bare address, which GFM would carry on into the brackets.
  if (/(?:https?:\/\/|www\.)[^\s<>()"`]*$/i.test(before.slice(-1024))) return ' ';
  if (/(?<!\\)(?:\\\\)*\\$/.test(before.slice(-64))) return ' ';
  if (citation.startsWith('(')) return /[)\]]$/.test(before) ? ' ' : '';
  if (!citation.startsWith('[')) return '';
  return (isNote ? /\^$|(?<!\[\^[^\s[\]]*)\]$/ : /[!^\])]$/).test(before.slice(-1024)) ? ' ' : '';
}

/** What stands after would make something else of the brackets: a link, a span, a definition. */
export function spaceAfter(after: string | undefined, citation: string): string {
  if (after === undefined || !/[\])]$/.test(citation)) return '';
  const following = citation.endsWith(')') || citation.includes('][') ? '{' : '([{:';
  return following.includes(after) ? ' ' : '';
}
