import * as vscode from 'vscode';
import { AnalysedDocuments } from './analysedDocuments';
import { registerDefinition } from './definition';
import { registerDocumentLinks } from './documentLinks';
import { findingCitation } from './foundCitation';
import { registerHover } from './hover';
import { registerReferences } from './references';
import type { LanguageParts } from './registerLanguages';

/** Registers what understands the citations of a document. */
export function registerLanguageFeatures({ library, known, cited }: LanguageParts): vscode.Disposable {
  const documents = new AnalysedDocuments();
  const find = findingCitation(documents, known);
  return vscode.Disposable.from(
    documents,
    registerHover(find, cited),
    registerDefinition(find, library),
    registerReferences(find, documents, cited),
    registerDocumentLinks(documents, known),
  );
}
