export { addToBibliography, type BibliographyAddition, postsCitedByKey } from './addToBibliography';
export { type BibliographyFault, bibliographyMarkers, mayHaveBibliography } from './bibliographyBlocks';
export { bibliographiesIn, bibliographyFileOf } from './bibliographyFiles';
export { bibliographyWith, type ExtendedBibliography } from './bibliographyWith';
export { citedPosts } from './citedPosts';
export type { DocumentBibliography } from './documentBibliography';
export { bibliographyFaultText, bibliographyNoticeText, unfitKeyText, unreadableKeyText } from './faultText';
export { type BibliographySearch, type FoundBibliographies, findBibliographies } from './findBibliographies';
export { readDocumentBibliography } from './readDocumentBibliography';
export { renumberFootnotes } from './renumberFootnotes';
export {
  type BibliographyNotice,
  type BibliographyOptions,
  type BibliographyUpdate,
  updateBibliography,
  updatingBibliography,
} from './updateBibliography';
