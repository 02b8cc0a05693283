/** What other software gets, loaded at first use: exports, and what the functions of the API do. */
export * as apiCalls from './apiCalls';
export { exportPosts } from './commands/exportPosts';
