import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The VS Code for `BYLINE_VSCODE`: `npm`, `desktop` or the path of an executable. Unset, tests take the desktop one where
 * it can be downloaded and shown, and a person gets the one on the path; else it is npm's.
 * @param {'tests' | 'person'} use
 * @returns {Promise<{ kind: 'npm' | 'download' | 'executable', executable?: string, why: string }>}
 */
export async function chooseVscode(use) {
  const wish = process.env.BYLINE_VSCODE;
  const installed = codeOnPath();
  if (wish === 'npm') return { kind: 'npm', why: 'BYLINE_VSCODE asks for it' };
  if (wish === 'desktop' && use === 'tests') return { kind: 'download', why: 'BYLINE_VSCODE asks for it' };
  if (wish === 'desktop' && !installed)
    throw new Error('BYLINE_VSCODE is "desktop", but no "code" is on the path.');
  if (wish && wish !== 'desktop')
    return { kind: 'executable', executable: wish, why: 'BYLINE_VSCODE names it' };
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !wish) {
    return { kind: 'npm', why: 'there is no display' };
  }
  if (use === 'person') {
    if (installed) return { kind: 'executable', executable: installed, why: 'it is on the path' };
    return { kind: 'npm', why: 'no "code" is on the path' };
  }
  if (await canDownload()) return { kind: 'download', why: 'its download service answers' };
  return { kind: 'npm', why: "the desktop's download service does not answer" };
}

function codeOnPath() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map(folder => join(folder, name)).find(existsSync);
}

async function canDownload() {
  try {
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      method: 'HEAD',
      signal,
    });
    return answer.ok;
  } catch {
    return false;
  }
}
