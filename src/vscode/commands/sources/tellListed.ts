import * as vscode from 'vscode';
import { parseUrl } from '../../../core/parseUrl';
import { sourceKey } from '../../../core/sources/parseSources';
import { isRemote, type Source } from '../../../core/sources/source';
import { sourceId } from '../../../core/sources/sourceId';
import { attempt } from '../../attempt';
import { listedSources } from '../../sources/listedSources';
import { plainMessage } from '../../views/postText';
import type { SourcesContext } from './context';
import { refreshByHand } from './refreshByHand';

const { l10n } = vscode;

/** Says that a source is listed already, if it is. */
export function tellListed(context: SourcesContext, source: Pick<Source, 'kind' | 'location'>): boolean {
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
