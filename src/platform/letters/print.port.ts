import type { LetterId } from '../../domain/ids.ts';

/** A letter that is ready to be printed and posted. */
export interface PrintedLetter {
  /** The same letter may be handed over twice, and must be posted once. */
  readonly id: LetterId;
  readonly pdf: Buffer;
  /** The lines of the envelope. */
  readonly address: readonly string[];
}

/** A print and mail service. Not ours, so a port: the product ships with a simulator only. */
export abstract class PrintPort {
  /** @throws Error when the letter was not taken over; it is handed over again later. */
  abstract handOver(letter: PrintedLetter): Promise<void>;
}
