import * as vscode from 'vscode';
import { type Explanation, explain } from '../../core/search/explain';
import { isEmptyQuery, parseQuery } from '../../core/search/query';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { valuesOf } from './libraryValues';
import type { Answer, PickerButton, QueryPickerOptions } from './queryPickerOptions';
import {
  aboutQuery,
  operatorSection,
  type QueryButton,
  type QueryRow,
  type Section,
  savedSection,
} from './queryRows';
import { saveSearch } from './savedSearches';
import { setOther, showSections } from './steadyRows';
import { tellUnder } from './tellUnder';

const { l10n } = vscode;

/** Milliseconds: when keys begin to queue, and when somebody begins to wonder. */
const slow = { key: 8, answer: 400 };

/** Milliseconds that a row is the active one before something is said of it, so that keys don't wait for that. */
const settled = 80;

const saveButton = { iconPath: new vscode.ThemeIcon('bookmark'), tooltip: l10n.t('Save Search') };
const helpButton = { iconPath: new vscode.ThemeIcon('question'), tooltip: l10n.t('Show Operators') };

/**
 * A quick pick whose input is a query: it completes operators, says how the query was understood, and lists operators
 * and saved searches. The last answer stays until the next is ready; VS Code's own filter and sorting are kept out.
 */
export class QueryPicker<Row extends vscode.QuickPickItem> {
  readonly #picker = vscode.window.createQuickPick<Row | QueryRow>();
  readonly #values;
  readonly #listening: vscode.Disposable;
  /** The rows about the query itself, which keep the picker open. */
  #about: readonly QueryRow[] = [];
  /** What Enter means unless another row is chosen. */
  #preferred: Row | QueryRow | undefined;
  #explanation: Explanation = explain('');
  #answered: string | undefined;
  #isStale = false;
  #refreshing: Promise<void> | undefined;
  #listsOperators = false;
  #isAway = false;
  /** Milliseconds that the last answer took. */
  #cost = 0;
  #isClosed = false;
  /** The row to make active, where another one would be. */
  #wanted: Row | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly library: OpenLibrary,
    search: PostSearch,
    readonly options: QueryPickerOptions<Row>,
  ) {
    const picker = this.#picker;
    this.#values = valuesOf(search);
    picker.title = options.title;
    picker.placeholder = library.isLoaded ? options.placeholder : l10n.t('Reading the library…');
    picker.value = options.query ?? '';
    // Not in the typed API, but honoured: keeps the order of `items` instead of putting label matches first.
    (picker as { sortByLabel?: boolean }).sortByLabel = false;
    this.#listening = vscode.Disposable.from(
      picker,
      library.onDidChange(() => this.answerAgain()),
      search.onDidChangeMatches(() => this.answerAgain()),
      picker.onDidChangeValue(() => this.#changed()),
      picker.onDidChangeActive(() => this.#tellSoon()),
      picker.onDidAccept(() => attempt(library.log, () => this.#accept())),
      picker.onDidTriggerButton(button => this.#pressTitle(button)),
      picker.onDidTriggerItemButton(({ button, item }) => this.#press(button, item)),
      picker.onDidHide(() => this.#isAway || this.#close(undefined)),
    );
    picker.show();
    attempt(library.log, async () => {
      await this.#refresh();
      await search.warm();
      await this.#gatherValues();
    });
  }

  /** Answers the query as it is now: one search at a time, and of the keys that come meanwhile only the last. */
  #refresh(): Promise<void> {
    this.#isStale = true;
    this.#refreshing ??= this.#catchUp().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #catchUp(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      if (this.#cost > slow.key) {
        // Lets the keys in that wait already, so that only the last of them is answered.
        await new Promise(resolve => setTimeout(resolve, 0));
      }
      this.#isStale = false;
      await this.#answer(this.#picker.value);
    }
  }

  async #answer(query: string): Promise<void> {
    const lists = this.#listsOperators || query.trim() === '?';
    const started = performance.now();
    const values = this.#values.current;
    const explanation = explain(query, values, l10n.t);
    const answer = lists ? {} : await this.#patiently(() => this.options.answer(query));
    if (this.#isStale || this.#isClosed) {
      return;
    }
    this.#cost = performance.now() - started;
    this.#explanation = explanation;
    const hasRows = (answer.first?.rows.length ?? 0) + (answer.rest?.rows.length ?? 0) > 0;
    const about = lists
      ? operatorSection(query)
      : query.trim() === ''
        ? savedSection(() => this.#refresh())
        : aboutQuery(query, explanation, values, hasRows);
    // Before the rows: whatever is set has the window measure all that is drawn already.
    setOther(this.#picker, 'title', this.#title(answer.count));
    setOther(this.#picker, 'placeholder', this.options.placeholder);
    const own = this.options.buttons ?? [];
    const buttons = [...own, ...(isEmptyQuery(parseQuery(query)) ? [] : [saveButton]), helpButton];
    if (!sameButtons(buttons, this.#picker.buttons)) {
      this.#picker.buttons = buttons;
    }
    this.#show(query, answer, about);
    this.#tellSoon();
  }

  /** The title says so while an answer takes long, as when the search is built. */
  async #patiently<Result>(answering: () => Promise<Result>): Promise<Result> {
    const waiting = setTimeout(() => {
      setOther(this.#picker, 'busy', true);
      setOther(this.#picker, 'title', l10n.t('{0} (getting ready…)', this.options.title));
    }, slow.answer);
    try {
      return await answering();
    } finally {
      clearTimeout(waiting);
      setOther(this.#picker, 'busy', false);
    }
  }

  /** "Search Posts: by Jane Doe, 2019 to 2021 (100 of 2,345)". */
  #title(count: string | undefined): string {
    const { line } = this.#explanation;
    const title = line ? l10n.t('{0}: {1}', this.options.title, line) : this.options.title;
    return count ? l10n.t('{0} ({1})', title, count) : title;
  }

  #show(query: string, { first, rest }: Answer<Row>, about: Section<QueryRow>): void {
    const picker = this.#picker;
    const before = query === this.#answered ? (this.#wanted ?? picker.activeItems[0]) : undefined;
    this.#wanted = undefined;
    const inPicker = showSections(picker, [first, about, rest]);
    const proposal = about.rows.find(row => row.isProposal);
    const preferred = proposal ?? first?.rows[0] ?? rest?.rows[0] ?? about.rows[0];
    this.#answered = query;
    this.#about = about.rows.map(inPicker);
    this.#preferred = preferred && inPicker(preferred);
    const active = picker.items.find(item => before && isSameRow(item, before)) ?? this.#preferred;
    // VS Code makes the first row active by itself; to tell it so costs a second drawing.
    if (active && active !== before && active !== picker.items[1]) {
      picker.activeItems = [active];
    }
  }

  async #gatherValues(): Promise<void> {
    const before = this.#values.current;
    await this.#values.gather();
    if (before !== this.#values.current && this.#picker.value.includes(':')) {
      await this.#refresh();
    }
  }

  #write(query: string): void {
    this.#picker.value = query;
    this.#changed();
  }

  #changed(): void {
    this.#listsOperators = false;
    this.answerAgain();
  }

  /** Answers the query that is there, as it may have another answer now. */
  answerAgain(): void {
    attempt(this.library.log, () => this.#refresh());
  }

  async #accept(): Promise<void> {
    const picker = this.#picker;
    const query = picker.value;
    // A fast typist presses Enter before the rows of the last key are there, or are known to be the active ones:
    // then the preferred row is meant, and never a row of the key before. Whoever types on has thought better of it.
    if (this.#answered !== query) {
      await this.#refresh();
    }
    if (picker.value !== query || this.#answered !== query || this.#isClosed) {
      return;
    }
    const row = this.#chosen;
    if (!this.#isAbout(row)) {
      this.#close(row);
    } else if (row.query !== undefined) {
      this.#write(row.query);
    }
  }

  /** The row that Enter would take. */
  get #chosen(): Row | QueryRow | undefined {
    const { activeItems, items } = this.#picker;
    const [active] = activeItems;
    return active && items.includes(active) ? active : this.#preferred;
  }

  #press(button: PickerButton, row: Row | QueryRow): void {
    if (this.#isAbout(row)) {
      attempt(this.library.log, () => (button as QueryButton).change());
    } else {
      this.#run(button, row, () => this.options.press?.(button, row));
    }
  }

  #pressTitle(button: vscode.QuickInputButton): void {
    const own = this.options.buttons?.find(other => other === button);
    if (own) {
      const row = this.#chosen;
      const active = this.#isAbout(row) ? undefined : row;
      this.#run(own, undefined, () => own.run(active));
    } else if (button === saveButton) {
      attempt(this.library.log, () => this.#save());
    } else {
      this.#listsOperators = !this.#listsOperators;
      this.answerAgain();
    }
  }

  /** A button that keeps the picker open may have changed what the rows and the title say. */
  #run({ keepsOpen }: PickerButton, row: Row | undefined, run: () => unknown): void {
    if (!keepsOpen) this.#close(undefined);
    attempt(this.library.log, async () => {
      await run();
      if (!keepsOpen) return;
      this.#wanted = row;
      await this.#refresh();
    });
  }

  #tellSoon(): void {
    const { tell } = this.options;
    if (!tell) return;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => attempt(this.library.log, () => this.#tell(tell)), settled);
  }

  async #tell(tell: (row: Row) => Promise<string | undefined>): Promise<void> {
    const row = this.#chosen;
    const text = row && !this.#isAbout(row) ? await tell(row) : undefined;
    if (this.#isClosed || this.#isAway || row !== this.#chosen) return;
    const told = tellUnder(this.#picker, row, text);
    if (row === this.#preferred) this.#preferred = told;
  }

  /** Another input takes the place of the picker while it asks for a name. */
  async #save(): Promise<void> {
    this.#isAway = true;
    try {
      await saveSearch(this.#picker.value.trim(), this.#explanation.summary);
    } finally {
      this.#isAway = false;
      this.#picker.items = []; // which the other input has cleared from the window
      this.#picker.show();
      await this.#refresh();
    }
  }

  #close(row: Row | undefined): void {
    if (!this.#isClosed) {
      this.#isClosed = true;
      clearTimeout(this.#telling);
      this.#listening.dispose();
      attempt(this.library.log, () => this.options.close(row));
    }
  }

  #isAbout(row: Row | QueryRow | undefined): row is QueryRow {
    return this.#about.some(about => about === row);
  }
}

function sameButtons(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((button, at) => button === others[at]);
}

function isSameRow(a: vscode.QuickPickItem, b: vscode.QuickPickItem): boolean {
  return a.label === b.label && a.description === b.description;
}
