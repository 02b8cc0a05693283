/**
 * The same text for keeping: what is cut from another text keeps that whole one alive in engines, which for what a long
 * document cites would be the version of the document that it was read in.
 */
export const ownText = (part: string): string => ` ${part}`.slice(1);
