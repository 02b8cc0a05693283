import * as vscode from 'vscode';
import { unreadableKeyText } from '../../../core/bibliography/faultText';
import { type CitationFormat, citationFormats } from '../../../core/citation';
import { isPandocKey } from '../../../core/citation/key';
import type { CslCite } from '../../../core/csl';
import { numberText } from '../../numberText';
import { plainLabel, titleText } from '../../views/postText';
import type { CitingPlace } from './citingPlace';
import { shownText } from './shownText';
import { askChoice } from './steps';

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
  const rows = citationFormats.map(async format => {
    const text = await textOf(place, cites, format);
    return { value: format, text, label: formatLabels[format], detail: plainLabel(text) };
  });
  const answer = await askChoice({
    title:
      cites.length === 1
        ? l10n.t('Insert “{0}” As', titleText(first.post))
        : l10n.t('Insert {0} Posts As', numberText(cites.length)),
    step: 0,
    placeholder: l10n.t('The default is the setting “Citation Format”'),
    rows: Promise.all(rows),
  });
  return typeof answer === 'object' ? answer.value : undefined;
}

/** What citing would write, or why it can't. */
export async function textOf(
  place: CitingPlace,
  cites: readonly CslCite[],
  format?: CitationFormat,
): Promise<string> {
  try {
    const plan = await place.plan(cites, format);
    const unreadable = cites.find(({ post }) => plan.format === 'pandoc' && !isPandocKey(post.id));
    return unreadable ? unreadableKeyText(unreadable.post.id, l10n.t) : shownText(plan.written);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
