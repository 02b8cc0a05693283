import type { PostRecord } from '../../../post';
import { runWhole } from '../../../sliced';
import { toCslItem } from '../../cslItem';
import { type BibtexEntry, type BibtexField, entryOf } from './bibtexEntry';
import type { Block } from './block';
import { fieldsOf, splitBibtex } from './splitBibtex';
import { fieldsOfVariable } from './variables';

/** A post as an entry of BibLaTeX. */
export function formatBibtex(post: PostRecord): string {
  const { type, key, fields } = entryOf(toCslItem(post));
  const lines = [...fields.values()].flat().map(field => `  ${assignment(field)},\n`);
  return `@${type}{${key},\n${lines.join('')}}`;
}

/**
 * The entry with what the post says otherwise now: other fields, their order and their spelling stay.
 * @param text one entry.
 */
export function rewriteBibtex(text: string, before: PostRecord, after: PostRecord): string {
  const [block] = runWhole(splitBibtex(text)).blocks;
  if (!block || block.isBroken) return formatBibtex(after);
  return edited(text, block, entryOf(toCslItem(before)), entryOf(toCslItem(after)));
}

const assignment = ([name, value]: BibtexField) => `${name} = {${value}}`;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edited(text: string, block: Block, before: BibtexEntry, after: BibtexEntry): string {
  const edits: Edit[] = [];
  const fields = fieldsOf(text, block);
  if (before.type !== after.type)
    edits.push({ start: block.start + 1, end: block.start + 1 + block.type.length, text: after.type });
  if (before.key !== after.key) {
    edits.push({
      start: block.keyStart,
      end: block.keyEnd,
      text: block.key === undefined ? `${after.key},` : after.key,
    });
  }
  const added: BibtexField[] = [];
  const gone = new Set<number>();
  for (const variable of new Set([...before.fields.keys(), ...after.fields.keys()])) {
    const now = after.fields.get(variable) ?? [];
    if (String(before.fields.get(variable) ?? []) === String(now)) continue;
    const names = fieldsOfVariable.get(variable) ?? [];
    const old = fields.flatMap(({ name }, at) => (names.includes(name) ? [at] : []));
    for (const [at, index] of old.entries()) {
      const field = fields[index]!;
      const next = now[at];
      if (next) edits.push({ start: field.start, end: field.valueEnd, text: assignment(next) });
      else {
        gone.add(index);
        edits.push({ start: field.start, end: fields[index + 1]?.start ?? field.valueEnd, text: '' });
      }
    }
    added.push(...now.slice(old.length));
  }
  if (added.length > 0) {
    const last = fields.filter((_, index) => !gone.has(index)).at(-1);
    const start = last?.valueEnd ?? block.keyEnd;
    edits.push({ start, end: start, text: added.map(field => `,\n  ${assignment(field)}`).join('') });
  }
  return applied(text, edits);
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: written } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), written);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
