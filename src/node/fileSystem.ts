import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../core/ports';
import { listFolder, readBytes, stampOf, writeWhole } from './files';

/** `file:` URIs on Node: whole-file writes by rename, locks that other processes see. */
export const nodeFileSystem: FileSystem = {
  read: (uri, most) => readBytes(fileURLToPath(uri), most),

  write: (uri, bytes) => writeWhole(fileURLToPath(uri), bytes),

  stamp: uri => stampOf(fileURLToPath(uri)),

  list: uri => listFolder(fileURLToPath(uri)),

  async withLock(uri, body) {
    const path = fileURLToPath(uri);
    const { lock } = await import('proper-lockfile');
    await mkdir(dirname(path), { recursive: true });
    let isLost = false;
    // The lock is a folder beside the file; one left by a process that died is taken over after 10 s. So is that of
    // a computer that slept meanwhile, which would end the extension host if nobody took note.
    const release = await lock(path, {
      realpath: false,
      stale: 10_000,
      onCompromised: () => {
        isLost = true;
      },
      retries: { retries: 200, factor: 1.2, minTimeout: 10, maxTimeout: 200, randomize: true },
    });
    try {
      return await body();
    } finally {
      if (!isLost) {
        await release();
      }
    }
  },
};
