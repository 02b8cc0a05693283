// Opens a VS Code with Byline on a copy of the sample workspace, with all the set-up it needs. Ctrl+C ends it.
import { join } from 'node:path';
import { chooseVscode } from '../test/vscode/choose.mjs';
import {
  copyExtension,
  copySampleWorkspace,
  exitOnSignals,
  startServer,
  temporaryFolder,
} from '../test/vscode/server.mjs';
import { openDesktop } from './desktop.mjs';
import { endAllOnSignals, installDependencies, root, run } from './processes.mjs';

endAllOnSignals();
await installDependencies();
console.log('Building Byline ...');
const { code } = await run(['npm', 'run', '--silent', 'build'], { seconds: 120 });
if (code !== 0) process.exit(code);

exitOnSignals();
const folder = temporaryFolder('start');
const workspace = join(folder, 'workspace');
const extensionsDir = join(folder, 'extensions');
copySampleWorkspace(workspace);

const { executable, why } = await chooseVscode('person');
console.log(`VS Code: ${executable ?? 'the one from npm, in the browser'}, because ${why}.`);
if (executable) {
  const args = [
    ...['--disable-workspace-trust', '--skip-welcome', `--extensions-dir=${extensionsDir}`],
    ...[`--extensionDevelopmentPath=${root}`, workspace, join(workspace, 'notes.md')],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  openDesktop(executable, args, join(folder, 'user'));
} else {
  await openInBrowser();
}

async function openInBrowser() {
  copyExtension(join(extensionsDir, 'byline.byline-0.0.0'));
  const { address, authority } = await startServer({ dataDir: folder, extensionsDir });
  address.searchParams.set('folder', workspace);
  const openFile = `vscode-remote://${authority}${join(workspace, 'notes.md')}`;
  address.searchParams.set('payload', JSON.stringify([['openFile', openFile]]));
  console.log(`\nVS Code with Byline is ready. Open this address in a browser:\n\n  ${address}\n`);
  console.log(`It shows a copy of sample/workspace in ${workspace}, which goes away. Ctrl+C ends it.`);
}
