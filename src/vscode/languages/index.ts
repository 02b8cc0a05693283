import * as vscode from 'vscode';
import { AnalysedDocuments } from './analysedDocuments';
import type { LanguageParts } from './registerLanguages';

/** Registers what understands the citations of a document. */
export function registerLanguageFeatures(_parts: LanguageParts): vscode.Disposable {
  const documents = new AnalysedDocuments();
  return vscode.Disposable.from(documents);
}
