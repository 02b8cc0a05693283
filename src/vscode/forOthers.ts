/** What other software gets and gives, loaded at first use: exports, what the API does, arguments of commands. */
export * as apiCalls from './apiCalls';
export { commandArguments } from './commands/commandArguments';
export { exportPosts, exportRows } from './commands/exporting/exportPosts';
export { namedPosts } from './commands/namedPosts';
