import * as vscode from 'vscode';
import type { Listing } from '../../../core/formats/listing';
import { nameKey } from '../../../core/name';
import { isProvisional, type PostRecord } from '../../../core/post';
import { problemLine } from '../../../core/problemText';
import { numberText } from '../../numberText';
import { authorCount, authors, between, date, plainLabel, postCount, topicsText } from '../../views/postText';

const { l10n } = vscode;

interface Row extends vscode.QuickPickItem {
  readonly record: PostRecord;
}

/**
 * Shows what was understood of a page, before anything is saved: the posts to add are checked, those already
 * in the library are not.
 * @param isKnown whether the library has a post already.
 * @returns the posts to add; `undefined` when the user gives up.
 */
export async function reviewPosts(
  listing: Listing,
  isKnown: (record: PostRecord) => boolean,
): Promise<readonly PostRecord[] | undefined> {
  const rows = listing.posts.map(record => row(record, isKnown(record)));
  let checked = rows.filter(({ record }) => !isKnown(record));
  for (;;) {
    const answer = await askOnce(listing, rows, checked);
    if (answer.kind !== 'showSkipped') {
      return answer.kind === 'accept' ? answer.checked.map(({ record }) => record) : undefined;
    }
    checked = answer.checked;
    await showSkipped(listing);
  }
}

type Answer = { kind: 'accept' | 'showSkipped'; checked: Row[] } | { kind: 'cancel' };

function askOnce(listing: Listing, rows: Row[], checked: Row[]): Promise<Answer> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = summary(listing);
  picker.placeholder = l10n.t('Enter adds the checked posts to the library');
  picker.canSelectMany = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.items = rows;
  picker.selectedItems = checked;
  if (listing.problems.length > 0) {
    picker.buttons = [{ iconPath: new vscode.ThemeIcon('info'), tooltip: l10n.t('Show What Was Skipped') }];
  }
  return new Promise(resolve => {
    const answer = (kind: 'accept' | 'showSkipped') => {
      resolve({ kind, checked: [...picker.selectedItems] });
      picker.hide();
    };
    picker.onDidTriggerButton(() => answer('showSkipped'));
    picker.onDidAccept(() => answer('accept'));
    picker.onDidHide(() => {
      picker.dispose();
      resolve({ kind: 'cancel' });
    });
    picker.show();
  });
}

async function showSkipped({ problems }: Listing): Promise<void> {
  await vscode.window.showQuickPick(
    problems.map(problem => plainLabel(problemLine(problem, l10n.t))),
    { title: l10n.t('Skipped'), placeHolder: l10n.t('Escape goes back to the posts'), ignoreFocusOut: true },
  );
}

/** "10 posts by 25 authors in Netflix Technology Blog, 4 lines skipped". */
function summary({ posts, publication, problems }: Listing): string {
  const people = new Set(posts.flatMap(post => post.author.map(nameKey))).size;
  const found = `${postCount(posts.length)}, ${authorCount(people)}`;
  return [
    publication ? `${publication}: ${found}` : found,
    ...(problems.length ? [l10n.t('{0} skipped', numberText(problems.length))] : []),
  ].join(', ');
}

function row(record: PostRecord, known: boolean): Row {
  return {
    record,
    label: plainLabel(record.title),
    description: [
      ...(known ? [l10n.t('already in the library')] : []),
      ...(isProvisional(record) ? [l10n.t('provisional title')] : []),
      ...(record.issued ? [date(record.issued)] : []),
    ].join(between.heard),
    detail: plainLabel([authors(record), topicsText(record), record.url].filter(Boolean).join('; ')),
  };
}
