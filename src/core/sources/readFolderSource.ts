import type { ProblemCode } from '../problem';
import { conclude } from './conclude';
import { readFolder } from './folder';
import type { PartOutcome } from './part';
import type { ReadSource } from './readSource';

/** Reads a folder of Markdown posts, of which only those files that changed. A folder that isn't there has not lost its posts. */
export const readFolderSource: ReadSource = async (source, { state, entries }, ports, signal) => {
  const { location } = source;
  const failed = (code: ProblemCode) =>
    conclude(
      source,
      state,
      [{ url: location, outcome: 'failed', failure: { code, source: location } }],
      undefined,
      ports,
    );
  const root = ports.uriOf(location);
  if (root === undefined) return failed('missingFile');
  const reading = await readFolder(source, root, ports.files, ports.parser, {
    ...(entries && state.stamps && { before: { entries, stamps: state.stamps } }),
    within: ports.workspaceOf?.(root),
    now: ports.now(),
    signal,
  });
  if (!reading) return failed('missingFile');
  const { stamps, filesRead: _, ...told } = reading;
  // Of the folder itself: it could be read in part or not at all.
  const failure = told.problems.find(
    problem => problem.source === location && problem.code === 'unreadableFile',
  );
  const parts: [PartOutcome, ...PartOutcome[]] = [{ url: location, outcome: 'changed' }];
  if (failure) parts.push({ url: location, outcome: 'failed', failure });
  const result = conclude(source, state, parts, told, ports);
  return { ...result, state: { ...result.state, stamps } };
};
