/**
 * `npm run client`: writes `client/volmacht.types.ts` anew from the description that the built service gives of itself.
 * The test that holds the two equal is what writes, so that there is one way to make it.
 */
import { runNode } from './set-up.mjs';

process.env.WRITE_CLIENT = '1';
process.exitCode = await runNode(['tools/test.mjs', 'test/client/types']);
