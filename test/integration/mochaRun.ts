import Mocha from 'mocha';
import * as vscode from 'vscode';

/** Asked of the host itself, not of what was built for it. */
export const extensionHost = typeof process === 'object' && process.versions?.node ? 'Node' : 'web worker';

/** Runs what `load` declares, tells each test's result on the console, and rejects when one failed. */
export function mochaRun(load: () => void): Promise<void> {
  Mocha.reporters.Base.consoleLog = (text = '', ...values: unknown[]) => {
    console.log(testOutput(text), ...values);
  };
  console.log(testOutput(`VS Code ${vscode.version}, ${extensionHost} extension host`));
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}

/** The mark tells the tests' lines from the many that VS Code logs. */
function testOutput(text: string): string {
  return text.replaceAll(/^/gm, '▏');
}
