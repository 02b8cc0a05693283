import * as vscode from 'vscode';
import type { TemplateFault, Wording } from '../../../core/citation';
import type { CitingContext } from './context';

const { l10n } = vscode;
const told = new Set<string>();

/** "Character 12: There is no field “titel”. …" */
export async function faultText(fault: TemplateFault): Promise<string> {
  const { templateFaultText } = await import('../../../core/citation');
  return l10n.t('Character {0}: {1}', fault.start + 1, templateFaultText(fault, l10n.t));
}

/** Tells each faulty template of the settings once: its default stands in for it. */
export async function tellWordingFaults(
  { library }: Pick<CitingContext, 'library'>,
  wording: Wording,
): Promise<void> {
  const { wordingFaults } = await import('../../../core/citation');
  for (const { name, fault } of wordingFaults(wording)) {
    const setting = `byline.wording.${name}`;
    const key = `${setting} ${wording[name]}`;
    if (told.has(key)) continue;
    told.add(key);
    library.log.warn(
      l10n.t('The template {0} cannot be used, so the default is. {1}', setting, await faultText(fault)),
    );
    vscode.window.setStatusBarMessage(
      `$(warning) ${l10n.t('The template {0} has a fault: run “Edit Citation Wording…”', setting)}`,
      10_000,
    );
  }
}
