import { networkInterfaces } from 'node:os';

/** No resolver can be asked; no way leads to the address; there is no network. */
const noWay = /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN)$/;

/** Addresses that a computer gives itself on a cable that leads nowhere. */
const linkLocal = /^(?:fe80:|169\.254\.)/i;

/**
 * Whether an error of a request or of looking a name up says that this computer is offline, as far as can be told
 * without asking anybody. A resolver that fails for one name only may say the same.
 */
export function isOffline(error: unknown, interfaces = networkInterfaces): boolean {
  const { code = '', errors } = error as NodeJS.ErrnoException & { readonly errors?: unknown };
  // One for each address of the host.
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(each => isOffline(each, interfaces));
  return noWay.test(code) || (code === 'ENOTFOUND' && !hasNetwork(interfaces()));
}

function hasNetwork(interfaces: ReturnType<typeof networkInterfaces>): boolean {
  return Object.values(interfaces)
    .flatMap(addresses => addresses ?? [])
    .some(({ address, internal }) => !internal && !linkLocal.test(address));
}
