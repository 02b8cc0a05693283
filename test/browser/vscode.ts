import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../vscode/install.mjs';

const quickInput = '.quick-input-widget:not([style*="display: none"]) input[type="text"]';

/** An open VS Code, and what a person does in it. `page` is for all the rest. */
export class Vscode {
  constructor(
    readonly page: Page,
    readonly workspace: string,
    readonly extensionsDir: string,
    readonly dispose: () => Promise<void>,
  ) {}

  /** Runs a command by its title in the palette, e.g. `Byline: Search Posts`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickPickRows.filter({ hasText: title }).first();
    const timeout = 5000;
    const take = async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.fill(`>${title}`, { timeout });
      await row.click({ timeout });
      return true;
    };
    // The palette of a window that has just opened may not know the command yet, and what opens there may close it.
    for (let attempt = 0; !(await take().catch(() => false)); attempt++) {
      if (attempt === 4) throw new Error(`The palette has no command "${title}".`);
      await this.page.keyboard.press('Escape');
    }
    await this.gone(`>${title}`);
  }

  /** Types into the open quick pick and takes the first row with this text. */
  async pick(query: string, hasText: string): Promise<void> {
    await this.quickInput.fill(query);
    await this.quickPickRows.filter({ hasText }).first().click();
    await this.gone(query);
  }

  /** A quick pick stays open a while after a choice: waits until what was typed into it cannot mix with the next. */
  private async gone(query: string): Promise<void> {
    await this.page.waitForFunction(
      ([selector, typed]) => document.querySelector<HTMLInputElement>(selector)?.value !== typed,
      [quickInput, query] as const,
    );
  }

  /** Puts a text on the clipboard. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** Opens a file of the workspace in an editor that has the focus. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.and(this.page.getByPlaceholder('Search files by name')).waitFor();
    await this.pick(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.click({ position: { x: 200, y: 10 } });
  }

  /** The lines of the active editor that are in view, as they are wrapped there. */
  async editorText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').all();
    const placed = await Promise.all(
      lines.map(async line => ({
        top: (await line.boundingBox())?.y ?? 0,
        text: (await line.textContent()) ?? '',
      })),
    );
    placed.sort((a, b) => a.top - b.top);
    return placed.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  /** Saves the active editor, then reads a file of the workspace. */
  async savedText(name: string): Promise<string> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    return readFileSync(join(this.workspace, name), 'utf8');
  }

  /** Shows a view container by its name in the activity bar. */
  async openView(name: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click();
    await this.page.locator('.part.sidebar .title-label', { hasText: name }).waitFor();
  }

  /** Waits until a part of the window is no longer redrawn: a click on what is replaced meanwhile does nothing. */
  async still(part: Locator): Promise<void> {
    await part.evaluate(
      (element, milliseconds) =>
        new Promise<void>(resolve => {
          let changedAt = performance.now();
          const observer = new MutationObserver(() => {
            changedAt = performance.now();
          });
          observer.observe(element, { childList: true, subtree: true, characterData: true });
          const timer = setInterval(() => {
            if (performance.now() - changedAt < milliseconds) return;
            clearInterval(timer);
            observer.disconnect();
            resolve();
          }, 50);
        }),
      300,
    );
  }

  /** The rows of the trees in the side bar that are in view: `await vscode.treeRows.filter({ hasText }).click()`. */
  get treeRows(): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row');
  }

  get quickInput(): Locator {
    return this.page.locator(quickInput);
  }

  get quickPickRows(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  get notifications(): Locator {
    return this.page.locator('.notification-list-item-message');
  }

  /** The text editor that is in front. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first();
  }

  /** Saves a picture in test-output/ and gives its path. */
  async screenshot(name: string): Promise<string> {
    const folder = join(root, 'test-output');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
