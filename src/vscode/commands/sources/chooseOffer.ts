import * as vscode from 'vscode';
import type { Offer } from '../../../core/sources';
import { between, plainLabel, postCount } from '../../views/postText';
import { feedCount, kindTexts } from '../../views/sourceText';

const { l10n } = vscode;

/** What of an address the user wants; a feed needs no question. */
export async function chooseOffer(offers: readonly Offer[], url: string): Promise<Offer | undefined> {
  const [only, ...others] = offers;
  if (others.length === 0) return only;
  const rows = offers.map(offer => ({ ...rowOf(offer), offer }));
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Add Source'),
    placeHolder: l10n.t('What to add of {0}', plainLabel(new URL(url).host)),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return row?.offer;
}

function rowOf(offer: Offer): vscode.QuickPickItem {
  switch (offer.kind) {
    case 'source': {
      const { source, state } = offer.result;
      const { icon, name } = kindTexts[source.kind];
      return {
        label: plainLabel(state.title ?? source.location),
        iconPath: new vscode.ThemeIcon(icon),
        description: state.feeds
          ? l10n.t('Followed: feeds that it names later come too')
          : [
              source.feed ? l10n.t('All posts of the page, and the feed for new ones') : name(),
              postCount(state.count ?? 0),
            ].join(between.heard),
        detail: plainLabel(source.location),
      };
    }
    case 'link':
      return {
        label: plainLabel(offer.link.title ?? offer.link.url),
        iconPath: new vscode.ThemeIcon('rss'),
        description: l10n.t('Feed'),
        detail: plainLabel(offer.link.url),
      };
    case 'post':
      return {
        label: plainLabel(offer.post.title),
        iconPath: new vscode.ThemeIcon('note'),
        description: l10n.t('This post alone'),
      };
    case 'outline':
      return {
        label: l10n.t('Its feeds as they are now'),
        iconPath: new vscode.ThemeIcon('rss'),
        description: feedCount(offer.sources.length),
      };
  }
}
