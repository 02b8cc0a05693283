/** Entries of one feed that are read; those of whole archives have up to three thousand. */
export const mostEntries = 10_000;
