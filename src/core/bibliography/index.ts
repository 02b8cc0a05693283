export { type BibliographyFault, bibliographyMarkers, mayHaveBibliography } from './bibliographyBlocks';
export { bibliographiesIn, bibliographyFileOf } from './bibliographyFiles';
export { bibliographyWith, type ExtendedBibliography } from './bibliographyWith';
export { citedPosts } from './citedPosts';
export { type BibliographySearch, findBibliographies } from './findBibliographies';
export { renumberFootnotes } from './renumberFootnotes';
export { type BibliographyUpdate, updateBibliography } from './updateBibliography';
