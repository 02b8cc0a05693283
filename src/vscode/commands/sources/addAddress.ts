import * as vscode from 'vscode';
import { isProvisional } from '../../../core/post';
import type { Problem } from '../../../core/problem';
import { problemText } from '../../../core/problemText';
import type { SourceResult } from '../../../core/sources';
import { webAddress } from '../../../core/sources/webAddress';
import { openAddress } from '../../openAddress';
import { addSources } from '../../sources/listedSources';
import { plainMessage } from '../../views/postText';
import { allowHost } from './allowHost';
import { announce } from './announce';
import { askAddress } from './askAddress';
import { chooseOffer } from './chooseOffer';
import { orUnlist, type SourcesContext } from './context';
import { addOutline } from './outline';
import { tellListed } from './tellListed';

const { l10n } = vscode;

/** Adds what an address turns out to be, as far as the user wants it. */
export async function addAddress(context: SourcesContext, address: string): Promise<void> {
  if (tellListed(context, { kind: 'feed', location: address })) return;
  const discovery = await askAddress(address, plainMessage(address), context.sources);
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
  const offer = await chooseOffer(offers, discovery.url);
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
