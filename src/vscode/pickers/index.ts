/** The pickers that search, loaded at first use. */
export { askFilter } from './filterPicker';
export { showPostPicker } from './postPicker';
