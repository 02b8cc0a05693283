const kinds =
  'fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|prf|alg|asm|nte|wrn|tip|imp|cau|dia|vid|apx|suppfig';
const pattern = new RegExp(`^(?:${kinds})[-:]`, 'i');

/** Whether a key refers to a part of the document itself, as in Quarto (`@fig-plot`) and pandoc-crossref (`@fig:plot`). */
export const isCrossReference = (key: string): boolean => pattern.test(key);
