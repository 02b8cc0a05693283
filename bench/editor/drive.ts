import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { short } from '../measure';

/**
 * Figures that a script measures in a process of its own, which keeps the memory of 100,000 posts and the modules of
 * the tests out of this one.
 */
export function drive<Figures>(script: string, posts: number, seed: number): Promise<Figures> {
  const child = fork(script, [String(posts), String(seed)], { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.on('message', figures => resolve(figures as Figures));
    child.on('exit', code => reject(new Error(`${script} ended with ${code}.`)));
  });
}

/** Says so where the machine was too busy for its figures to be trusted. */
export function reportLoad(): void {
  const [load] = loadavg();
  if (load! > cpus().length)
    console.log(`  The machine had other work, which these figures suffer from: load ${short(load!)}.`);
}
