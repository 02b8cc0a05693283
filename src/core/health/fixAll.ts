import type { TextEdit } from '../document/textEdit';
import type { Finding } from './finding';

/**
 * The edits of all best fixes that need no choice, as one step. Where two want to change the same text the first one
 * does; a definition that several add comes once.
 */
export function fixAll(findings: readonly Finding[]): readonly TextEdit[] {
  const fixes = findings.flatMap(({ fixes: [best] }) => (best?.isPreferred ? [best.edits] : []));
  const taken: TextEdit[] = [];
  const inserted = new Set<string>();
  let end = -1;
  for (const edits of fixes) {
    const [changes, insertions] = [edits.filter(edit => !isInsertion(edit)), edits.filter(isInsertion)];
    if (changes.some(({ start }) => start < end)) continue;
    for (const change of changes) end = Math.max(end, change.end);
    taken.push(...changes);
    for (const insertion of insertions) {
      const name = `${insertion.start} ${insertion.text}`;
      if (!inserted.has(name)) taken.push(insertion);
      inserted.add(name);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Makes the fixes of findings in small steps: those that cite in a citation style take milliseconds each. */
export function* makingFixes(findings: readonly Finding[]): Generator<void, void> {
  for (const finding of findings) {
    void finding.fixes;
    yield;
  }
}

const isInsertion = ({ start, end }: TextEdit): boolean => start === end;
