import * as vscode from 'vscode';
import type { Source } from '../../../core/sources/source';
import type { SourceState } from '../../../core/sources/state';
import { attempt } from '../../attempt';
import { numberText } from '../../numberText';
import { plainMessage, postCount } from '../../views/postText';
import { feedCount } from '../../views/sourceText';
import { type SourcesContext, takeOut } from './context';

const { l10n } = vscode;

/**
 * Says that a source was added, and how many posts and provisional titles with it; a button takes it out again. Whoever
 * goes on, with a picker for example, has the focus after this.
 */
export async function announce(
  context: SourcesContext,
  source: Source,
  { feeds, title }: SourceState,
  posts: number,
  provisional: number,
): Promise<void> {
  await vscode.commands.executeCommand('byline.sources.focus');
  const name = title ?? source.location;
  const text = [
    feeds
      ? l10n.t('Added the list “{0}” of {1}.', name, feedCount(feeds.length))
      : posts === 0
        ? l10n.t('Added the source “{0}”, without new posts.', name)
        : l10n.t('Added the source “{0}” with {1}.', name, postCount(posts)),
    ...(provisional > 0 ? [l10n.t('Titles that are provisional: {0}.', numberText(provisional))] : []),
  ].join(' ');
  const undo = l10n.t('Undo');
  void vscode.window.showInformationMessage(plainMessage(text), undo).then(choice => {
    if (choice === undo) attempt(context.library.log, () => takeOut(context, [source], false));
  });
}
