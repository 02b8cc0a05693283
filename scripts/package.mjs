// Builds Byline and makes the VSIX. usage: node scripts/package.mjs [--out FILE]
import { installDependencies, run } from './processes.mjs';

await installDependencies();
// There is no repository address yet, so relative links in the README stay as they are.
const vsce = [
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
];
for (const command of [
  ['npm', 'run', '--silent', 'build'],
  [...vsce, ...process.argv.slice(2)],
]) {
  const { code } = await run(command, { seconds: 120 });
  if (code !== 0) process.exit(code);
}
