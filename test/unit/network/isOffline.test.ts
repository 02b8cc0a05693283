import assert from 'node:assert/strict';
import type { NetworkInterfaceInfo } from 'node:os';
import { isOffline } from '../../../src/node/isOffline';

describe('whether this computer is offline', () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });
  const having = (addresses: Readonly<Record<string, boolean>>) => () => ({
    any: Object.entries(addresses).map(
      ([address, internal]) => ({ address, internal }) as NetworkInterfaceInfo,
    ),
  });
  const network = having({ '127.0.0.1': true, '192.168.1.7': false });
  const alone = having({ '127.0.0.1': true, '::1': true, 'fe80::1': false, '169.254.9.9': false });

  it('is told by errors that name no host at fault', () => {
    for (const code of ['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'])
      assert.ok(isOffline(failed(code), network), code);
    for (const code of ['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_FAIL'])
      assert.ok(!isOffline(failed(code), network), code);
    assert.ok(!isOffline(new Error('any'), alone));
  });

  it('is told by a name that cannot be found where there is no network at all', () => {
    assert.ok(isOffline(failed('ENOTFOUND'), alone));
    assert.ok(isOffline(failed('ENOTFOUND'), () => ({})));
    assert.ok(!isOffline(failed('ECONNREFUSED'), alone));
  });

  it('is told by several addresses only where it is by each of them', () => {
    const both = (...codes: string[]) => new AggregateError(codes.map(failed));
    assert.ok(isOffline(both('ENETUNREACH', 'ENETUNREACH'), network));
    assert.ok(!isOffline(both('ENETUNREACH', 'ECONNREFUSED'), network));
    assert.ok(!isOffline(both(), network));
  });
});
