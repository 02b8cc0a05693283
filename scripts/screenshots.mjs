// Takes the README's pictures and its recording from the real editor into media/screenshots.
import { endAllOnSignals, installDependencies, run } from './processes.mjs';

endAllOnSignals();
await installDependencies();
for (const command of [
  ['npm', 'run', '--silent', 'build'],
  ['tsx', 'test/browser/screenshots.ts'],
  ['tsx', 'test/browser/recording.ts'],
]) {
  const { code } = await run(command, { seconds: 300 });
  if (code !== 0) process.exit(code);
}
