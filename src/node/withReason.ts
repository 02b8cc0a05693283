/** The error of a file operation with what it means as its message, which goes on after "because" and a colon. */
export function withReason(error: unknown): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Error(reasons[code] ?? message, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file', // of making its folder
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space that you may use is full',
  EFBIG: 'the file would be larger than this computer allows',
  EIO: 'the disk has a fault',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};
