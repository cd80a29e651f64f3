/** `npm start`: from a fresh clone to a running service, with nothing but Node. Later starts skip what is done. */
import { setUp, SetUpError } from './set-up.mjs';

try {
  await setUp();
} catch (error) {
  console.error(error instanceof SetUpError ? error.message : error);
  process.exit(1);
}
// In this process, so that Ctrl-C and a supervisor's signals arrive where the service can stop in order.
await import('../dist/src/start.js');
