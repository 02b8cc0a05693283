/** What the commands on a document's references do, loaded at first use. */
export { addCitedPosts, addToBibliographyFile } from './documents/bibliographyFile';
export { renumberNotes } from './documents/renumberNotes';
export { editsOnSave, updateReferences } from './documents/updateReferences';
