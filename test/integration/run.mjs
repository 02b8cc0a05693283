// Runs the in-editor tests in one extension host of a real VS Code. usage: node test/integration/run.mjs node|web
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseVscode } from '../vscode/choose.mjs';
import { root } from '../vscode/install.mjs';
import { copyExtension, endWithParent, exitOnSignals, temporaryFolder } from '../vscode/server.mjs';

const host = process.argv[2] === 'web' ? 'web' : 'node';
const { kind, executable, why } = await chooseVscode('tests');
console.log(`VS Code: ${executable ?? (kind === 'npm' ? 'the one from npm' : 'desktop')}, because ${why}.`);

exitOnSignals();
endWithParent();
const folder = temporaryFolder('integration');
const workspace = join(folder, 'workspace');
cpSync(join(root, 'sample/workspace'), workspace, { recursive: true });
let extension = root;
if (host === 'web') {
  extension = join(folder, 'extension');
  copyExtension(extension, { web: true });
}

const standIn = kind === 'npm' ? join(root, 'test/vscode/code.mjs') : undefined;
const vscodeExecutablePath = executable ?? standIn;
await runTests({
  ...(vscodeExecutablePath && { vscodeExecutablePath }),
  extensionDevelopmentPath: extension,
  extensionTestsPath: join(extension, `dist/test/${host}.js`), // a path elsewhere would choose its host by itself
  launchArgs: [
    workspace,
    ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    `--user-data-dir=${join(folder, 'user')}`,
    `--extensions-dir=${join(folder, 'extensions')}`,
  ],
}).catch(error => {
  console.log(error.message);
  process.exitCode = 1;
});
