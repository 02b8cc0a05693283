import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../vscode/chromium.mjs';
import {
  copyExtension,
  copySampleWorkspace,
  installVsix,
  startServer,
  temporaryFolder,
} from '../vscode/server.mjs';
import { installLanguagePack } from './languagePack';
import { Vscode } from './vscode';

export interface OpenOptions {
  /** Opened as a copy, so a test may write in it. Default: the sample workspace with its library. */
  workspace?: string;
  /** A VSIX to install. Default: Byline as it is built in dist/. */
  vsix?: string;
  /** Without Byline, to compare with. */
  isPlain?: boolean;
  /** Folders of further extensions, to install beside it under their own names. */
  extensions?: readonly string[];
  /** User settings beside the quiet ones of every run. */
  settings?: Record<string, unknown>;
  /** Whether the workspace is restricted until somebody trusts it. Default: it is trusted. */
  isRestricted?: boolean;
  /** The browser's language, e.g. `de`. */
  locale?: string;
  /** The language of extensions, e.g. `de`; VS Code's own text stays English. */
  language?: string;
  /** What to change of Byline as it is built, before it is started. */
  prepare?: (extension: string) => void;
  /** Window size in CSS pixels. */
  viewport?: { width: number; height: number };
}

/** Those to take pictures of when a test fails. */
export const opened = new Set<Vscode>();

/** Opens a VS Code with Byline in headless Chromium: a fresh one, with its own port, profile and workspace. */
export async function openVscode(options: OpenOptions = {}): Promise<Vscode> {
  const folder = temporaryFolder('browser');
  const workspace = join(folder, 'workspace');
  const extensionsDir = join(folder, 'extensions');
  if (options.workspace) cpSync(options.workspace, workspace, { recursive: true });
  else copySampleWorkspace(workspace);
  mkdirSync(extensionsDir);
  if (options.vsix) await installVsix(options.vsix, extensionsDir);
  else if (!options.isPlain) {
    const extension = join(extensionsDir, 'byline.byline-0.0.0');
    copyExtension(extension);
    options.prepare?.(extension);
  }
  for (const extension of options.extensions ?? []) {
    cpSync(extension, join(extensionsDir, basename(extension)), { recursive: true });
  }

  const { isRestricted = false, language, settings = {} } = options;
  if (language) installLanguagePack(folder, language);
  const trust = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  const server = await startServer({
    dataDir: folder,
    extensionsDir,
    settings: { ...settings, ...(isRestricted && trust) },
    isRestricted,
    ...(language && { args: ['--locale', language] }),
  });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  const page = await browser.newPage({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    ...(options.locale && { locale: options.locale }),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const dispose = async () => {
    opened.delete(vscode);
    await browser.close();
    server.stop();
  };
  const vscode = new Vscode(page, workspace, extensionsDir, dispose);
  opened.add(vscode);
  server.address.searchParams.set('folder', workspace);
  await ready(page, server.address).catch(async error => {
    await vscode.screenshot('failed-to-open');
    await dispose();
    throw error;
  });
  return vscode;
}

async function ready(page: Page, address: URL): Promise<void> {
  await page.goto(String(address));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 45_000 });
}
