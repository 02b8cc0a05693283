import type * as vscode from 'vscode';
import { displayName } from '../../core/name';
import type { Name, Post } from '../../core/post';
import { titleText } from '../views/postText';

/** "Castrapel et al. 2021  ConsoleMe: A Central Control Plane …". */
export function postLabel(post: Post, description?: string): vscode.CompletionItemLabel {
  const title = titleText(post);
  const [first, second, ...others] = post.author.map(shortName);
  const names = others.length > 0 ? `${first} et al.` : [first, second].filter(Boolean).join(' & ');
  const label = [names, post.issued?.year].filter(Boolean).join(' ');
  return {
    ...(label ? { label, detail: `  ${title}` } : { label: title }),
    ...(description && { description }),
  };
}

function shortName(name: Name): string {
  if (!name.family) return displayName(name);
  return [name.nonDroppingParticle, name.family].filter(Boolean).join(' ');
}
