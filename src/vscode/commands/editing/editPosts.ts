import * as vscode from 'vscode';
import { isoDate } from '../../../core/date';
import { type FactsMatch, matchFacts, parseFacts, withMissingFacts } from '../../../core/library/fillIn';
import type { Post } from '../../../core/post';
import { numberText } from '../../numberText';
import { type EditableFact, editableFacts } from '../../views/detailsRow';
import { authors, between, plainLabel, titleText } from '../../views/postText';
import { editedFacts, type Field, type OtherPosts } from './editedFacts';

export { noteRemovals } from '../../library/removals';
export { editedFacts } from './editedFacts';
export { fillInFromAddress } from './fillInFromAddress';
export { PostEdits } from './postEdits';
export { tellCitedKey } from './tellCitedKey';

const { l10n } = vscode;

/** Changes posts of the library, by their ids. @returns whether it was saved */
export type ChangePosts = (changes: ReadonlyMap<string, (post: Post) => Post>) => Promise<boolean>;

/** Asks for a fact and what it is to be. */
export async function editPost(post: Post, change: ChangePosts, others: OtherPosts): Promise<void> {
  const fact = await pickFact(post);
  if (fact) await editFact(post, fact, change, others);
}

/**
 * Asks what a fact is to be.
 * @param whenAsked runs before anything is saved, whatever the answer.
 */
export async function editFact(
  post: Post,
  fact: EditableFact,
  change: ChangePosts,
  others: OtherPosts,
  whenAsked: () => Promise<void> = async () => {},
): Promise<void> {
  const field = editedFacts[fact];
  const text = await askFor(field, post, others);
  await whenAsked();
  if (text !== undefined && changed(field, post, text) !== post)
    await change(new Map([[post.id, current => changed(field, current, text)]]));
}

/** Asks for what a post lacks; of many, takes it from the clipboard. */
export async function fillInPosts(
  posts: readonly Post[],
  change: ChangePosts,
  others: OtherPosts,
): Promise<void> {
  if (posts.length === 1) {
    await fillInOne(posts[0]!, change, others);
    return;
  }
  const matches = await reviewMatches(posts);
  if (matches.length) {
    await change(
      new Map(matches.map(({ post, facts }) => [post.id, current => withMissingFacts(current, facts)])),
    );
  }
}

/** The post with the text put into the field; a text that was not touched changes nothing, so what was made up stays so. */
function changed(field: Field, post: Post, text: string): Post {
  return text === lineOf(field, post) ? post : field.change(post, text);
}

/** As an input can show it, which would leave out the ends of lines and join the words beside them. */
function lineOf(field: Field, post: Post): string {
  const lines = field.value(post).split(/[\r\n]+/);
  return lines
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ');
}

async function pickFact(post: Post): Promise<EditableFact | undefined> {
  const rows = editableFacts.map(fact => ({
    label: editedFacts[fact].label,
    description: plainLabel(editedFacts[fact].value(post)),
    fact,
  }));
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Edit “{0}”', titleText(post)),
    placeHolder: l10n.t('What to change'),
  });
  return row?.fact;
}

function askFor(field: Field, post: Post, others: OtherPosts, step?: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: step ? l10n.t('{0} ({1})', field.label, step) : field.label,
    value: lineOf(field, post),
    ...(field.prompt ? { prompt: field.prompt } : {}),
    ignoreFocusOut: true,
    validateInput: text => field.check?.(text, post, others),
  });
}

/** Title, address and date, one after the other; Escape keeps what was entered so far. */
async function fillInOne(post: Post, change: ChangePosts, others: OtherPosts): Promise<void> {
  const steps = [editedFacts.title, editedFacts.url, editedFacts.issued];
  for (const [index, field] of steps.entries()) {
    const text = await askFor(field, post, others, `${index + 1}/${steps.length}`);
    if (text === undefined) {
      return;
    }
    const saved = await change(new Map([[post.id, current => changed(field, current, text)]]));
    if (!saved) {
      return;
    }
  }
}

/** Takes titles and addresses from the clipboard, and shows which post each seems to be about. */
async function reviewMatches(posts: readonly Post[]): Promise<readonly FactsMatch[]> {
  const facts = parseFacts(await vscode.env.clipboard.readText());
  const matches = matchFacts(posts, facts);
  if (matches.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t(
        'Copy a list of the posts’ titles or addresses, one a line, then run “Fill In Missing Facts” again. The clipboard holds none that fits these posts.',
      ),
    );
    return [];
  }
  const rows = matches.map(match => ({
    label: plainLabel(match.facts.title ?? match.facts.url ?? ''),
    detail: plainLabel([match.post.title, authors(match.post)].filter(Boolean).join(between.heard)),
    description: [match.facts.title && match.facts.url, match.facts.issued && isoDate(match.facts.issued)]
      .filter(Boolean)
      .join(between.heard),
    picked: match.likeness > 0.5,
    match,
  }));
  const chosen = await vscode.window.showQuickPick(rows, {
    title: l10n.t(
      'Fill In Missing Facts: {0} of {1} lines fit a post',
      numberText(matches.length),
      numberText(facts.length),
    ),
    placeHolder: l10n.t('Check the lines that are about the post below them'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return (chosen ?? []).map(row => row.match);
}
