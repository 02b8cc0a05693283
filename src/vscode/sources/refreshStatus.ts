import * as vscode from 'vscode';
import { problemText } from '../../core/problemText';
import { numberText } from '../numberText';
import { type KnownSource, sourceName } from './knownSource';

const { l10n } = vscode;

/** In ms, after which a refresh is worth an item of its own. */
const patience = 500;

/** Sources that the tooltip names. */
const named = 10;

/**
 * The item in the status bar for a refresh that the user asked for: how it goes, then which sources could not be read.
 * It goes once those are seen in the Sources view, where it leads, and with the next refresh.
 */
export class RefreshStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('byline.refresh', vscode.StatusBarAlignment.Left);
  #isFailing = false;
  #isSeen = false;

  constructor() {
    this.#item.name = l10n.t('Byline: Refresh');
    this.#item.command = 'byline.sources.focus';
  }

  /** Shows how `work` goes, which calls `read` for each source that has been read. */
  async during<T>(sources: number, work: (read: () => void) => Promise<T>): Promise<T> {
    this.#hide();
    let done = 0;
    const tell = () => {
      const text = l10n.t('Byline: {0} of {1} sources read', numberText(done), numberText(sources));
      this.#show('sync~spin', text, l10n.t('Show Sources'));
    };
    let isShown = false;
    const timer = setTimeout(() => {
      isShown = true;
      tell();
    }, patience);
    try {
      return await work(() => {
        done++;
        if (isShown) tell();
      });
    } finally {
      clearTimeout(timer);
      this.#hide();
    }
  }

  /** Shows that sources could not be read. @returns false where the Sources view is in view, which says it itself */
  fail(failing: readonly KnownSource[]): boolean {
    if (this.#isSeen) return false;
    this.#isFailing = true;
    const text =
      failing.length === 1
        ? l10n.t('Byline: {0} not read', sourceName(failing[0]!))
        : l10n.t('Byline: {0} sources not read', numberText(failing.length));
    const lines = failing.slice(0, named).map(known => {
      const { failure } = known.state;
      return `${sourceName(known)}: ${failure ? problemText(failure, l10n.t) : ''}`;
    });
    this.#show('warning', text, [...lines, ...(failing.length > named ? ['…'] : [])].join('\n'));
    return true;
  }

  /** Whether the Sources view, which says the same, is in view. */
  set isSeen(isSeen: boolean) {
    this.#isSeen = isSeen;
    if (isSeen && this.#isFailing) this.#hide();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(icon: string, text: string, tooltip: string): void {
    // A name that somebody else chose has no icons in it.
    this.#item.text = `$(${icon}) ${text.replaceAll('$(', '$ (')}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${text}. ${tooltip}`, role: 'button' };
    this.#item.show();
  }

  #hide(): void {
    this.#isFailing = false;
    this.#item.hide();
  }
}
