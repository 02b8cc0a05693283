import * as vscode from 'vscode';
import { type Group, grouping, type Spelling } from '../../core/grouping/grouping';
import {
  mergePersons,
  type Persons,
  sharedText,
  similarPersons,
  splitSpelling,
  whyText,
} from '../../core/persons';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { listText, plainLabel, postCount } from '../views/postText';

const { l10n } = vscode;

/** Milliseconds for which a message stands in the status bar. */
const shortly = 5000;

/** Gives who is who among the authors of the library. */
type FindPersons = () => Promise<Persons>;

/** Makes the authors of these groups one, under the name of the first; asks which where it is not told. */
export async function mergeAuthors(
  library: OpenLibrary,
  findPersons: FindPersons,
  groups: readonly Group[],
): Promise<void> {
  const persons = findPersons();
  const [first = await pickAuthor(l10n.t('Merge Authors'), authorGroups(library.posts, persons)), ...others] =
    groups;
  if (!first) {
    return;
  }
  const merged = others.length
    ? others.map(({ key }) => key)
    : await pickAuthors(first, library.posts, persons);
  if (!merged?.length) {
    return;
  }
  const known = await persons;
  if (await saving(library, all => mergePersons(all, known, first.key, merged))) {
    vscode.window.setStatusBarMessage(l10n.t('Merged into {0}: {1}', first.label, listText(merged)), shortly);
  }
}

/** Asks which spelling of an author is somebody else's, and makes that an author of its own. */
export async function splitOffSpelling(
  library: OpenLibrary,
  findPersons: FindPersons,
  groups: readonly Group[],
): Promise<void> {
  const persons = findPersons();
  const several = async () =>
    (await authorGroups(library.posts, persons)).filter(({ spellings }) => spellings);
  const [group = await pickAuthor(l10n.t('Split Off Spelling'), several())] = groups.filter(
    ({ spellings }) => spellings,
  );
  if (!group) {
    return;
  }
  const naming = ({ why }: Spelling) => Number(why === undefined);
  // Under Enter at once is one that was joined to the author, not the name that the author goes by.
  const spellings = [...(group.spellings ?? [])].sort((a, b) => naming(a) - naming(b));
  const rows = spellings.map(spelling => ({
    label: plainLabel(spelling.key),
    description: postCount(spelling.posts),
    detail: plainLabel(whyText(spelling, l10n.t)),
    key: spelling.key,
  }));
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Split Off Spelling of {0}', group.label),
    placeHolder: l10n.t('Which spelling is somebody else’s'),
    matchOnDetail: true,
  });
  if (!row) {
    return;
  }
  const known = await persons;
  if (await saving(library, all => splitSpelling(all, known, group.key, row.key))) {
    vscode.window.setStatusBarMessage(l10n.t('{0} is an author of its own now.', row.key), shortly);
  }
}

async function pickAuthor(title: string, groups: Promise<readonly Group[]>): Promise<Group | undefined> {
  const rows = groups.then(known =>
    known.map(group => ({
      label: plainLabel(group.label),
      description: postCount(group.posts.length),
      group,
    })),
  );
  const placeHolder = l10n.t('Which author');
  return (await vscode.window.showQuickPick(rows, { title, placeHolder }))?.group;
}

/** All authors of the posts. */
async function authorGroups(posts: readonly Post[], found: Promise<Persons>): Promise<Group[]> {
  const groups = await runSliced(grouping(posts, 'author', await found));
  return groups.filter(({ key }) => key !== '');
}

interface AuthorRow extends vscode.QuickPickItem {
  /** Of the person; a separator has none. */
  readonly key?: string;
}

async function pickAuthors(
  group: Group,
  posts: readonly Post[],
  persons: Promise<Persons>,
): Promise<string[] | undefined> {
  const rows = await vscode.window.showQuickPick(authorRows(group, posts, persons), {
    title: l10n.t('Merge Authors into {0}', group.label),
    placeHolder: l10n.t('Who is the same person'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return rows?.flatMap(({ key }) => key ?? []);
}

/** Authors whose names are similar, with what they share; then all others. */
async function authorRows(
  group: Group,
  posts: readonly Post[],
  found: Promise<Persons>,
): Promise<AuthorRow[]> {
  const persons = await found;
  const similar = await runSliced(similarPersons(posts, persons, group.key));
  const groups = await authorGroups(posts, found);
  const byKey = new Map(groups.map(other => [other.key, other]));
  const isSimilar = new Set(similar.map(({ person }) => person.key));
  const rowOf = (other: Group, detail = ''): AuthorRow => ({
    label: plainLabel(other.label),
    description: postCount(other.posts.length),
    detail: plainLabel(detail),
    key: other.key,
  });
  return [
    ...(similar.length ? [separator(l10n.t('similar names'))] : []),
    ...similar.flatMap(({ person, shared }) => {
      const other = byKey.get(person.key);
      return other ? rowOf(other, shared.map(each => sharedText(each, l10n.t)).join(', ')) : [];
    }),
    separator(l10n.t('all authors')),
    ...groups.filter(({ key }) => key !== group.key && !isSimilar.has(key)).map(other => rowOf(other)),
  ];
}

function separator(label: string): AuthorRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
