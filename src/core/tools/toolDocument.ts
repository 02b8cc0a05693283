/** In bytes: a larger document is not read for a model. */
export const largestDocument = 4_000_000;

/** What a model is told of a path that is not that of a Markdown file; `undefined` of one that is. */
export function notMarkdown(path: string): string | undefined {
  return /\.(?:md|markdown|mdx|qmd|rmd)$/i.test(path)
    ? undefined
    : 'Only Markdown files are read (.md, .markdown, .mdx, .qmd, .rmd). Give anything else as “text”.';
}
