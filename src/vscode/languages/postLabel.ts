import type * as vscode from 'vscode';
import { displayName } from '../../core/name';
import type { Post } from '../../core/post';
import { titleText } from '../views/postText';

/** "Castrapel et al. 2021  ConsoleMe: A Central Control Plane …". */
export function postLabel(post: Post, description: string): vscode.CompletionItemLabel {
  const [first, second, ...others] = post.author.map(name => name.family ?? displayName(name));
  const names = others.length > 0 ? `${first} et al.` : [first, second].filter(Boolean).join(' & ');
  const label = [names, post.issued?.year].filter(Boolean).join(' ');
  return label
    ? { label, detail: `  ${titleText(post)}`, description }
    : { label: titleText(post), description };
}
