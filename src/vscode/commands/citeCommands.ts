/** What the commands that cite do, loaded at first use. */
export { openPost } from './citing/actions';
export { editCitation } from './citing/editCitation';
export { editWording } from './citing/editWording';
export { insertAs } from './citing/insertAs';
export { copyPosts, insertPosts } from './citing/insertPosts';
export { collectActivePost, pickToCite, pickToShow } from './citing/pickToCite';
