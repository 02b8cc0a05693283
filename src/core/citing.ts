/** What writes citations and what checks them: one bundle, as most of what they need is the same. */
export * from './citation';
export * from './health';
