/** What Markdown a file is written in, as far as it changes where citations stand. Quarto and R Markdown are Pandoc's. */
export type Dialect = 'markdown' | 'mdx' | 'pandoc';

/** By the ending of a file's name. */
export function dialectOf(path: string): Dialect {
  if (/\.mdx$/i.test(path)) return 'mdx';
  return /\.(?:qmd|rmd|rmarkdown)$/i.test(path) ? 'pandoc' : 'markdown';
}
