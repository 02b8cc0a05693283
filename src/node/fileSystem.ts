import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../core/ports';
import { listFolder, readBytes, stampOf } from './files';
import { withReason } from './withReason';
import { writeWhole } from './writeWhole';

/** In ms: a lock that nobody renewed for so long was left by a process that died. Locks are renewed in less than half of it. */
const stale = 8000;
const renewal = 3000;
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
      // It would take over what is stale, but two processes that wait can take it from each other then.
      const never = 2 ** 40;
      return await lock(path, { realpath: false, stale: never, update: renewal, onCompromised: onLost });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // The lock was held, or went while it was looked at.
      if (code !== 'ELOCKED' && code !== 'ENOENT') throw withReason(error);
      await removeStale(`${path}.lock`);
      if (Date.now() > end) throw new Error('another program keeps it locked');
    }
    await sleep(wait * (0.5 + Math.random()));
  }
}

/** Removes the lock of a process that died; one process at a time, as the next one's lock is at the same place. */
async function removeStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const turn = `${lock}.stale`;
  try {
    await mkdir(turn);
  } catch {
    if (await isStale(turn)) await rmdir(turn).catch(() => {});
    return;
  }
  try {
    if (await isStale(lock)) await rmdir(lock).catch(() => {});
  } finally {
    await rmdir(turn).catch(() => {});
  }
}

async function isStale(lock: string): Promise<boolean> {
  const stats = await stat(lock).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs > stale;
}
