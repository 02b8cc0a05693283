import * as vscode from 'vscode';
import { type Addition, adding } from '../../../core/library/library';
import { undoAddition } from '../../../core/library/undoAddition';
import type { PostRecord } from '../../../core/post';
import { saving } from '../../library/saving';
import { numberText } from '../../numberText';
import type { AddPosts } from './addPosts';

const { l10n } = vscode;

/** What an addition came to, without the whole library, which would stay in memory for as long as it can be undone. */
type Made = Omit<Addition, 'posts'>;

/** Adds records to the library, shows them, says so, and has `AddPosts` know how to undo it. */
export async function addToLibrary(addPosts: AddPosts, records: readonly PostRecord[]): Promise<void> {
  const { library } = addPosts;
  const { uri } = library;
  let made: Made | undefined;
  const saved = await saving(library, function* (all) {
    const { posts, ...rest } = yield* adding(all, records);
    made = rest;
    return posts;
  });
  if (!saved || !made) {
    return;
  }
  const addition = made;
  const takeBack = async () => {
    const isSame = library.uri.toString() === uri.toString();
    const isUndone = isSame && (await saving(library, posts => undoAddition(posts, addition)));
    if (isUndone && addPosts.undo === takeBack) {
      addPosts.undo = undefined;
    }
  };
  addPosts.undo = takeBack;
  announce(addition, takeBack);
  await show(addPosts, addition);
}

/** Whoever goes on, with a picker for example, has the focus after this. */
async function show({ reveal }: AddPosts, { added, enriched, known }: Made): Promise<void> {
  const [first, ...others] = [...added, ...enriched, ...known];
  if (first && others.length === 0) await reveal(first);
  else await vscode.commands.executeCommand('byline.posts.focus');
}

function announce({ added, enriched, known }: Made, undo: () => Promise<void>): void {
  const text = [
    added.length === 1 ? l10n.t('Added 1 post.') : l10n.t('Added {0} posts.', numberText(added.length)),
    enriched.length === 1 ? l10n.t('1 was there and now knows more.') : '',
    enriched.length > 1 ? l10n.t('{0} were there and now know more.', numberText(enriched.length)) : '',
    known.length === 1 ? l10n.t('1 was there already.') : '',
    known.length > 1 ? l10n.t('{0} were there already.', numberText(known.length)) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const undoLabel = l10n.t('Undo');
  void vscode.window.showInformationMessage(text, undoLabel).then(choice => {
    if (choice === undoLabel) {
      void undo();
    }
  });
}
