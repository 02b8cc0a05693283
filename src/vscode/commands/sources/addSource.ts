import * as vscode from 'vscode';
import { parseUrl } from '../../../core/parseUrl';
import { isProvisional } from '../../../core/post';
import type { Problem } from '../../../core/problem';
import { problemText } from '../../../core/problemText';
import type { Discovery, Offer, SourceResult } from '../../../core/sources';
import { parseSources, sourceKey } from '../../../core/sources/parseSources';
import { isRemote, type Source } from '../../../core/sources/source';
import { sourceId } from '../../../core/sources/sourceId';
import type { SourceState } from '../../../core/sources/state';
import { webAddress } from '../../../core/sources/webAddress';
import { attempt } from '../../attempt';
import { openAddress } from '../../openAddress';
import { settings } from '../../settings';
import { addSources, changeSource, listedSources, unlistSources } from '../../sources/listedSources';
import { between, plainLabel, plainMessage, postCount } from '../../views/postText';
import { feedCount, kindTexts } from '../../views/sourceText';
import { allowHost } from './allowHost';
import { askForPlace, type OutlinePlace, placeAt } from './askForPlace';
import { isReady, orUnlist, type SourcesContext, signalOf, takeOut } from './context';
import { whyNot } from './editSource';
import { addOutline, importOutline } from './outline';
import { refreshByHand } from './refreshByHand';

const { l10n } = vscode;

/**
 * Adds what an address, a folder or a file holds to the sources, or the one post that an address is to the library.
 * @param given an address or the place of a folder or file; asked for unless it is given.
 */
export async function addSource(context: SourcesContext, given?: string | vscode.Uri): Promise<void> {
  const place =
    typeof given === 'string'
      ? ({ kind: 'address', address: given } as const)
      : given
        ? await placeAt(given)
        : await askForPlace();
  if (!place || !(await isReady(context))) return;
  if (place.kind === 'address') await addAddress(context, place.address);
  else if (place.kind === 'outline') await addOutlineFile(context, place);
  else await addLocal(context, place);
}

/** Adds what another program or a page asks for with `vscode://byline.byline/add?url=…`, once the user agrees. */
export async function addFromOutside(context: SourcesContext, uri: vscode.Uri): Promise<void> {
  const address = new URLSearchParams(uri.query).get('url') ?? '';
  const { checkUrl } = await import('../../../core/sources');
  const checked = uri.path === '/add' ? checkUrl(address, settings().allowedHosts) : undefined;
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
  if (choice === add && (await isReady(context))) await addAddress(context, checked.url.href);
}

async function addAddress(context: SourcesContext, address: string): Promise<void> {
  if (tellListed(context, { kind: 'feed', location: address })) return;
  const discovery = await look(context, address);
  if (!discovery) return;
  const { problem, offers } = discovery;
  if (problem) {
    if (problem.code === 'privateAddress') {
      if (await allowHost(problem)) await addAddress(context, address);
    } else {
      void tell(problem, address);
    }
    return;
  }
  const offer = await choose(offers, discovery.url);
  if (offer?.kind === 'link') await addAddress(context, offer.link.url);
  else if (offer?.kind === 'post') await context.addPosts.add([offer.post]);
  else if (offer?.kind === 'outline') await addOutline(context, offer.sources);
  else if (offer) await addRead(context, offer.result);
}

/** Adds a source whose first reading is made already. */
async function addRead(context: SourcesContext, result: SourceResult): Promise<void> {
  const { source, state, reading } = result;
  if (tellListed(context, source)) return;
  // First, as settings that have errors or are being edited can't be written.
  const listed = await addSources([source]);
  const { added } = await orUnlist(listed, () => context.sources.save(result));
  const provisional = reading?.entries.filter(({ record }) => isProvisional(record)).length ?? 0;
  await announce(context, source, state, added, provisional);
}

/** Says that a source is listed already, if it is. */
function tellListed(context: SourcesContext, source: Pick<Source, 'kind' | 'location'>): boolean {
  if (isRemote(source) && !parseUrl(source.location)) return false;
  const key = sourceKey(source);
  const listed = listedSources().sources.find(each => sourceKey(each) === key);
  if (!listed) return false;
  void vscode.commands.executeCommand('byline.sources.focus');
  const refresh = l10n.t('Refresh');
  const name = context.sources.nameOf(sourceId(listed));
  void vscode.window
    .showInformationMessage(plainMessage(l10n.t('“{0}” is among your sources already.', name)), refresh)
    .then(choice => {
      if (choice === refresh) attempt(context.library.log, () => refreshByHand(context, [listed]));
    });
  return true;
}

/** What a browser may not read, the user can still open and copy. */
async function tell(problem: Problem, address: string): Promise<void> {
  const isCopied = problem.code === 'crossOrigin';
  const open = l10n.t('Open in Browser');
  const add = l10n.t('Add Posts from Page…');
  const text = plainMessage(problemText(problem, l10n.t));
  const choice = await vscode.window.showWarningMessage(text, ...(isCopied ? [open, add] : []));
  if (choice === add) await vscode.commands.executeCommand('byline.addPostsFromPage');
  if (choice !== open) return;
  await openAddress(webAddress(address) ?? address);
  // For when the page has been copied.
  await tell(problem, address);
}

/** Asks the address what it is, until the user has enough. */
async function look({ sources }: SourcesContext, address: string): Promise<Discovery | undefined> {
  const { discover } = await import('../../../core/sources');
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading {0}', plainMessage(address)),
      cancellable: true,
    },
    async (_, token) => {
      const signal = signalOf(token);
      try {
        return await discover(address, sources.ports, signal);
      } catch (error) {
        if (signal.aborted) return undefined;
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

/** Follows a list of feeds or takes what it lists by now, as the user likes. */
async function addOutlineFile(context: SourcesContext, { uri, location }: OutlinePlace): Promise<void> {
  const rows = [
    {
      label: l10n.t('Follow the File'),
      description: l10n.t('Feeds that it names later come too'),
      run: () => addLocal(context, { kind: 'opml', location }),
    },
    {
      label: l10n.t('Add Its Feeds'),
      description: l10n.t('Each is a source of its own, to edit and remove'),
      run: () => importOutline(context, uri),
    },
  ];
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Add Source'),
    placeHolder: l10n.t('What to add of {0}', plainLabel(location)),
  });
  await row?.run();
}

/** A folder or file that cannot be read does not stay in the list. */
async function addLocal(context: SourcesContext, source: Source): Promise<void> {
  if (tellListed(context, source)) return;
  const { sources } = context;
  const listed = await addSources([source]);
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Reading {0}', plainMessage(source.location)),
    cancellable: true,
  };
  const summary = await orUnlist(listed, async () =>
    vscode.window.withProgress(progress, (_, token) =>
      sources.refresh([source], true, { signal: signalOf(token) }),
    ),
  );
  if (summary.isCancelled) {
    await unlistSources(listed);
    return;
  }
  const state = await sources.ports.stateOf(source);
  const { failure, count, feeds } = state;
  if (failure && !count && !feeds) {
    await unlistSources(listed);
    void vscode.window.showWarningMessage(plainMessage(problemText(failure, l10n.t)));
    return;
  }
  await vscode.commands.executeCommand('byline.sources.focus');
  await completeAddresses(context, source);
  await announce(context, source, state, summary.posts.added, 0);
}

/** Asks at which address the posts of a folder are published, where neither they nor its site say so. */
async function completeAddresses({ sources }: SourcesContext, source: Source): Promise<void> {
  if (source.kind !== 'folder') return;
  const entries = await sources.ports.entriesOf(source);
  if (!entries?.some(({ record }) => record.url === undefined)) return;
  const baseUrl = await vscode.window.showInputBox({
    title: l10n.t('Address of the Posts'),
    prompt: l10n.t('At which address are they published? Leave it empty to cite them without addresses.'),
    placeHolder: 'https://example.com/blog/',
    ignoreFocusOut: true,
    validateInput: text => whyNot({ ...source, baseUrl: text }, 'baseUrl'),
  });
  const [changed] = parseSources([{ ...source, baseUrl }]).sources;
  if (!changed?.baseUrl) return;
  await changeSource(source, changed);
  await sources.refresh([changed], true);
}

/** Whoever goes on, with a picker for example, has the focus after this. */
async function announce(
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
    ...(provisional > 0 ? [l10n.t('Titles that are provisional: {0}.', provisional)] : []),
  ].join(' ');
  const undo = l10n.t('Undo');
  void vscode.window.showInformationMessage(plainMessage(text), undo).then(choice => {
    if (choice === undo) attempt(context.library.log, () => takeOut(context, [source], false));
  });
}
