import { constants } from 'node:os';
import { demo } from '../test/demo/demo.ts';

// The listeners stay: execa lets a signal that nobody listens to end the process, and then nothing is tidied up.
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => interrupt.abort(128 + constants.signals[signal]));

try {
  process.exitCode = (await demo(console.log, interrupt.signal)) ? 0 : 1;
} catch (error) {
  if (error !== interrupt.signal.reason) throw error;
  process.exitCode = error;
}
