import { decodeUtf8 } from '../core/decode';
import { KnownPosts } from '../core/document';
import type { Post } from '../core/post';
import { runWhole } from '../core/sliced';
import { UsageError } from './command';
import type { CommandLinePorts } from './run';

/** The text of a document, `undefined` when there is none. Throws UsageError where it cannot be read. */
export async function readDocument(
  path: string,
  { files, uriOf }: CommandLinePorts,
): Promise<string | undefined> {
  const bytes = await files.read(uriOf(path)).catch((error: Error) => {
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
