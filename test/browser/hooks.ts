import { findChromium } from '../vscode/chromium.mjs';
import { installVscode } from '../vscode/install.mjs';
import { endWithParent, exitOnSignals } from '../vscode/server.mjs';
import { opened } from './openVscode';

exitOnSignals();
endWithParent();

/** How many times a test was tried before; Mocha's types leave it out. */
const retriesOf = (test: Mocha.Runnable) =>
  (test as Mocha.Runnable & { currentRetry(): number }).currentRetry();

export const mochaHooks: Mocha.RootHookObject = {
  async beforeAll(this: Mocha.Context) {
    this.timeout(900_000);
    await installVscode();
    findChromium();
  },

  /** A picture of every VS Code that is open when a test fails; one that passes at its second try is told of at the end. */
  async afterEach(this: Mocha.Context) {
    const test = this.currentTest!;
    if (test.isPassed()) {
      if (retriesOf(test) > 0) console.log(`      » passed at the second try: ${test.fullTitle()}`);
      return;
    }
    const name = test.fullTitle().replaceAll(/\W+/g, '-').slice(0, 80);
    for (const vscode of opened) console.log(`      picture: ${await vscode.screenshot(`failed-${name}`)}`);
  },
};
