import * as vscode from 'vscode';
import type { Discovery } from '../../../core/sources';
import { cancellableProgress } from '../../cancellableProgress';
import type { OpenSources } from '../../sources/openSources';

/**
 * Asks an address what it is, and says meanwhile that it is read.
 * @param name what is read, in words.
 * @returns `undefined` when the user has enough.
 */
export async function askAddress(
  address: string,
  name: string,
  { ports }: OpenSources,
): Promise<Discovery | undefined> {
  const { discover } = await import('../../../core/sources');
  return cancellableProgress(vscode.l10n.t('Reading {0}', name), async signal => {
    try {
      return await discover(address, ports, signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  });
}
