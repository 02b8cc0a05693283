import type { CslCite } from '../csl/formatter';
import { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import { applyEdits } from '../document/textEdit';
import type { Cited } from './cite';
import { clusterAt } from './cluster';
import { appendToCluster, type ClusterRequest } from './editCluster';
import { minimalEdits } from './minimalEdits';

/**
 * Adds posts to a citation that is there, in steps: each is of the text that the one before leaves. What the citation
 * style has written, it writes anew with them.
 */
export function appendSeveral(
  request: ClusterRequest & {
    readonly cites: readonly CslCite[];
    readonly known: Pick<KnownPosts, 'meantBy'>;
  },
): readonly Cited[] {
  const { cites, known, ...options } = request;
  const formatted = appendFormatted(request, cites);
  if (formatted) return [formatted];
  const steps: Cited[] = [];
  let { analysis, cluster } = options;
  for (const { post, details } of cites) {
    if (steps.length > 0) {
      analysis = new DocumentAnalysis(applyEdits(analysis.text, steps.at(-1)!.edits), analysis.dialect);
      cluster = clusterAt(analysis, cluster.start + 1, known) ?? cluster;
    }
    steps.push(appendToCluster({ ...options, analysis, cluster, post, ...(details && { details }) }));
  }
  return steps;
}

/** `undefined` where the citation does not read as the style has it. */
function appendFormatted(
  { analysis: { text }, cluster, csl, cited = [] }: ClusterRequest,
  added: readonly CslCite[],
): Cited | undefined {
  if (!csl || csl.kind === 'note' || cluster.format !== 'inlineLink') return undefined;
  const present = cluster.cites.flatMap(({ post, details }) => (post ? [{ post, details }] : []));
  const before = csl.citation(present, cited);
  const inside = before.indexOf(text.slice(cluster.start, cluster.end));
  const start = cluster.start - inside;
  if (inside < 0 || !text.startsWith(before, start)) return undefined;
  const isNew = ({ post }: CslCite) => !present.some(other => other.post.id === post.id);
  const after = csl.citation([...present, ...added.filter(isNew)], cited);
  return { edits: minimalEdits(before, after, start), carets: [start + after.length] };
}
