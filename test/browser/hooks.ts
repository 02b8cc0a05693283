import { findChromium } from '../vscode/chromium.mjs';
import { installVscode } from '../vscode/install.mjs';
import { endWithParent, exitOnSignals } from '../vscode/server.mjs';
import { opened } from './openVscode';

exitOnSignals();
endWithParent();

export const mochaHooks: Mocha.RootHookObject = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(900_000);
    await installVscode();
    findChromium();
  },

  /** A picture of every VS Code that is open when a test fails. */
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').slice(0, 80);
    for (const vscode of opened) console.log(`      picture: ${await vscode.screenshot(`failed-${name}`)}`);
  },
};
