export const help = `byline: read, list, search and cite posts

  byline read WHERE… [--format text|json]
      The posts of these, and on standard error what each was taken for.
  byline list --from WHERE… [--by author|topic|publication|year] [--format text|json]
      The posts in groups.
  byline search QUERY… --from WHERE… [--limit N] [--format text|json]
      The posts found, best first.
  byline cite ID-OR-QUERY --from WHERE… [--as inlineLink|referenceLink|footnote|pandoc] [--format text|json]
      The citation in Markdown.
  byline cite ID-OR-QUERY --from WHERE… --in DOCUMENT.md [--at LINE:COLUMN] [--write]
      The document with the citation in it, at its end or at LINE:COLUMN: both from 1, and a
      column is a UTF-16 unit, as editors count, so that most emoji take two.
      --write changes the file instead of printing it.

  WHERE is a file, an address (http, https), a folder of Markdown posts, or - for standard input.
  Files and addresses may be feeds (RSS, Atom, JSON Feed), pages that list posts (HTML, text,
  Markdown), the page of one post, bibliographies (CSL-JSON, CSL-YAML, BibTeX, RIS) and OPML
  outlines, whose feeds are named and not read. Only addresses that are given are requested, two
  at once of a host.

  --from WHERE       where the posts are; may be given several times
  --base URL         the page's own address, which relative addresses resolve against;
                     of a folder, the address at which its posts are published
  --allow-host HOST  read addresses of this host, though it is this computer or in a private
                     network; HOST:PORT for another port; may be given several times
  --format json      for programs; posts are CSL-JSON

Pages and bibliographies may have any encoding; documents are UTF-8.
Posts go to standard output, all else to standard error, one line each.
Exit codes: 0 done, 1 nothing usable or not found, 2 wrong use.
`;
