import { conclude } from './conclude';
import type { SourceReading } from './reading';
import type { ReadPorts, SourceMemory, SourceResult } from './readSource';
import type { Source } from './source';

/** Reads a folder of Markdown posts. A folder that isn't there has not lost its posts. */
export async function readFolderSource(
  source: Source,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<SourceResult> {
  const { location } = source;
  const root = ports.uriOf(location);
  signal?.throwIfAborted();
  const reading: SourceReading | undefined = undefined;
  return conclude(
    source,
    memory.state,
    [
      {
        url: location,
        outcome: 'failed',
        failure: { code: root ? 'unreadableFile' : 'missingFile', source: location },
      },
    ],
    reading,
    ports,
  );
}
