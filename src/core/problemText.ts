import type { Problem, ProblemCode } from './problem';

/** Looks a message up in the user's language and fills in `{0}`, `{1}`, …: `vscode.l10n.t`, or `plainText`. */
export type Translate = (message: string, ...args: string[]) => string;

/** The English message as it stands. */
export const plainText: Translate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? '');

/** One sentence that says what was wrong and, where the user can do something, what. */
export function problemText(problem: Problem, translate: Translate = plainText): string {
  return translate(messages[problem.code], problem.detail ?? '').trim();
}

/** "page.txt:12: Skipped …": where, and what, in the form that compilers use. */
export function problemLine(problem: Problem, translate?: Translate): string {
  const place = problem.line === undefined ? problem.source : `${problem.source}:${problem.line}`;
  return `${place}: ${problemText(problem, translate)}`;
}

const messages: Record<ProblemCode, string> = {
  skippedText: 'Skipped, as it belongs to no post: “{0}”',
  noListing: 'No posts found. A page that lists posts has a title or a byline for each of them.',
  relativeAddress:
    'No address taken from “{0}”: it is relative, and the page does not say to what. Give the page’s address as the base.',
  unusableAddress: 'No address taken from “{0}”: it is neither http nor https.',
  unknownDate: 'No date taken from “{0}”: it cannot be understood.',
  unreadableEntry: 'Left out, as it cannot be read: {0}',
  untitledEntry: 'Kept in the file but not shown, as it has no title: {0}',
  renamedKey: 'Two posts had one key, so one of them got another: {0}',
  provisionalTitle: 'The title “{0}” is provisional: Byline made it up from the text.',
  unreadableFile: 'Cannot be read: {0}',
  damagedFile: 'Nothing in this file can be read as posts.',
  missingFile: 'There is no such file.',
};
