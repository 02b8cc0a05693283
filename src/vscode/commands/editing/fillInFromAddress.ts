import * as vscode from 'vscode';
import { enrich } from '../../../core/library/library';
import { missingFacts } from '../../../core/library/missingFacts';
import type { Post, PostRecord } from '../../../core/post';
import { problemText } from '../../../core/problemText';
import { sameValue } from '../../../core/sameValue';
import type { Sources } from '../../sources/sources';
import { editableFacts, factNames } from '../../views/detailsRow';
import { plainMessage } from '../../views/postText';
import { askAddress } from '../sources/askAddress';
import type { PostEdits } from './postEdits';

const { l10n } = vscode;

/**
 * Asks the page of a post for what the post lacks. Whatever the post says stays, and what was filled in counts as
 * written by hand.
 */
export async function fillInFromAddress(post: Post, sources: Sources, edits: PostEdits): Promise<void> {
  if (post.url === undefined) return;
  const host = plainMessage(new URL(post.url).host);
  const record = await recordAt(post.url, host, sources);
  if (!record) return;
  const { sources: _, ...told } = record;
  const next = enrich(post, told);
  const filled = editableFacts.filter(fact => !sameValue(next[fact], post[fact]));
  if (filled.length === 0) {
    const lacking = missingFacts(post).map(fact => factNames[fact]());
    void vscode.window.showInformationMessage(
      lacking.length
        ? l10n.t('{0} does not say what is missing: {1}.', host, lacking.join(', '))
        : l10n.t('{0} says nothing that the post lacks.', host),
    );
    return;
  }
  if (!(await edits.change(new Map([[post.id, current => enrich(current, told)]])))) return;
  const edit = edits.latest;
  const undoLabel = l10n.t('Undo');
  const names = filled.map(fact => factNames[fact]()).join(', ');
  const choice = await vscode.window.showInformationMessage(
    l10n.t('Filled in from {0}: {1}.', host, names),
    undoLabel,
  );
  if (choice === undoLabel) await edits.undo(edit);
}

/** The post that a page says it is; where it is none, the user is told. */
async function recordAt(url: string, host: string, sources: Sources): Promise<PostRecord | undefined> {
  const found = await askAddress(url, host, (await sources.open()).sources);
  if (!found) return undefined;
  const offer = found.offers.find(offer => offer.kind === 'post');
  if (offer?.kind === 'post') return offer.post;
  void vscode.window.showWarningMessage(
    found.problem
      ? plainMessage(problemText(found.problem, l10n.t))
      : l10n.t('{0} shows no page of a post.', host),
  );
  return undefined;
}
