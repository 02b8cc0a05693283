import * as vscode from 'vscode';
import { AnalysedDocuments } from './analysedDocuments';
import { BibliographyKeys } from './bibliographyKeys';
import { CheckedDocuments } from './checkedDocuments';
import { registerCodeActions } from './codeActions';
import { registerDefinition } from './definition';
import { Diagnostics } from './diagnostics';
import { registerDocumentLinks } from './documentLinks';
import { findingCitation } from './foundCitation';
import { registerHover } from './hover';
import { registerReferences } from './references';
import type { LanguageParts } from './registerLanguages';

/** Registers what understands the citations of a document. */
export function registerLanguageFeatures({
  library,
  known,
  cited,
  styles,
}: LanguageParts): vscode.Disposable {
  const documents = new AnalysedDocuments();
  const find = findingCitation(documents, known);
  const checked = new CheckedDocuments(documents, known, new BibliographyKeys(library), styles);
  return vscode.Disposable.from(
    documents,
    registerHover(find, cited),
    registerDefinition(find, library),
    registerReferences(find, documents, cited),
    registerDocumentLinks(documents, known),
    new Diagnostics(checked, library),
    registerCodeActions(checked),
  );
}
