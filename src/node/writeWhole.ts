import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withReason } from './withReason';

/** The write of each path that is under way, so that they end in the order in which they began. */
const turns = new Map<string, Promise<void>>();
/** Folders in which was looked for what others left. */
const swept = new Set<string>();

/**
 * Replaces the whole file by a rename, after making its folder: whoever reads it sees the old bytes or the new ones,
 * even after a loss of power. Rejects with a short reason without the path, the file being as it was.
 */
export function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const before = turns.get(path);
  const turn = before ? before.then(() => replace(path, content)) : replace(path, content);
  const ended = turn.then(
    () => {},
    () => {},
  );
  turns.set(path, ended);
  void ended.then(() => {
    if (turns.get(path) === ended) turns.delete(path);
  });
  return turn;
}

async function replace(path: string, content: Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path); // a symbolic link stays one
    const folder = dirname(target);
    await mkdir(folder, { recursive: true });
    const temporary = join(folder, `.byline-${randomUUID()}.tmp`);
    try {
      await writeNew(temporary, content);
      await takeOver(target, temporary);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
    await flushFolder(folder).catch(() => {}); // Windows and some network drives cannot
    await sweep(folder).catch(() => {});
  } catch (error) {
    throw withReason(error);
  }
}

async function writeNew(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content); // goes on where the system wrote a part only, as it does on a disk that gets full
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the new file the mode and owner of the old one, as far as that may be done. */
async function takeOver(target: string, temporary: string): Promise<void> {
  const old = await stat(target).catch(() => undefined);
  if (!old) return;
  await chown(temporary, old.uid, old.gid).catch(() => {});
  await chmod(temporary, old.mode).catch(() => {});
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes what a process left that was ended in the middle of a write. Others may be writing at this moment. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  const names = await readdir(folder);
  for (const name of names.filter(name => /^\.byline-[\da-f-]{36}\.tmp$/.test(basename(name)))) {
    const path = join(folder, name);
    if (Date.now() - (await stat(path)).mtimeMs > minute) await rm(path, { force: true });
  }
}

const minute = 60_000;
