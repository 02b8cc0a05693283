import type { Span } from './citationsIn';

/** How formats name the key of an entry. */
const entries: readonly RegExp[] = [
  // BibTeX; what else stands behind an @ has no comma there
  /@(?!comment\b)[a-z]+[ \t]*[{(]\s*([^\s,{}()"=]+)(?=\s*,)/dgi,
  // CSL-JSON
  /"id"\s*:\s*"((?:[^"\\\r\n]|\\.)+)"/dg,
  // CSL-YAML
  /(?<![^\r\n])[ \t]*(?:-[ \t]+)?id:[ \t]*(?:"([^"\\\r\n]+)"|'([^'\r\n]+)'|([^\s"'#&*!|>[{](?:[^\r\n#]*[^\s#])?))(?=[ \t]*(?![^\r\n#]))/dg,
  // RIS
  /(?<![^\r\n])ID {2}- *(\S(?:[^\r\n]*\S)?)(?=[ \t]*(?![^\r\n]))/dg,
];

/** So much is looked at on either side of an offset. */
const around = 400;

/** The key that a bibliography names at an offset, and where it stands; see `entryPlace`. */
export function entryAt(text: string, offset: number): (Span & { readonly key: string }) | undefined {
  const from = Math.max(0, offset - around);
  const part = text.slice(from, offset + around);
  for (const entry of entries) {
    for (const { indices } of part.matchAll(entry)) {
      const [start, end] = indices!.slice(1).find(Boolean)!;
      if (start > offset - from || end < offset - from) continue;
      return { start: from + start, end: from + end, key: keyIn(part.slice(start, end), entry) };
    }
  }
  return undefined;
}

/** In JSON some characters are written otherwise. */
function keyIn(written: string, entry: RegExp): string {
  if (entry !== entries[1] || !written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return written;
  }
}
