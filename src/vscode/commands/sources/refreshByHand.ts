import * as vscode from 'vscode';
import type { RefreshSummary } from '../../../core/sources';
import { sourceKey } from '../../../core/sources/parseSources';
import type { Source } from '../../../core/sources/source';
import { numberText } from '../../numberText';
import { sourceCount } from '../../views/sourceText';
import { isReady, type SourcesContext } from './context';

const { l10n } = vscode;

/** How long what a refresh came to stays in the status bar, in ms. */
const shown = 10_000;

/** Refreshes sources and says in the status bar how that goes and what it came to; what failed in an item that stays. */
export async function refreshByHand(context: SourcesContext, chosen: readonly Source[]): Promise<void> {
  if (chosen.length === 0 || !(await isReady(context))) return;
  const { sources, status } = context;
  const summary = await status.during(chosen.length, onResult => sources.refresh(chosen, true, { onResult }));
  const asked = new Set(chosen.map(sourceKey));
  const failing = sources.known.filter(({ source, state }) => state.failure && asked.has(sourceKey(source)));
  const isFailing = failing.length > 0 && summary.failed > 0 && !summary.isOffline;
  const isTold = isFailing && status.fail(failing);
  const text = summaryText(isTold ? { ...summary, failed: 0 } : summary);
  if (text) vscode.window.setStatusBarMessage(text, shown);
}

export async function refreshAll(context: SourcesContext): Promise<void> {
  await context.sources.load();
  const { known } = context.sources;
  if (known.length === 0) tellNone();
  await refreshByHand(
    context,
    known.map(({ source }) => source),
  );
}

/** What a command on all sources says where there are none. */
export function tellNone(): void {
  void vscode.window.showInformationMessage(
    l10n.t('There are no sources yet. Add one with Byline: Add Source…'),
  );
}

/** "3 new posts from 12 sources. 2 sources could not be read; see the Sources view." */
export function summaryText({
  changed,
  unchanged,
  failed,
  waiting,
  posts,
  isOffline,
  isCancelled,
}: RefreshSummary): string {
  const read = changed + unchanged;
  return [
    ...(isCancelled ? [l10n.t('Refreshing was stopped.')] : []),
    ...(read > 0
      ? [
          posts.added === 0
            ? l10n.t('No new posts from {0}.', sourceCount(read))
            : l10n.t('{0} from {1}.', newPosts(posts.added), sourceCount(read)),
        ]
      : []),
    ...(isOffline ? [l10n.t('No connection, so nothing was asked.')] : []),
    ...(failed > 0 && !isOffline
      ? [l10n.t('{0} could not be read; see the Sources view.', sourceCount(failed))]
      : []),
    ...(waiting > 0
      ? [l10n.t('Not asked, as the server wants to be left alone for now: {0}.', sourceCount(waiting))]
      : []),
  ].join(' ');
}

function newPosts(posts: number): string {
  return posts === 1 ? l10n.t('1 new post') : l10n.t('{0} new posts', numberText(posts));
}
