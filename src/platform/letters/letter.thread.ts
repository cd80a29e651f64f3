import { parentPort } from 'node:worker_threads';
import { letterPdf } from './letter.pdf.ts';
import type { Envelope, Letter } from './letter.ts';

/** A letter to make, and by which number the answer is known. */
export interface LetterOrder {
  readonly number: number;
  readonly letter: Letter;
  readonly envelope: Envelope;
}

/** What came of it. */
export type LetterMade =
  | { readonly number: number; readonly pdf: Uint8Array }
  | { readonly number: number; readonly failure: string };

parentPort?.on('message', ({ number, letter, envelope }: LetterOrder) => {
  letterPdf(letter, envelope).then(
    (pdf) => parentPort?.postMessage({ number, pdf } satisfies LetterMade),
    (error: unknown) =>
      parentPort?.postMessage({ number, failure: (error as Error).message } satisfies LetterMade),
  );
});
