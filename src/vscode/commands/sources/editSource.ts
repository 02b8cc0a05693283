import * as vscode from 'vscode';
import { problemText } from '../../../core/problemText';
import { parseSources } from '../../../core/sources/parseSources';
import { isRemote, type Source } from '../../../core/sources/source';
import { openAddress } from '../../openAddress';
import { type KnownSource, sourceName } from '../../sources/knownSource';
import { changeSource } from '../../sources/listedSources';
import { plainLabel } from '../../views/postText';
import type { SourcesContext } from './context';
import { sourceCount } from './refreshByHand';

const { l10n } = vscode;

type Editable = 'name' | 'group' | 'location' | 'feed' | 'baseUrl';

/** Lets the user change one thing of a source after the other. */
export async function editSource({ sources }: SourcesContext, known: KnownSource): Promise<void> {
  const { source } = known;
  const field = await vscode.window.showQuickPick(fieldsOf(source), {
    title: l10n.t('Edit {0}', plainLabel(sourceName(known))),
    placeHolder: l10n.t('What to change'),
  });
  if (!field) return;
  const value = await vscode.window.showInputBox({
    title: field.label,
    value: source[field.property] ?? (field.property === 'name' ? sourceName(known) : ''),
    prompt: field.prompt,
    validateInput: text => whyNot({ ...source, [field.property]: text }),
  });
  if (value === undefined) return;
  const [changed] = parseSources([{ ...source, [field.property]: value }]).sources;
  if (changed?.location !== source.location) await sources.forget(source, true);
  await changeSource(source, changed);
  await sources.load();
  if (changed && field.property !== 'name' && field.property !== 'group') {
    await sources.refresh([changed], true);
  }
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

function whyNot(source: Source): string | undefined {
  const [problem] = parseSources([source]).problems;
  return problem && problemText(problem, l10n.t);
}

/** Takes sources out of the list, and their posts out of the library if that is wanted. */
export async function removeSources(
  { sources }: SourcesContext,
  chosen: readonly KnownSource[],
): Promise<void> {
  const [first] = chosen;
  if (!first) return;
  const removeAll = l10n.t('Remove with Posts');
  const keepPosts = l10n.t('Keep Posts');
  const question =
    chosen.length === 1
      ? l10n.t('Remove “{0}” from the sources?', sourceName(first))
      : l10n.t('Remove {0} from the list?', sourceCount(chosen.length));
  const detail = l10n.t('Posts that another source has too, or that a document cites, stay in any case.');
  const choice = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail },
    keepPosts,
    removeAll,
  );
  if (!choice) return;
  for (const { source } of chosen) {
    await sources.forget(source, choice === keepPosts);
    await changeSource(source, undefined);
  }
}

/** Opens what a source is read from: an address in the browser, a folder in the explorer, a file in an editor. */
export async function openSource({ sources }: SourcesContext, { source }: KnownSource): Promise<void> {
  if (isRemote(source)) {
    await openAddress(source.location);
    return;
  }
  const uri = sources.ports.uriOf(source.location);
  if (!uri) return;
  await vscode.commands.executeCommand(
    source.kind === 'folder' ? 'revealInExplorer' : 'vscode.open',
    vscode.Uri.parse(uri),
  );
}
