/** What the commands that cite do, loaded at first use. */
export { openPost } from './citing/actions';
export { copyCalled, insertCalled, insertCalledAs, showCalled } from './citing/calledOn';
export { editCitation } from './citing/editCitation';
export { editWording } from './citing/editWording';
export { insertPosts } from './citing/insertPosts';
