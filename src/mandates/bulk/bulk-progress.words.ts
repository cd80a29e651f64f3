import type { BulkState } from '../../domain/bulk.ts';
import type { Waits } from '../../platform/queue.waiting.ts';
import type { BulkProgressJson } from './bulk-progress.json.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { stopSentenceOf } from './bulk-stop.words.ts';
import { waitingJson } from './bulk-waiting.words.ts';

/** What a run looks like at one instant. */
export interface Look {
  readonly at: Date;
  readonly state: BulkState;
  readonly ready: number;
  readonly done: number;
  readonly refused: number;
  readonly stopReason: string | null;
  readonly waits?: Waits | undefined;
}

/** Whether a run does not go on by itself from here. */
export const isOver = ({ state }: Look): boolean =>
  state === 'done' || state === 'stopped' || state === 'cancelled' || state === 'interrupted';

/** How long this takes, in words. */
function inWords(seconds: number): Sentence {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return { nl: 'minder dan een minuut', en: 'less than a minute' };
  if (minutes < 90) return { nl: `ongeveer ${minutes} minuten`, en: `about ${minutes} minutes` };
  const hours = Math.round(minutes / 60);
  return { nl: `ongeveer ${hours} uur`, en: `about ${hours} hours` };
}

/** What goes to who watches: how far it is, and by what was seen since `first` how long the rest takes. */
export function progressOf(first: Look, look: Look): BulkProgressJson {
  const { state, ready, done, refused, stopReason, waits } = look;
  const left = state === 'cancelled' ? 0 : ready - done - refused;
  const moved = first.ready - first.done - first.refused - left;
  const seconds = (look.at.getTime() - first.at.getTime()) / 1000;
  const rest = state === 'running' && moved > 0 ? Math.ceil((left * seconds) / moved) : undefined;
  return {
    ...{ state, ready, done, refused, left },
    timeLeft: rest === undefined ? undefined : { seconds: rest, ...inWords(rest) },
    waiting: waits && waitingJson(waits),
    stopped:
      state === 'stopped' && stopReason
        ? { code: stopReason, ...wordsOf(stopSentenceOf(stopReason)) }
        : undefined,
  };
}

const wordsOf = ({ nl, en }: Sentence): Sentence => ({ nl, en });
