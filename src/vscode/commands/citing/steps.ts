import * as vscode from 'vscode';
import { tellUnder } from '../../pickers/tellUnder';

/** What came of one step of several: an answer, or where to go instead. */
export type Answered<Value> = { readonly value: Value } | 'back' | 'cancel' | 'skip';

interface Step {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly placeholder: string;
}

/** Milliseconds without another key before it is told what a text comes to. */
const quiet = 60;

export interface TextStep extends Step {
  readonly value: string;
  /** What the text comes to, for the prompt. */
  readonly tell?: (text: string) => Promise<string>;
  /** What is wrong with the text; Enter takes none that has a fault. */
  readonly check?: (text: string) => Promise<string | undefined>;
}

/** Asks for a text, which may be empty. */
export function askText({
  title,
  step,
  placeholder,
  value,
  tell,
  check,
}: TextStep): Promise<Answered<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { title, placeholder, value, ignoreFocusOut: true });
  if (step > 0) {
    input.step = step;
    input.totalSteps = totalSteps;
    if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  }
  const look = async () => {
    const text = input.value;
    const [prompt, fault] = await Promise.all([tell?.(text), check?.(text)]);
    if (text !== input.value) return;
    input.prompt = prompt;
    input.validationMessage = fault;
  };
  let looking: ReturnType<typeof setTimeout> | undefined;
  return new Promise((resolve, reject) => {
    const lookSoon = () => {
      clearTimeout(looking);
      looking = setTimeout(() => look().catch(reject), quiet);
    };
    input.onDidChangeValue(lookSoon);
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidAccept(async () => {
      const { value } = input;
      const fault = await check?.(value);
      if (fault) input.validationMessage = fault;
      else resolve({ value });
    });
    input.onDidHide(() => resolve('cancel'));
    input.show();
    look().catch(reject);
  }).finally(() => {
    clearTimeout(looking);
    input.dispose();
  }) as Promise<Answered<string>>;
}

/** Of a citation's details. */
const totalSteps = 4;

export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
  /** Said while the row is the active one. */
  readonly text?: string;
}

/** Asks for one of several rows. */
export function askChoice<Value>({
  title,
  step,
  placeholder,
  rows,
  value,
}: Step & {
  readonly rows: readonly Choice<Value>[] | Promise<readonly Choice<Value>[]>;
  readonly value?: Value;
}): Promise<Answered<Value>> {
  const picker = vscode.window.createQuickPick<Choice<Value>>();
  Object.assign(picker, { title, placeholder, busy: true, ignoreFocusOut: step > 0 });
  if (step > 0) Object.assign(picker, { step, totalSteps });
  if (step > 1) picker.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answered<Value>>((resolve, reject) => {
    const show = async () => {
      picker.items = await rows;
      picker.busy = false;
      if (value !== undefined) picker.activeItems = picker.items.filter(row => row.value === value);
    };
    picker.onDidChangeActive(([row]) => tellUnder(picker, row, row?.text));
    picker.onDidTriggerButton(() => resolve('back'));
    picker.onDidAccept(() => {
      const [row] = picker.selectedItems;
      if (row) resolve({ value: row.value });
    });
    picker.onDidHide(() => resolve('cancel'));
    picker.show();
    show().catch(reject);
  }).finally(() => picker.dispose());
}
