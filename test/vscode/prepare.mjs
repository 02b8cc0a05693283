// Fetches what the tests in VS Code need, once.
import { findChromium } from './chromium.mjs';
import { installVscode } from './install.mjs';
import { exitOnSignals } from './server.mjs';

exitOnSignals();
try {
  const { server } = await installVscode();
  console.log(`VS Code's server: ${server}\nChromium: ${findChromium()}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
