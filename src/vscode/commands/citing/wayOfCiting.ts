import * as vscode from 'vscode';
import type { CitationFormat, CiteRequest, Wording } from '../../../core/citation';
import type { DocumentAnalysis } from '../../../core/document';
import { runSliced } from '../../../core/sliced';
import { settings } from '../../settings';
import type { CitingContext } from './context';

/** In which format posts are cited, and what that takes. */
export type WayOfCiting = Pick<CiteRequest, 'format' | 'csl' | 'cited'> & { readonly wording: Wording };

/**
 * How posts are cited in a document, whose analysis is read where that matters; without a document as a text by itself.
 * @param format other than the settings have it
 * @throws Error that tells people what is wrong with the citation style, and what to do
 */
export async function wayOfCiting(
  { styles, known }: Pick<CitingContext, 'styles' | 'known'>,
  uri: vscode.Uri | undefined,
  analysed: () => Promise<DocumentAnalysis | undefined>,
  format?: CitationFormat,
): Promise<WayOfCiting> {
  const { citationFormat, wording } = settings(uri);
  const chosen = format ?? citationFormat;
  if (chosen !== 'csl') return { format: chosen, wording };
  const csl = await styles.formatterFor(uri);
  const analysis = await analysed();
  if (!analysis) return { format: chosen, wording, csl };
  const { citedPosts } = await import('../../../core/bibliography/citedPosts');
  const cited = citedPosts(analysis, await known.load());
  await runSliced(csl.preparing(cited));
  return { format: chosen, wording, csl, cited };
}

/** Tells that a style can't be used, with the way to the setting. */
export async function tellOfStyle(error: unknown): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  const text = error instanceof Error ? error.message : String(error);
  if ((await vscode.window.showErrorMessage(text, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'byline.csl.style');
  }
}
