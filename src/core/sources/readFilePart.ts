import { hashBytes } from '../hashBytes';
import type { ProblemCode } from '../problem';
import { answerOf, type Part, type PartKind, parsePart } from './part';
import type { ReadPorts, SourceMemory } from './readSource';

/** Reads a file of a source, unless its bytes are the same as before. */
export async function readFilePart(
  path: string,
  kind: PartKind,
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
  const part = await parsePart(path, kind, { name: path, bytes }, ports, signal);
  return part.outcome === 'changed' ? { ...part, answer: { since: ports.now(), hash } } : part;
}
