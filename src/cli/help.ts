import { defaultSeverities, findingCodes } from '../core/health';
import { rules } from './sarif';

/** What `check` finds, a line each. */
const codes = findingCodes
  .map(code => `        ${code.padEnd(24)}${rules[code]} (${defaultSeverities[code]})`)
  .join('\n');

export const help = `byline: read, list, search and cite posts, and check citations

  byline read WHERE… [--format text|json]
      The posts of these, and on standard error what each was taken for.
  byline list --from WHERE… [--by author|topic|publication|year] [--format text|json]
      The posts in groups.
  byline search QUERY… --from WHERE… [--limit N] [--format text|json]
      The posts found, best first.
  byline cite ID-OR-QUERY --from WHERE… [--as inlineLink|referenceLink|footnote|pandoc|csl]
      [--style STYLE] [--locale LANGUAGE] [--format text|json]
      The citation in Markdown.
  byline cite ID-OR-QUERY --from WHERE… --in DOCUMENT.md [--at LINE:COLUMN] [--write]
      The document with the citation in it, at its end or at LINE:COLUMN: both from 1, and a
      column is a UTF-16 unit, as editors count, so that most emoji take two.
      --write changes the file instead of printing it.
  byline bibliography DOCUMENT.md --from WHERE… [--style STYLE] [--locale LANGUAGE] [--write]
      The document with the list of the posts that it cites between the lines
      <!-- bibliography --> and <!-- /bibliography --> (in MDX {/* … */}), and with the numbers of
      a numeric style put right. --write changes the file instead, and adds the posts that are
      cited as [@key] to the bibliography that the document or its Quarto project names.
  byline check DOCUMENT… --from WHERE… [--level error|warning|information|hint]
      [--severity CODE=SEVERITY]… [--fix] [--style STYLE] [--locale LANGUAGE]
      [--format text|json|sarif]
      What is wrong with the citations of documents, of all Markdown files of folders, or of what
      patterns such as 'docs/**/*.md' name; a line each: path:line:column: severity code message.
      A document may be - for standard input, as it may for cite and bibliography.
      --style (and --locale) finds lists of references that “byline bibliography” would change.
      --level tells the least that counts (information unless said), --severity how much a code
      counts (off: not at all), and --fix mends in the files what has one right answer.
      <!-- byline-ignore --> before a block, a list being one, or at the end of a line, or
      <!-- byline-ignore-file -->, ignores findings, or only those of the codes behind it. CODEs:
${codes}
  byline mcp --from FILE… [--as FORMAT] [--style STYLE] [--locale LANGUAGE]
      Serves assistants over the Model Context Protocol, on standard input and output: they search
      and cite the posts of these library files and bibliographies (CSL-JSON, CSL-YAML, BibTeX,
      RIS), and check what they wrote, in Markdown files in the current folder and below.

  STYLE is apa, chicago-author-date, chicago-fullnote-bibliography, chicago-note-bibliography,
  ieee or a .csl file; LANGUAGE a tag such as de-DE. Given with cite, they ask for --as csl.

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
Posts, documents and findings go to standard output, all else to standard error, one line each.
Exit codes: 0 done, 1 nothing usable, not found, or something to mend, 2 wrong use or
no such file.
`;
