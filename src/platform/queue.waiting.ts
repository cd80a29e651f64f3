/**
 * How a task is held, in milliseconds: for how long without a sign of life from who works on it, how often he gives
 * one, and after how much silence others say that nobody works on it.
 */
export const lease = { lasts: 8_000, beat: 2_000, silence: 4_000 } as const;
/** Milliseconds between two turns of a task that does not wait. */
const noTime = 2_000;
/** Milliseconds to wait after so many failures: 2, 4, 8 … seconds, at most an hour. */
export const patience = (attempts: number): number => Math.min(3_600_000, 1_000 * 2 ** attempts);

/** What a task waits for: its turn, another try after a failure, or somebody in the place of one who fell silent. */
export const waitsFor = ['turn', 'retry', 'takeover'] as const;

/** That nobody works on a task at this moment: what it waits for, and since when. */
export interface Waits {
  readonly why: (typeof waitsFor)[number];
  readonly since: Date;
}

/** A task as it stands in the queue. */
export interface Standing {
  readonly dueAt: Date;
  readonly attempts: number;
  readonly leasedUntil: Date | null;
  readonly hasFailed: boolean;
}

/** Whether nobody works on a task, and why; nothing while somebody does, or will in an instant. */
export function waitOf({ dueAt, attempts, leasedUntil, hasFailed }: Standing, now: Date): Waits | undefined {
  if (leasedUntil) {
    const heard = leasedUntil.getTime() - lease.lasts;
    return now.getTime() - heard < lease.silence ? undefined : { why: 'takeover', since: new Date(heard) };
  }
  if (hasFailed) return { why: 'retry', since: new Date(dueAt.getTime() - patience(attempts)) };
  return now.getTime() - dueAt.getTime() < noTime ? undefined : { why: 'turn', since: dueAt };
}
