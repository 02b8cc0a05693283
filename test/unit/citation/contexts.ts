/** Documents to cite in; the cursor is where `‸` stands. */
export const contexts: Readonly<Record<string, string>> = {
  'a paragraph': 'See ‸ and more.\n',
  'the start of a line': '‸ and more.\n',
  'the end of a file without newline': 'Text.\n\nSee ‸',
  'a document with CRLF': 'Text.\r\n\r\nSee ‸.\r\nMore.\r\n',
  'a list item': '- one\n- ‸\n',
  'a numbered list in a quotation': '> 1. one\n> 2. See ‸.\n',
  'a quotation': '> ‸\n',
  'a table cell': '| a | b |\n|---|---|\n| c | ‸ |\n',
  'a table cell in a document with CRLF': '| a |\r\n|---|\r\n| ‸ |\r\n',
  // Two words: commonmark.js takes one with a parenthesis for a definition, in exponential time.
  'a footnote': 'Text[^n].\n\n[^n]: See also ‸ there.\n',
  'a heading': '## ‸\n\nText.\n',
  'the middle of words': 'before‸after\n',
  'between parentheses': 'Text (‸).\n',
  'a place after an exclamation mark': 'Look!‸\n',
};
