import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../core/ports';
import { listFolder, readBytes, stampOf } from './files';
import { withReason } from './withReason';
import { writeWhole } from './writeWhole';

/** In ms: a lock that nobody renewed for so long was left by a process that died, and is taken over. */
const stale = 8000;
/** In ms, how long others are waited for. */
const patience = 40_000;

/** `file:` URIs on Node: whole-file writes by rename, locks that other processes see. */
export const nodeFileSystem: FileSystem = {
  read: (uri, most) => readBytes(fileURLToPath(uri), most),

  write: (uri, bytes) => writeWhole(fileURLToPath(uri), bytes),

  stamp: uri => stampOf(fileURLToPath(uri)),

  list: uri => listFolder(fileURLToPath(uri)),

  async withLock(uri, body) {
    let isLost = false;
    const release = await lockFile(fileURLToPath(uri), () => {
      isLost = true;
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

/**
 * Makes a folder beside the file, which others take for its lock.
 * @param onLost called when another process took the lock over, as of a computer that slept meanwhile; that would end
 * the extension host if nobody took note.
 */
async function lockFile(path: string, onLost: () => void): Promise<() => Promise<void>> {
  const { lock } = await import('proper-lockfile');
  const end = Date.now() + patience;
  for (let wait = 10; ; wait = Math.min(200, wait * 1.2)) {
    try {
      await mkdir(dirname(path), { recursive: true });
      return await lock(path, { realpath: false, stale, onCompromised: onLost });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // The lock was held, or went while it was looked at.
      if (code !== 'ELOCKED' && code !== 'ENOENT') throw withReason(error);
      if (Date.now() > end) throw new Error('another program keeps it locked');
    }
    await sleep(wait * (0.5 + Math.random()));
  }
}
