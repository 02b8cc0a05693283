import { hashBytes } from '../hashBytes';
import { isDamage, type ProblemCode } from '../problem';
import { conclude } from './conclude';
import type { Parsed } from './parsed';
import { answerOf, type Part, parsePart, readPart } from './part';
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
    : await readFilePart(source.location, memory, ports, signal);
  const reading = part.outcome === 'changed' ? readingOf(source, part.parsed) : undefined;
  return conclude(source, memory.state, [part], reading, ports);
}

function readingOf(source: Source, parsed: Parsed): SourceReading {
  const isEmptied = isRemote(source) && parsed.entries.length === 0;
  return { ...parsed, isComplete: !isEmptied && !parsed.problems.some(isDamage) };
}

async function readFilePart(
  path: string,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<Part> {
  const failed = (code: ProblemCode, detail?: string): Part => ({
    url: path,
    outcome: 'failed',
    failure: { code, source: path, ...(detail !== undefined && { detail }) },
  });
  const uri = ports.uriOf(path);
  if (uri === undefined) return failed('missingFile');
  let bytes: Uint8Array | undefined;
  try {
    bytes = await ports.files.read(uri);
  } catch (error) {
    return failed('unreadableFile', error instanceof Error ? error.message : String(error));
  }
  signal?.throwIfAborted();
  if (!bytes) return failed('missingFile');
  const hash = hashBytes(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, bytes.byteLength);
  const before = answerOf(memory, path);
  if (before?.hash === hash) return { url: path, outcome: 'unchanged', answer: before };
  const part = await parsePart(path, 'bibliography', { name: path, bytes }, ports, signal);
  return part.outcome === 'changed' ? { ...part, answer: { since: ports.now(), hash } } : part;
}
