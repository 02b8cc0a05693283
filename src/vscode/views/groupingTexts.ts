import * as vscode from 'vscode';
import type { Grouping } from '../../core/grouping/grouping';

const { l10n } = vscode;

/** What the Posts view calls a way of grouping and the group of posts that have none, and its icon. */
export const groupingTexts: Record<Grouping, { root: () => string; without: () => string; icon: string }> = {
  author: { root: () => l10n.t('Authors'), without: () => l10n.t('No author'), icon: 'person' },
  topic: { root: () => l10n.t('Topics'), without: () => l10n.t('No topic'), icon: 'tag' },
  publication: { root: () => l10n.t('Publications'), without: () => l10n.t('No publication'), icon: 'book' },
  year: { root: () => l10n.t('Years'), without: () => l10n.t('Undated'), icon: 'calendar' },
};
