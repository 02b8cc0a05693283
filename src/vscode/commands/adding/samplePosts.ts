import * as vscode from 'vscode';
import { parseCslJson } from '../../../core/formats/cslJson';
import { withoutSample } from '../../../core/library/withoutSample';
import type { PostRecord } from '../../../core/post';
import type { OpenLibrary } from '../../library/openLibrary';
import { saving } from '../../library/saving';
import { numberText } from '../../numberText';

const { l10n } = vscode;

/** How long a line stays in the status bar, in ms. */
const shown = 5000;

/** The posts that come with Byline, to try everything without a network. */
export async function samplePosts(extensionUri: vscode.Uri): Promise<readonly PostRecord[]> {
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'sample-library.json');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return parseCslJson(text, uri.path).posts;
}

/** Takes the sample posts out of the library again, but for those that are the user's own by now. */
export async function removeSamplePosts(library: OpenLibrary, extensionUri: vscode.Uri): Promise<boolean> {
  const sample = await samplePosts(extensionUri);
  let removed = 0;
  const saved = await saving(library, function* (posts) {
    const left = yield* withoutSample(posts, sample);
    removed = posts.length - left.length;
    return left;
  });
  if (saved) {
    vscode.window.setStatusBarMessage(
      removed === 0
        ? l10n.t('None of the sample posts is in the library.')
        : l10n.t('Removed the sample posts ({0}).', numberText(removed)),
      shown,
    );
  }
  return saved;
}
