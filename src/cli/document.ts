import { decodeUtf8 } from '../core/decode';
import { KnownPosts } from '../core/document';
import type { Post } from '../core/post';
import { runWhole } from '../core/sliced';
import { UsageError } from './command';
import type { CommandLinePorts } from './ports';

/** What stands for a document that comes from standard input. */
export const standardInput = '-';

/** Throws UsageError where a document from standard input is to be written, or is where the posts come from. */
export function checkInput(path: string, locations: readonly string[], writes: boolean | undefined): void {
  if (path !== standardInput) return;
  if (writes) throw new UsageError('What comes from standard input cannot be written back; give a file.');
  if (locations.includes(standardInput))
    throw new UsageError('Standard input cannot be both the document and --from.');
}

/** The text of a document, `undefined` when there is none. Throws UsageError where it cannot be read. */
export async function readDocument(
  path: string,
  { files, uriOf, readInput }: CommandLinePorts,
): Promise<string | undefined> {
  const read = path === standardInput ? readInput() : files.read(uriOf(path));
  const bytes = await read.catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}.`);
  });
  if (bytes === undefined) return undefined;
  try {
    return decodeUtf8(bytes, path);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}.`);
  }
}

export async function writeDocument(path: string, text: string, ports: CommandLinePorts): Promise<void> {
  await ports.files.write(ports.uriOf(path), new TextEncoder().encode(text));
}

/** What citations can mean. */
export function knownPosts(posts: readonly Post[]): KnownPosts {
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));
  return known;
}
