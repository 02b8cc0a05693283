import * as vscode from 'vscode';
import { movedSource } from '../../../core/sources/movedSource';
import { parseSources, sourceKey } from '../../../core/sources/parseSources';
import { isRemote, type Source, type SourceKind } from '../../../core/sources/source';
import { openAddress } from '../../openAddress';
import { type KnownSource, sourceName } from '../../sources/knownSource';
import { anchored, changeSource, listedSources } from '../../sources/listedSources';
import { plainLabel, plainMessage } from '../../views/postText';
import { sourceCount } from '../../views/sourceText';
import { isReady, type SourcesContext, takeOut } from './context';
import { refreshByHand } from './refreshByHand';

const { l10n } = vscode;

type Editable = 'name' | 'group' | 'location' | 'feed' | 'baseUrl';

/** Lets the user change one thing of a source. */
export async function editSource(context: SourcesContext, known: KnownSource): Promise<void> {
  const { source } = known;
  const field = await vscode.window.showQuickPick(fieldsOf(source), {
    title: l10n.t('Edit {0}', plainLabel(sourceName(known))),
    placeHolder: l10n.t('What to change'),
  });
  if (!field) return;
  const { property } = field;
  const value = await vscode.window.showInputBox({
    title: field.label,
    value: source[property] ?? (property === 'name' ? sourceName(known) : ''),
    prompt: field.prompt,
    ignoreFocusOut: true,
    validateInput: text => whyNot({ ...source, [property]: text }, property, source),
  });
  if (value === undefined || value === (source[property] ?? '')) return;
  const [read] = parseSources([{ ...source, [property]: value }]).sources;
  if (!read) return;
  const changed = anchored(read);
  if (await replace(context, source, changed)) {
    if (property !== 'name' && property !== 'group') await refreshByHand(context, [changed]);
  }
}

/** Lists sources at the addresses to which theirs have moved for good. */
export async function useNewAddresses(
  context: SourcesContext,
  chosen: readonly KnownSource[],
): Promise<void> {
  const replaced: Source[] = [];
  for (const { outline, source, state } of chosen) {
    const moved = outline ? undefined : movedSource(source, state);
    if (!moved) continue;
    const fault = whyNot(moved, 'location', source);
    if (fault) void vscode.window.showWarningMessage(plainMessage(`${moved.location}: ${fault}`));
    else if (await replace(context, source, moved)) replaced.push(moved);
  }
  await refreshByHand(context, replaced);
}

/**
 * Lists another source in place of one; what is known of it goes along.
 * @returns whether the library can be changed, so that it was done.
 */
async function replace(context: SourcesContext, source: Source, changed: Source): Promise<boolean> {
  const isMoved = changed.location !== source.location;
  if (isMoved && !(await isReady(context))) return false;
  await changeSource(source, changed);
  try {
    if (isMoved) await context.sources.move(source, changed);
  } catch (error) {
    await changeSource(changed, source);
    throw error;
  }
  return true;
}

function fieldsOf(source: Source): (vscode.QuickPickItem & { property: Editable; prompt: string })[] {
  const field = (property: Editable, label: string, prompt: string) => ({
    property,
    label,
    prompt,
    description: plainLabel(source[property] ?? ''),
  });
  return [
    field('name', l10n.t('Name'), l10n.t('Leave it empty for the name that the source gives itself.')),
    field('group', l10n.t('Group'), l10n.t('Groups within groups are set apart by /.')),
    field(
      'location',
      isRemote(source) ? l10n.t('Address') : l10n.t('Path'),
      isRemote(source)
        ? l10n.t('The address, with https://.')
        : l10n.t('Absolute, below ~/ or relative to the first workspace folder.'),
    ),
    ...(source.kind === 'listing'
      ? [field('feed', l10n.t('Feed'), l10n.t('The address of the same site’s feed; empty for none.'))]
      : []),
    ...(source.kind === 'folder'
      ? [field('baseUrl', l10n.t('Published At'), l10n.t('The address at which its posts are published.'))]
      : []),
  ];
}

/** Why a source cannot have what `property` has now; `before` is the one in the list that it is to replace. */
export function whyNot(source: Source, property: Editable, before?: Source): string | undefined {
  if (property === 'location' && source.location.trim() === '') return l10n.t('It has to be somewhere.');
  const { sources, problems } = parseSources([source]);
  const [changed] = sources;
  if (problems.length > 0 || !changed) {
    return isRemote(source) || property !== 'location'
      ? l10n.t('An address begins with https:// or http://')
      : l10n.t('A path, not an address.');
  }
  const key = sourceKey(anchored(changed));
  const others = listedSources().sources.filter(each => !before || sourceKey(each) !== sourceKey(before));
  return before && others.some(each => sourceKey(each) === key)
    ? l10n.t('This is among your sources already.')
    : undefined;
}

/** Takes sources out of the list, and their posts out of the library if that is wanted; feeds stay in their outlines. */
export async function removeSources(context: SourcesContext, rows: readonly KnownSource[]): Promise<void> {
  const chosen = rows.filter(({ outline }) => !outline);
  const [first] = chosen;
  if (!first || !(await isReady(context))) return;
  const removeAll = l10n.t('Remove with Posts');
  const keepPosts = l10n.t('Keep Posts');
  const question =
    chosen.length === 1
      ? l10n.t('Remove “{0}” from the sources?', sourceName(first))
      : l10n.t('Remove {0} from the list?', sourceCount(chosen.length));
  const detail = l10n.t('Posts that another source has too, or that a document cites, stay in any case.');
  const choice = await vscode.window.showWarningMessage(
    plainMessage(question),
    { modal: true, detail },
    keepPosts,
    removeAll,
  );
  if (!choice) return;
  await takeOut(
    context,
    chosen.map(({ source }) => source),
    choice === keepPosts,
  );
}

/** Opens what a source is read from: an address in the browser, a folder in the explorer, a file in an editor. */
export async function openSource({ sources }: SourcesContext, { source }: KnownSource): Promise<void> {
  if (isRemote(source)) {
    await openAddress(source.location);
    return;
  }
  const uri = sources.ports.uriOf(source.location);
  if (uri) await openLocal(source.kind, vscode.Uri.parse(uri));
}

async function openLocal(kind: SourceKind, uri: vscode.Uri): Promise<void> {
  if (kind !== 'folder') await vscode.commands.executeCommand('vscode.open', uri);
  else if (vscode.workspace.getWorkspaceFolder(uri)) {
    await vscode.commands.executeCommand('revealInExplorer', uri);
  } else await vscode.env.openExternal(uri);
}
