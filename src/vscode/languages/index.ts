import * as vscode from 'vscode';
import { CitedHere } from '../views/citedHere';
import { registerAddressActions } from './addressActions';
import { AnalysedDocuments } from './analysedDocuments';
import { registerEntries } from './bibliographyEntries';
import { BibliographyKeys } from './bibliographyKeys';
import { CheckedDocuments } from './checkedDocuments';
import { CheckedLinks } from './checkedLinks';
import { checkLinksOfDocument } from './checkLinks';
import { registerCodeActions } from './codeActions';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { Diagnostics } from './diagnostics';
import { registerDrop } from './drop';
import { findingCitation } from './foundCitation';
import { registerHover } from './hover';
import { KeyLinks } from './keyLinks';
import { registerLinkActions } from './linkActions';
import { registerPaste } from './paste';
import { registerReferences } from './references';
import type { LanguageParts } from './registerLanguages';
import { registerRename } from './rename';
import { RenamedPosts } from './renamedPosts';

/** Registers what understands the citations of a document. */
export function registerLanguageFeatures(parts: LanguageParts): vscode.Disposable {
  const { host, library, known, cited, styles } = parts;
  const documents = new AnalysedDocuments();
  cited.readWith(documents);
  const find = findingCitation(documents, known);
  const keys = new BibliographyKeys(library);
  const checked = new CheckedDocuments(documents, known, keys, styles);
  const renamed = new RenamedPosts(library, documents);
  const keyLinks = new KeyLinks(documents, known);
  const links = new CheckedLinks();
  return vscode.Disposable.from(
    documents,
    registerHover(find, cited),
    keyLinks,
    registerDefinition(find, library, keyLinks),
    registerReferences(find, documents, cited),
    renamed,
    afterMarkdown(() => registerRename({ find, documents, cited, library, renamed })),
    registerEntries({ documents, cited, library, renamed, known }),
    new Diagnostics(checked, library, keys),
    registerCodeActions(checked),
    new CitedHere(documents, known, keys, library),
    registerCompletion(parts, documents),
    afterMarkdown(() => registerPaste(parts, documents)),
    afterMarkdown(() => registerDrop(parts, documents)),
    registerAddressActions(find),
    links,
    registerLinkActions(links),
    vscode.commands.registerCommand('byline.checkLinks', () =>
      checkLinksOfDocument({ host, library, documents, links }),
    ),
  );
}

/**
 * Of several providers VS Code asks the one first that was registered last, and its own Markdown extension takes `[@key]`
 * for a link.
 */
function afterMarkdown(register: () => vscode.Disposable): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  let isDisposed = false;
  const markdown = vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  const next = () => {
    if (!isDisposed) registered = register();
  };
  Promise.resolve(markdown).then(next, next);
  return new vscode.Disposable(() => {
    isDisposed = true;
    registered?.dispose();
  });
}
