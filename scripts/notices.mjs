import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const separator = `\n${'-'.repeat(80)}\n\n`;

/**
 * The licences of the packages whose code is in some bundles.
 * @param {import('esbuild').Metafile[]} metafiles of those bundles
 * @returns {string} each package's name, version, licence and its full text
 * @throws when a package has no licence file
 */
export function notices(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(output => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = new Set(inputs.flatMap(([path]) => packageFolder(path) ?? []));
  const intro = 'Byline contains code of these packages, under their own licences.\n';
  return [intro, ...[...folders].map(notice).sort()].join(separator);
}

/** @param {string} path of a file, the innermost package's folder of which is looked for */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)\b/i.test(file));
  if (!files.length) throw new Error(`${folder} has no licence file to put in the notices.`);
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
