import { open, readdir, readFile, stat } from 'node:fs/promises';
import type { FolderEntry } from '../core/ports';
import { withReason } from './withReason';

/** A file's bytes, `undefined` when there is no such file. Rejects with a short reason without the path. */
export function readBytes(path: string, most?: number): Promise<Uint8Array | undefined> {
  return ifThere(most === undefined ? readFile(path) : readHead(path, most));
}

async function readHead(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(Math.min(most, (await file.stat()).size));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/**
 * A text that is another one when a file was written or another one took its place, even one of the same size that
 * was given the same time (by `cp -p`, say); `undefined` when there is no such file.
 */
export async function stampOf(path: string): Promise<string | undefined> {
  const stats = await ifThere(stat(path, { bigint: true }));
  return stats && [stats.mtimeNs, stats.ctimeNs, stats.ino, stats.size].join(' ');
}

/** The files and folders in a folder, symbolic links left out; `undefined` when there is no such folder. */
export async function listFolder(path: string): Promise<readonly FolderEntry[] | undefined> {
  const entries = await ifThere(readdir(path, { withFileTypes: true }));
  return entries
    ?.filter(entry => entry.isFile() || entry.isDirectory())
    .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

async function ifThere<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw withReason(error);
  }
}
