/** What systems write where no author is named. */
const nobody =
  /^(?:(?:wp|web|site|blog|sys|super)?[-_ ]?(?:admin|user)(?:istrat(?:or|eur|or[ea]|ör))?|administrador(?:a)?|amministratore|author|authors|by|editor|guest(?: author| post)?|root|web ?master|wordpress|unknown(?: author)?|anonymous|none|null|undefined|n\/?a|test|staff|contributors?|default|no author)$/iu;

/** Whether a signature names nobody: "admin", "webmaster", "unknown". */
export const isNobody = (signature: string): boolean => nobody.test(signature);
