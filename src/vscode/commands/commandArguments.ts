import * as vscode from 'vscode';
import { type Arguments, argumentFault, commandArgumentKinds as kinds } from '../../core/commandArguments';

const { l10n } = vscode;

export type CommandWithArguments = keyof typeof kinds;
export type CommandArguments<C extends CommandWithArguments> = Arguments<(typeof kinds)[C]>;

/**
 * The arguments of a command, which come as plain JSON.
 * @throws Error that says what is wrong with them, and what is right
 */
export function commandArguments<C extends CommandWithArguments>(
  command: C,
  given: object,
): CommandArguments<C> {
  const fault = argumentFault(given, kinds[command]);
  if (!fault) return given as CommandArguments<C>;
  const { code, name, choices } = fault;
  switch (code) {
    case 'unknownArgument':
      throw new Error(
        l10n.t('{0} takes no “{1}”; it takes {2}.', command, name.slice(0, 60), choices.join(', ')),
      );
    case 'noText':
      throw new Error(l10n.t('{0}: “{1}” has to be a text that is not empty.', command, name));
    case 'noTexts':
      throw new Error(l10n.t('{0}: “{1}” has to be a list of texts.', command, name));
    default:
      throw new Error(l10n.t('{0}: “{1}” has to be one of {2}.', command, name, choices.join(', ')));
  }
}
