import type { Options } from '../options';

export async function benchLifecycle(_options: Options): Promise<void> {}
