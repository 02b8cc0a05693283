import { applyEdits, type TextEdit } from '../core/document/textEdit';
import type { Finding } from '../core/health';

/** A fix may uncover something else to mend; more rounds than these would go in circles. */
const mostRounds = 10;

/** The text with all that has one right answer put right. */
export function mended(text: string, find: (text: string) => readonly Finding[]): string {
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = editsOf(find(now));
    if (edits.length === 0) break;
    now = applyEdits(now, edits);
  }
  return now;
}

/** Those of preferred fixes, each fix as a whole or, where it meets another, left for the next round. */
function editsOf(findings: readonly Finding[]): TextEdit[] {
  const fixes = findings.flatMap(({ fixes }) => fixes.find(({ isPreferred }) => isPreferred) ?? []);
  const taken: TextEdit[] = [];
  let end = -1;
  for (const { edits } of fixes) {
    if (edits[0] === undefined || edits[0].start <= end) continue;
    taken.push(...edits);
    end = edits.at(-1)!.end;
  }
  return taken;
}
