/** Entries of one feed that are read. */
export const mostEntries = 100_000;
