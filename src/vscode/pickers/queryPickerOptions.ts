import type * as vscode from 'vscode';
import type { Section } from './queryRows';

/** What a query comes to: the rows before and after those about the query itself. */
export interface Answer<Row> {
  readonly first?: Section<Row>;
  readonly rest?: Section<Row>;
  /** Stands beside the title. */
  readonly count?: string | undefined;
}

/** A button of a row or of the picker, which closes the picker unless it says otherwise. */
export interface PickerButton extends vscode.QuickInputButton {
  readonly keepsOpen?: boolean;
}

/** A button of the picker, on the active row. */
export interface TitleButton<Row> extends PickerButton {
  /** @param row the active one, unless that is about the query */
  readonly run: (row: Row | undefined) => unknown;
}

export interface QueryPickerOptions<Row extends vscode.QuickPickItem> {
  /** Asked for anew with each answer, as the buttons are. */
  readonly title: string;
  readonly buttons?: readonly TitleButton<Row>[];
  readonly placeholder: string;
  /** The query at the start. */
  readonly query?: string;
  /** Answers a query; an answer that a newer query overtakes is dropped. */
  readonly answer: (query: string) => Promise<Answer<Row>>;
  /** Runs once, when the picker closes: with the row picked, if any. */
  readonly close: (row: Row | undefined) => unknown;
  readonly press?: (button: PickerButton, row: Row) => unknown;
  /** What to say of a row while it is the active one. */
  readonly tell?: (row: Row) => Promise<string | undefined>;
}
