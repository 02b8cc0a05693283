import * as vscode from 'vscode';
import { problemText } from '../../../core/problemText';
import type { Discovery, Offer } from '../../../core/sources';
import type { Source } from '../../../core/sources/source';
import { addSources } from '../../sources/listedSources';
import { plainLabel, plainMessage, postCount } from '../../views/postText';
import { kindTexts } from '../../views/sourceText';
import { allowHost } from './allowHost';
import { askForPlace, type Place } from './askForPlace';
import type { SourcesContext } from './context';
import { addOutline, importOutline } from './outline';

const { l10n } = vscode;

/** Adds what an address, a folder or a file holds to the sources, or the one post that an address is to the library. */
export async function addSource(context: SourcesContext, address?: string): Promise<void> {
  const place: Place | undefined = address ? { kind: 'address', address } : await askForPlace();
  if (place?.kind === 'address') await addAddress(context, place.address);
  else if (place?.kind === 'outline') await importOutline(context, place.uri);
  else if (place) await addLocal(context, place);
}

/** Adds what another program or a page asks for with `vscode://byline.byline/add?url=…`, once the user agrees. */
export async function addFromOutside(context: SourcesContext, uri: vscode.Uri): Promise<void> {
  const address = new URLSearchParams(uri.query).get('url') ?? '';
  const { checkUrl } = await import('../../../core/sources');
  const checked = uri.path === '/add' ? checkUrl(address) : undefined;
  if (!checked || !('url' in checked)) {
    void vscode.window.showWarningMessage(
      checked
        ? plainMessage(problemText({ ...checked, source: address }, l10n.t))
        : l10n.t(
            'Byline was opened with a link that it does not know. It knows vscode://byline.byline/add?url=…',
          ),
    );
    return;
  }
  const add = l10n.t('Read and Add');
  const choice = await vscode.window.showInformationMessage(
    plainMessage(l10n.t('Add what is at {0} to Byline?', checked.url.host)),
    { modal: true, detail: checked.url.href },
    add,
  );
  if (choice === add) await addAddress(context, checked.url.href);
}

async function addAddress(context: SourcesContext, address: string): Promise<void> {
  const discovery = await look(context, address);
  if (!discovery) return;
  const { problem, offers } = discovery;
  if (problem) {
    if (problem.code === 'privateAddress') {
      if (await allowHost(problem)) await addAddress(context, address);
    } else {
      void vscode.window.showWarningMessage(plainMessage(problemText(problem, l10n.t)));
    }
    return;
  }
  const offer = await choose(offers, discovery.url);
  if (offer?.kind === 'link') await addAddress(context, offer.link.url);
  else if (offer?.kind === 'post') await context.addPosts.add([offer.post]);
  else if (offer?.kind === 'outline') await addOutline(context, offer.sources);
  else if (offer) {
    await context.library.load();
    await context.sources.load();
    const saved = await context.sources.save([offer.result]);
    await addSources([offer.result.source]);
    announce(offer.result.state.title ?? offer.result.source.location, saved.added);
  }
}

/** Asks the address what it is, until the user has enough. */
async function look({ sources }: SourcesContext, address: string): Promise<Discovery | undefined> {
  const { discover } = await import('../../../core/sources');
  const controller = new AbortController();
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading {0}', plainMessage(address)),
      cancellable: true,
    },
    async (_, token) => {
      token.onCancellationRequested(() => controller.abort());
      try {
        return await discover(address, sources.ports, controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        throw error;
      }
    },
  );
}

/** What of an address the user wants; a feed needs no question. */
async function choose(offers: readonly Offer[], url: string): Promise<Offer | undefined> {
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
        label: `$(${icon}) ${plainLabel(state.title ?? source.location)}`,
        description: [
          source.feed ? l10n.t('All posts of the page, and the feed for new ones') : name(),
          postCount(state.count ?? 0),
        ].join(' · '),
        detail: plainLabel(source.location),
      };
    }
    case 'link':
      return {
        label: `$(rss) ${plainLabel(offer.link.title ?? offer.link.url)}`,
        description: l10n.t('Feed'),
        detail: plainLabel(offer.link.url),
      };
    case 'post':
      return {
        label: `$(note) ${plainLabel(offer.post.title)}`,
        description: l10n.t('This post alone'),
      };
    case 'outline':
      return {
        label: `$(list-tree) ${plainLabel(offer.title ?? l10n.t('List of feeds'))}`,
        description: l10n.t('{0} feeds', offer.sources.length),
      };
  }
}

/** A folder or bibliography; without an address of its posts to be found they can only be cited by name. */
async function addLocal(context: SourcesContext, source: Source): Promise<void> {
  const [added] = await addSources([source]);
  await context.library.load();
  await context.sources.load();
  void vscode.commands.executeCommand('byline.sources.focus');
  if (!added) {
    void vscode.window.showInformationMessage(l10n.t('{0} is among your sources already.', source.location));
    return;
  }
  const summary = await context.sources.refresh([added], true);
  const known = context.sources.known.find(each => each.source.location === added.location);
  if (known?.state.failure) {
    void vscode.window.showWarningMessage(plainMessage(problemText(known.state.failure, l10n.t)));
  } else {
    announce(source.location, summary.posts.added);
  }
}

function announce(name: string, posts: number): void {
  void vscode.commands.executeCommand('byline.sources.focus');
  void vscode.window.showInformationMessage(
    plainMessage(
      posts === 0
        ? l10n.t('Added the source “{0}”. Your library had its posts already.', name)
        : l10n.t('Added the source “{0}” with {1}.', name, postCount(posts)),
    ),
  );
}
