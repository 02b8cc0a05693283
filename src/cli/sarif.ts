import {
  defaultSeverities,
  type Finding,
  type FindingCode,
  type Fix,
  findingText,
  fixText,
} from '../core/health';
import type { CheckedDocument } from './findings';
import { type LinePlace, linePlaces } from './linePlaces';

/** What each code is about, for who looks at a list of rules. */
export const rules: Readonly<Record<FindingCode, string>> = {
  unknownKey: 'A citation key that no post has.',
  unreadableKey: 'A key with white space or braces, which Pandoc does not read.',
  otherPostInBibliography: 'A key that the document’s own bibliography has for another post.',
  missingInBibliography: 'A key of a post that the document’s own bibliography lacks.',
  undefinedLabel: 'A footnote or reference without a definition.',
  unusedDefinition: 'A definition that nothing refers to.',
  duplicateDefinition: 'A definition whose label is defined before.',
  twoAddresses: 'One post cited by several addresses.',
  trackerAddress: 'An address that tells where the reader comes from.',
  plainHttp: 'An http address of a post that has https.',
  contradictingText: 'A text with another title, year or author than its post has.',
  provisionalMetadata: 'A post with a title that Byline made up.',
  bareAddress: 'The address of a post, without a citation.',
  unclosedBibliography: 'A list of references without its end marker.',
  unopenedBibliography: 'A list of references without its marker at the start.',
  staleBibliography: 'A list of references that is out of date.',
};

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

const codes = Object.keys(rules) as FindingCode[];

/** A log in SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export function sarif(documents: readonly CheckedDocument[], uriOf: (path: string) => string): unknown {
  const here = `${uriOf('.').replace(/\/+$/, '')}/`;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Byline', rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: documents.flatMap(document => resultsOf(document, artifact(uriOf(document.path), here))),
      },
    ],
  };
}

const rule = (code: FindingCode) => ({
  id: code,
  shortDescription: { text: rules[code] },
  defaultConfiguration: { level: levels[defaultSeverities[code]] },
});

/** A path from the current folder, which has the name that code hosts know it by, as a log is read elsewhere. */
const artifact = (uri: string, here: string) =>
  uri.startsWith(here) ? { uri: uri.slice(here.length), uriBaseId: '%SRCROOT%' } : { uri };

function resultsOf({ text, findings }: CheckedDocument, artifactLocation: ReturnType<typeof artifact>) {
  const placeOf = linePlaces(text);
  const regionOf = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const [from, to]: LinePlace[] = [placeOf(start), placeOf(end)];
    return { startLine: from!.line, startColumn: from!.column, endLine: to!.line, endColumn: to!.column };
  };
  const location = (span: { readonly start: number; readonly end: number }) => ({
    physicalLocation: { artifactLocation, region: regionOf(span) },
  });
  const fixOf = (fix: Fix) => ({
    description: { text: fixText(fix) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: fix.edits.map(({ start, end, text: inserted }) => ({
          deletedRegion: regionOf({ start, end }),
          insertedContent: { text: inserted },
        })),
      },
    ],
  });
  return findings.map((finding: Finding) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: findingText(finding) },
    locations: [location(finding)],
    ...(finding.related && { relatedLocations: [location(finding.related)] }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map(fixOf) }),
  }));
}
