import * as vscode from 'vscode';
import type { Wording } from '../../../core/citation';
import type { Post } from '../../../core/post';
import { settings } from '../../settings';
import { plainLabel, plainPrompt } from '../../views/postText';
import type { CitingContext } from './context';
import { recentPosts } from './recentPosts';
import { shownText } from './shownText';
import { askText } from './steps';
import { faultText } from './wordingFaults';

const { l10n } = vscode;

/** Lets a template be edited; a post of the library is shown worded by it, or its fault, as somebody types. */
export async function editWording(context: CitingContext): Promise<void> {
  const { library, lastEditor } = context;
  const scope = lastEditor.document?.uri;
  await library.load();
  const { wording } = settings(scope);
  const post = samplePost(context);
  const { renderCitation, templateFaults } = await import('../../../core/citation');
  const worded = (name: keyof Wording, template: string): string => {
    if (!post) return '';
    const format = name === 'linkText' ? 'inlineLink' : 'footnote';
    const { text, definition } = renderCitation(post, format, { wording: { ...wording, [name]: template } });
    return shownText({ citation: definition ?? text, definitions: [] });
  };

  const row = await vscode.window.showQuickPick(
    names.map(name => ({ name, label: labels[name], detail: plainLabel(worded(name, wording[name])) })),
    { title: l10n.t('Edit Citation Wording'), placeHolder: l10n.t('Which template?') },
  );
  if (!row) return;
  const { name, label } = row;
  const place = placeOf(name, scope);
  const answer = await askText({
    title: l10n.t('{0} ({1})', label, place.text),
    step: 0,
    placeholder: l10n.t('Empty for the default'),
    value: wording[name],
    async tell(text) {
      return plainPrompt(worded(name, text.trim() ? text : settingsDefault(name)));
    },
    async check(text) {
      const [fault] = templateFaults(name, text);
      return fault && plainPrompt(await faultText(fault));
    },
  });
  if (typeof answer !== 'object') return;
  const template = answer.value.trim() ? answer.value : undefined;
  await vscode.workspace
    .getConfiguration('byline', scope)
    .update(`wording.${name}`, template === settingsDefault(name) ? undefined : template, place.target);
}

const names = ['linkText', 'note'] as const satisfies readonly (keyof Wording)[];

const labels: Record<keyof Wording, string> = {
  linkText: l10n.t('Text of links'),
  note: l10n.t('Footnotes, and posts without an address'),
};

const settingsDefault = (name: keyof Wording): string =>
  vscode.workspace.getConfiguration('byline').inspect<string>(`wording.${name}`)?.defaultValue ?? '';

/** The post cited or shown last, else any. */
function samplePost(context: CitingContext): Post | undefined {
  const { library, chosen } = context;
  const [recent] = recentPosts(context).flatMap(id => library.post(id) ?? []);
  return recent ?? chosen.shown() ?? library.posts[0];
}

/** The level of the settings where a template stands, or else the user's own. */
function placeOf(name: keyof Wording, scope: vscode.Uri | undefined) {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  if (!vscode.workspace.isTrusted) {
    return {
      target: Global,
      text: l10n.t('your settings; this workspace is restricted, so its own are not used'),
    };
  }
  const written = vscode.workspace.getConfiguration('byline', scope).inspect<string>(`wording.${name}`);
  if (written?.workspaceFolderValue !== undefined) {
    return { target: WorkspaceFolder, text: l10n.t('settings of this folder') };
  }
  return written?.workspaceValue === undefined
    ? { target: Global, text: l10n.t('your settings') }
    : { target: Workspace, text: l10n.t('settings of this workspace') };
}
