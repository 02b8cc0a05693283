import type { CslCite } from '../csl/formatter';
import { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import { applyEdits } from '../document/textEdit';
import type { Cited } from './cite';
import { clusterAt } from './cluster';
import { appendToCluster, type ClusterRequest } from './editCluster';

/** Adds posts to a citation that is there, in steps: each is of the text that the one before leaves. */
export function appendSeveral(
  request: ClusterRequest & {
    readonly cites: readonly CslCite[];
    readonly known: Pick<KnownPosts, 'meantBy'>;
  },
): readonly Cited[] {
  const { cites, known, ...options } = request;
  const { csl, cited, wording } = options;
  const styled = csl && { csl, ...(cited && { cited }) };
  const steps: Cited[] = [];
  let { analysis, cluster } = options;
  for (const { post, details } of cites) {
    if (steps.length > 0) {
      analysis = new DocumentAnalysis(applyEdits(analysis.text, steps.at(-1)!.edits), analysis.dialect);
      const inside = cluster.cites[0]!.citation.start + 1;
      cluster = clusterAt(analysis, inside, known, styled, wording) ?? cluster;
    }
    steps.push(appendToCluster({ ...options, analysis, cluster, post, ...(details && { details }) }));
  }
  return steps;
}
