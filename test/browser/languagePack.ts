import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has a server speak a language, as an installed language pack would: extensions get their texts in it, while this
 * one has none of VS Code's own, which stay English.
 */
export function installLanguagePack(dataDir: string, language: string): void {
  const folder = join(dataDir, 'data');
  const texts = join(folder, 'language-pack.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'byline.language-pack' }, version: '1.0.0' }];
  const pack = { hash: language, label: language, extensions, translations: { vscode: texts } };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
