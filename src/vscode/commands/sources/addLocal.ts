import * as vscode from 'vscode';
import { problemText } from '../../../core/problemText';
import { parseSources } from '../../../core/sources/parseSources';
import type { Source } from '../../../core/sources/source';
import { cancellableProgress } from '../../cancellableProgress';
import { addSources, changeSource, unlistSources } from '../../sources/listedSources';
import { plainLabel, plainMessage } from '../../views/postText';
import { announce } from './announce';
import type { OutlinePlace } from './askForPlace';
import { orUnlist, type SourcesContext } from './context';
import { whyNot } from './editSource';
import { importOutline } from './outline';
import { tellListed } from './tellListed';

const { l10n } = vscode;

/** Adds a folder or file to the sources; one that cannot be read does not stay in the list. */
export async function addLocal(context: SourcesContext, source: Source): Promise<void> {
  if (tellListed(context, source)) return;
  const { sources } = context;
  const listed = await addSources([source]);
  const title = l10n.t('Reading {0}', plainMessage(source.location));
  const summary = await orUnlist(listed, async () =>
    cancellableProgress(title, signal => sources.refresh([source], true, { signal })),
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

/** Follows a list of feeds or takes what it lists by now, as the user likes. */
export async function addOutlineFile(
  context: SourcesContext,
  { uri, location }: OutlinePlace,
): Promise<void> {
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
