import * as vscode from 'vscode';
import { type CitationFormat, citationFormats } from '../../../core/citation';
import type { CslCite } from '../../../core/csl';
import { plainLabel, titleText } from '../../views/postText';
import type { CitingPlace } from './citingPlace';
import { shownText } from './shownText';

const { l10n } = vscode;

export const formatLabels: Record<CitationFormat, string> = {
  inlineLink: l10n.t('Inline link'),
  referenceLink: l10n.t('Reference link'),
  footnote: l10n.t('Footnote'),
  pandoc: l10n.t('Pandoc key'),
  csl: l10n.t('Citation style'),
};

/** Asks for a format; each row shows what it would write. */
export async function chooseFormat(
  place: CitingPlace,
  cites: readonly CslCite[],
): Promise<CitationFormat | undefined> {
  const [first] = cites;
  if (!first) return undefined;
  const rows = Promise.all(
    citationFormats.map(async format => ({
      format,
      label: formatLabels[format],
      detail: plainLabel(await textOf(place, cites, format)),
    })),
  );
  const title =
    cites.length === 1
      ? l10n.t('Insert “{0}” As', titleText(first.post))
      : l10n.t('Insert {0} Posts As', cites.length);
  const row = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: l10n.t('The default is the setting “Citation Format”'),
  });
  return row?.format;
}

/** What citing would write, or why it can't. */
export async function textOf(
  place: CitingPlace,
  cites: readonly CslCite[],
  format?: CitationFormat,
): Promise<string> {
  try {
    return shownText((await place.plan(cites, format)).written);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
