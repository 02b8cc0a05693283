import type { HttpClient } from '../core/ports';
import type { LocationPorts } from './readLocation';

/** What the command line asks for. */
export interface CommandLinePorts extends Omit<LocationPorts, 'http'> {
  /** @param allowedHosts as `checkUrl` takes them. */
  readonly createHttpClient: (allowedHosts: readonly string[]) => HttpClient;
  /** Of a program that runs until its input ends. */
  readonly serving?: Serving;
}

/** What a server over standard input and output asks for. */
export interface Serving {
  /** Standard input as it comes. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** That of the package. */
  readonly version: () => string;
}

/** Where the command line writes, line ends included. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}
