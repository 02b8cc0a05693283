import { applyEdits, type TextEdit } from '../core/document/textEdit';
import type { Finding, FindingCode } from '../core/health';

/** A fix may uncover something else to mend; more rounds than these would go in circles. */
const mostRounds = 10;

export interface Mended {
  readonly text: string;
  /** What was put right: how many findings of each code. */
  readonly counts: ReadonlyMap<FindingCode, number>;
}

/** The text with all that has one right answer put right. */
export function mended(text: string, find: (text: string) => readonly Finding[]): Mended {
  const counts = new Map<FindingCode, number>();
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const { edits, codes } = fixable(find(now));
    if (edits.length === 0) break;
    now = applyEdits(now, edits);
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return { text: now, counts };
}

/** The edits of preferred fixes, each fix as a whole or, where it meets another, left for the next round. */
function fixable(findings: readonly Finding[]): { edits: TextEdit[]; codes: FindingCode[] } {
  const edits: TextEdit[] = [];
  const codes: FindingCode[] = [];
  let end = -1;
  for (const { code, fixes } of findings) {
    const fix = fixes.find(({ isPreferred }) => isPreferred);
    if (!fix?.edits[0] || fix.edits[0].start <= end) continue;
    edits.push(...fix.edits);
    codes.push(code);
    end = fix.edits.at(-1)!.end;
  }
  return { edits, codes };
}
