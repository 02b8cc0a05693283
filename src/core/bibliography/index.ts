export { type BibliographyFault, bibliographyMarkers, mayHaveBibliography } from './bibliographyBlocks';
export { citedPosts } from './citedPosts';
export { renumberFootnotes } from './renumberFootnotes';
export { type BibliographyUpdate, updateBibliography } from './updateBibliography';
