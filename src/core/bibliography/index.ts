export { addToBibliography, type BibliographyAddition, postsCitedByKey } from './addToBibliography';
export { type BibliographyFault, bibliographyMarkers, mayHaveBibliography } from './bibliographyBlocks';
export { bibliographiesIn, bibliographyFileOf } from './bibliographyFiles';
export { bibliographyWith, type ExtendedBibliography } from './bibliographyWith';
export { citedPosts } from './citedPosts';
export { bibliographyFaultText, bibliographyNoticeText } from './faultText';
export { type BibliographySearch, findBibliographies } from './findBibliographies';
export { keysIn } from './keysIn';
export { renumberFootnotes } from './renumberFootnotes';
export {
  type BibliographyNotice,
  type BibliographyOptions,
  type BibliographyUpdate,
  updateBibliography,
  updatingBibliography,
} from './updateBibliography';
