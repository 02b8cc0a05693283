import type { DocumentAnalysis, KnownPosts } from '../document';
import { runWhole } from '../sliced';
import { addresses } from './addresses';
import { bareAddresses } from './bareAddresses';
import { bibliographyLists } from './bibliographyLists';
import type { Checked, CheckOptions, CitedPost } from './checkOptions';
import { contradictions } from './contradictions';
import { defaultSeverities, type Finding, type FindingCode, type Found } from './finding';
import { duplicateDefinitions, undefinedLabels, unusedDefinitions } from './labels';
import { missingEntries } from './missingEntries';
import { noteContradictions } from './noteContradictions';
import { otherPosts } from './otherPosts';
import { provisionalPosts } from './provisionalPosts';
import { withoutSuppressed } from './suppressed';
import { unknownKeys } from './unknownKeys';
import { unreadableKeys } from './unreadableKeys';

/** Each gives nothing now and then, to let others run. */
const checks: readonly ((checked: Checked) => Iterable<Found | undefined>)[] = [
  unknownKeys,
  unreadableKeys,
  otherPosts,
  missingEntries,
  undefinedLabels,
  unusedDefinitions,
  duplicateDefinitions,
  addresses,
  contradictions,
  noteContradictions,
  provisionalPosts,
  bareAddresses,
  bibliographyLists,
];

/** What is wrong with the citations of a document, or could be better, in order. */
export function check(analysis: DocumentAnalysis, known: KnownPosts, options: CheckOptions = {}): Finding[] {
  return runWhole(checking(analysis, known, options));
}

/** `check` in small steps; the analysis must not be edited meanwhile. */
export function* checking(
  analysis: DocumentAnalysis,
  known: KnownPosts,
  options: CheckOptions = {},
): Generator<void, Finding[]> {
  const cited: CitedPost[] = [];
  for (const citation of analysis.citations) {
    const [post] = known.meantBy(citation);
    if (post) cited.push({ citation, post });
    yield;
  }
  const findings: Finding[] = [];
  for (const find of checks) {
    for (const found of find({ analysis, known, options, cited })) {
      const severity = found && (options.severities?.[found.code] ?? defaultSeverities[found.code]);
      if (severity && severity !== 'off') findings.push(findingOf(found, severity));
      yield;
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutSuppressed(withoutTwice(findings), analysis);
}

/** Of an address with a fault only that is told, and not also that a citation could stand there. */
function withoutTwice(findings: readonly Finding[]): Finding[] {
  const faulty = findings.filter(({ code }) => addressCodes.has(code));
  let at = 0;
  return findings.filter(({ code, start, end }) => {
    if (code !== 'bareAddress') return true;
    while (at < faulty.length && faulty[at]!.start < start) at++;
    return at === faulty.length || faulty[at]!.start >= end;
  });
}

const addressCodes: ReadonlySet<FindingCode> = new Set(['twoAddresses', 'trackerAddress', 'plainHttp']);

function findingOf({ fixes: makeFixes, ...found }: Found, severity: Finding['severity']): Finding {
  let fixes: Finding['fixes'] | undefined;
  return {
    ...found,
    severity,
    get fixes() {
      fixes ??= makeFixes?.() ?? [];
      return fixes;
    },
  };
}
