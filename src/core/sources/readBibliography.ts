import { isDamage } from '../problem';
import { conclude } from './conclude';
import type { Parsed } from './parsed';
import { readPart } from './part';
import { readFilePart } from './readFilePart';
import type { SourceReading } from './reading';
import type { ReadPorts, SourceMemory, SourceResult } from './readSource';
import { isRemote, type Source } from './source';

/**
 * Reads a bibliography, which may be a file or on the web. An entry that can't be read is not thought of as gone, nor are
 * all of them where a server answers with none.
 */
export async function readBibliography(
  source: Source,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<SourceResult> {
  const part = isRemote(source)
    ? await readPart(source.location, 'bibliography', memory, ports, signal)
    : await readFilePart(source.location, 'bibliography', memory, ports, signal);
  const reading = part.outcome === 'changed' ? readingOf(source, part.parsed) : undefined;
  return conclude(source, memory.state, [part], reading, ports);
}

function readingOf(source: Source, parsed: Parsed): SourceReading {
  const isEmptied = isRemote(source) && parsed.entries.length === 0;
  return { ...parsed, isComplete: !isEmptied && !parsed.problems.some(isDamage) };
}
