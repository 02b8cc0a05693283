import * as vscode from 'vscode';
import { citedBy } from '../../core/document/citedBy';
import type { Post } from '../../core/post';
import type { CitedPosts } from '../library/citedPosts';
import { numberText } from '../numberText';
import { authors, date, titleText, topicsText } from '../views/postText';
import { citingDocuments } from './citingDocument';
import type { FindCitation } from './foundCitation';
import { rangeIn } from './placesOf';
import { plainMarkdown } from './plainMarkdown';

const { l10n } = vscode;

/** Milliseconds that the first hover waits for the files of the workspace to be read, which it causes. */
const patience = 300;
/** Posts shown in one hover at most. */
const most = 5;

/** Shows the post that a citation means. */
export function registerHover(find: FindCitation, cited: CitedPosts): vscode.Disposable {
  let counted: Promise<unknown> | undefined;
  return vscode.languages.registerHoverProvider(citingDocuments, {
    async provideHover(document, position, token) {
      const found = await find(document, position);
      if (!found || token.isCancellationRequested) return undefined;
      const { analysis, citation, known } = found;
      const posts = citedBy(analysis, citation, known).slice(0, most);
      if (posts.length === 0) return undefined;
      counted ??= Promise.race([cited.load(), new Promise(resolve => setTimeout(resolve, patience))]);
      await counted;
      const contents = posts.map(post => postMarkdown(post, cited.citationsOf(post)));
      return new vscode.Hover(contents, rangeIn(document, citation));
    },
  });
}

/** All that is known, as text: nothing of a post becomes a link, an image or a command. */
export function postMarkdown(post: Post, files: number): vscode.MarkdownString {
  const where = [post.containerTitle, post.issued && date(post.issued)].filter(Boolean).join(' · ');
  const counted = files === 1 ? l10n.t('cited in 1 file') : l10n.t('cited in {0} files', numberText(files));
  const facts = [
    authors(post),
    where,
    topicsText(post),
    post.url ?? '',
    `@${post.id}${files > 0 ? ` · ${counted}` : ''}`,
  ];
  const lines = facts.filter(Boolean).map(plainMarkdown);
  return new vscode.MarkdownString(`**${plainMarkdown(titleText(post))}**\n\n${lines.join('  \n')}`);
}
