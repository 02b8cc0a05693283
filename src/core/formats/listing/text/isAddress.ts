/** Whether a link leads to a page, rather than to a place in this one or to a mailbox. */
export const isAddress = (url: string): boolean =>
  url !== '' && !/^(?:#|mailto:|javascript:|data:)/iu.test(url);
