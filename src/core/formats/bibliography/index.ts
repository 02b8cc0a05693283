import type { LibraryFormat } from '../libraryFormat';
import { bibtexSyntax } from './bibtex/bibtexSyntax';
import { textLibrary } from './textLibrary';

/** The form of a library file of this name. */
export function libraryFormat(_name: string): LibraryFormat {
  return textLibrary(bibtexSyntax);
}
