import type { DocumentAnalysis, KnownPosts } from '../document';
import { addresses } from './addresses';
import { bareAddresses } from './bareAddresses';
import type { Checked, CheckOptions } from './checkOptions';
import { contradictions } from './contradictions';
import { defaultSeverities, type Finding, type Found } from './finding';
import { duplicateDefinitions, undefinedLabels, unusedDefinitions } from './labels';
import { provisionalPosts } from './provisionalPosts';
import { withoutSuppressed } from './suppressed';
import { unknownKeys } from './unknownKeys';

const checks: readonly ((checked: Checked) => Iterable<Found>)[] = [
  unknownKeys,
  undefinedLabels,
  unusedDefinitions,
  duplicateDefinitions,
  addresses,
  contradictions,
  provisionalPosts,
  bareAddresses,
];

/** What is wrong with the citations of a document, or could be better, in order. */
export function check(analysis: DocumentAnalysis, known: KnownPosts, options: CheckOptions = {}): Finding[] {
  const cited = analysis.citations.flatMap(citation => {
    const [post] = known.meantBy(citation);
    return post ? [{ citation, post }] : [];
  });
  const findings: Finding[] = [];
  for (const find of checks) {
    for (const found of find({ analysis, known, options, cited })) {
      const severity = options.severities?.[found.code] ?? defaultSeverities[found.code];
      if (severity !== 'off') findings.push(findingOf(found, severity));
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutSuppressed(findings, analysis);
}

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
