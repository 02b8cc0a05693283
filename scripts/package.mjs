// Builds Byline and makes the VSIX. usage: node scripts/package.mjs [--out FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, root, run } from './processes.mjs';

const vsce = [
  'vsce',
  'package',
  '--no-dependencies',
  // There is no repository address yet, so relative links in the README stay as they are.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--readme-path=dist/README.md',
];

await installDependencies();
await must(['npm', 'run', '--silent', 'build']);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
writeFileSync(join(root, 'dist/README.md'), withoutPictures(readme));
await must([...vsce, ...process.argv.slice(2)]);

/**
 * The page of an extension shows pictures from https addresses only, and these have none yet.
 * @param {string} markdown
 */
function withoutPictures(markdown) {
  return markdown.replaceAll(/^!\[.*\]\((?!https:).*\)\n+/gm, '');
}

/** @param {string[]} command */
async function must(command) {
  const { code } = await run(command, { seconds: 120 });
  if (code !== 0) process.exit(code);
}
