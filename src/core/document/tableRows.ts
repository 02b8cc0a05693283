const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a line can stand between the head of a table and its rows; one that could begin a list begins one. */
export const isDelimiterRow = (line: string): boolean => delimiterRow.test(line) && !/^-[ \t]/.test(line);

const cells = (row: string): number =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length;

/** Whether the row that a delimiter row follows is the head of a table: as many cells, and a bar somewhere. */
export const isTableHead = (head: string, delimiters: string): boolean =>
  (head + delimiters).includes('|') && cells(head) === cells(delimiters);
