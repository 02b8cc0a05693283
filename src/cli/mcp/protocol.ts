/**
 * The Model Context Protocol, as far as a server needs it that offers nothing but tools over stdio: revision 2026-07-28,
 * in which each request says all by itself, and those before it, which begin with `initialize`
 * (https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning). It is written out here because the
 * server of the official SDK adds 112 KB to the package, zipped, and a library for schemas; this adds 2 KB.
 */

/** The revisions in which each request carries its version, newest first. */
export const modernVersions = ['2026-07-28'];

/** The revisions that begin with a handshake, newest first. */
export const legacyVersions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

/** The only revision in which several messages may come as one array. */
export const batchVersion = '2025-03-26';

export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  unsupportedProtocolVersion: -32022,
} as const;

export type RequestId = string | number;

export interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: RequestId;
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What a request is answered with where it can't be served. */
export class ProtocolError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** A request or notification of what came as JSON; `undefined` for an answer, as nothing was asked. */
export function messageOf(value: unknown): Message | undefined {
  if (!isObject(value) || value.jsonrpc !== '2.0')
    throw new ProtocolError(errorCodes.invalidRequest, 'This is no message of JSON-RPC 2.0.');
  const { id, method, params } = value;
  if (method === undefined && ('result' in value || 'error' in value)) return undefined;
  if (typeof method !== 'string')
    throw new ProtocolError(errorCodes.invalidRequest, 'The message has no method.');
  if (id !== undefined && !isId(id))
    throw new ProtocolError(errorCodes.invalidRequest, 'An id is a string or a whole number.');
  if (params !== undefined && !isObject(params))
    throw new ProtocolError(errorCodes.invalidParams, 'The parameters have to be an object.');
  return value as unknown as Message;
}

/** The revision that a request says it is of; `undefined` for those that say it in a handshake. */
export function modernVersionOf({ params = {} }: Message): string | undefined {
  const meta = isObject(params._meta) ? params._meta : {};
  const version = meta[`${prefix}protocolVersion`];
  if (version === undefined) return undefined;
  if (typeof version !== 'string' || !isObject(meta[`${prefix}clientCapabilities`]))
    throw new ProtocolError(
      errorCodes.invalidParams,
      `_meta needs ${prefix}protocolVersion and ${prefix}clientCapabilities.`,
    );
  if (!modernVersions.includes(version))
    throw new ProtocolError(errorCodes.unsupportedProtocolVersion, 'Unsupported protocol version', {
      supported: modernVersions,
      requested: version,
    });
  return version;
}

/** Of the names in `_meta`. */
export const prefix = 'io.modelcontextprotocol/';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isId = (value: unknown): value is RequestId =>
  typeof value === 'string' || Number.isSafeInteger(value);
