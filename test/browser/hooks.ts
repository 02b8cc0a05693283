import { opened } from './openVscode';

/** A picture of every VS Code that is open when a test fails. */
export const mochaHooks: Mocha.RootHookObject = {
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').slice(0, 80);
    for (const vscode of opened) console.log(`      picture: ${await vscode.screenshot(`failed-${name}`)}`);
  },
};
