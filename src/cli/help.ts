export const help = `byline: read, list, search and cite posts

  byline read FILE… [--format text|json]
      The posts of listing pages (text, HTML, Markdown) and CSL-JSON libraries.
  byline list --from FILE… [--by author|topic|publication|year] [--format text|json]
      The posts in groups.
  byline search QUERY… --from FILE… [--limit N] [--format text|json]
      The posts found, best first.
  byline cite ID-OR-QUERY --from FILE… [--as inlineLink|referenceLink|footnote|pandoc] [--format text|json]
      The citation in Markdown.
  byline cite ID-OR-QUERY --from FILE… --in DOCUMENT.md [--at LINE:COLUMN] [--write]
      The document with the citation in it, at its end or at LINE:COLUMN: both from 1, and a
      column is a UTF-16 unit, as editors count, so that most emoji take two.
      --write changes the file instead of printing it.

  --from FILE    where the posts are; may be given several times
  --base URL     the page's own address, which relative addresses resolve against
  --format json  for programs; posts are CSL-JSON

Listing pages may have any encoding; libraries and documents are UTF-8.
Posts go to standard output, problems to standard error, one line each.
Exit codes: 0 done, 1 nothing usable or not found, 2 wrong use.
`;
