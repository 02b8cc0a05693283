import * as vscode from 'vscode';
import type { ToolName } from '../../core/tools';
import type { ToolParts } from './invokeTool';

const { l10n } = vscode;

type Input = Readonly<Record<string, unknown>>;

/** What the chat says while a tool works, by what the manifest calls it. */
const tools: Readonly<Record<`byline_${ToolName}`, (input: Input) => string>> = {
  byline_search_posts: ({ query }) => l10n.t('Searching posts for “{0}”', shown(query)),
  byline_get_post: ({ post }) => l10n.t('Looking up the post {0}', shown(post)),
  byline_cite_post: ({ post }) => l10n.t('Citing the post {0}', shown(post)),
  byline_check_citations: ({ path }) =>
    path === undefined ? l10n.t('Checking citations') : l10n.t('Checking the citations of {0}', shown(path)),
};

/**
 * The tools of the editor's assistants. They read the library and write nothing, so that nobody has to confirm them;
 * what they need is loaded at the first call.
 */
export function registerTools(parts: ToolParts): vscode.Disposable {
  // Editors that are made from VS Code may lack it.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => {});
  return vscode.Disposable.from(
    ...Object.entries(tools).map(([name, message]) =>
      vscode.lm.registerTool<Input>(name, {
        prepareInvocation: ({ input }) => ({ invocationMessage: message(input ?? {}) }),
        invoke: async ({ input }, token) => {
          const { invokeTool } = await import('./editorTools');
          return invokeTool(parts, name.replace('byline_', '') as ToolName, input, token);
        },
      }),
    ),
  );
}

/** In one line, as a model may have made it up. */
const shown = (value: unknown): string => String(value).replace(/\s+/g, ' ').slice(0, 80);
