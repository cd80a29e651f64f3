/**
 * What it takes for a mandate and a line to give something, in the dialect of a query: `isInForce`, `isOpen` and the
 * sender's half of `covers` of `src/domain`, once for all statements that ask. Tests hold the two dialects equal.
 * A migration is never edited once released, and neither is what it is made of: another rule is another constant.
 */
export interface Giving {
  /** Whether the mandate with this alias gives authority on a day. */
  readonly inForce: (mandate: string, day?: string) => string;
  /** Whether what was given runs, also before its first day and while it is suspended. */
  readonly running: (mandate: string, day?: string) => string;
  /** Whether the line with this alias is not over. */
  readonly open: (line: string, day?: string) => string;
  /** Whether the line speaks of this sender. */
  readonly from: (line: string, sender: string) => string;
  /** Whether it rests on the will of its parties, and not on a court's. */
  readonly ofTheParties: (mandate: string) => string;
}

/** As a sub-select: asked once for a statement. */
const today = '(SELECT acting_day())';

/** Before there were court measures: a state, a period, one sender. */
export const asItWas: Giving = {
  inForce: (m, day = today) =>
    `${m}.state = 'active' AND ${m}.from_day <= ${day} AND ${day} < ${m}.until_day`,
  running: (m, day = today) => `${m}.state IN ('active', 'suspended') AND ${day} < ${m}.until_day`,
  open: (l) => `${l}.ended_at IS NULL`,
  from: (l, sender) => `${l}.sender = ${sender}`,
  ofTheParties: () => 'true',
};

/** The law can end a mandate or a line from a day on, and suspend a mandate for some days; a line may be of everyone. */
export const withGrounds: Giving = {
  inForce: (m, day = today) => `${asItWas.inForce(m, day)}
           AND (${m}.ends_on IS NULL OR ${day} < ${m}.ends_on)
           AND (${m}.suspended IS NULL OR NOT ${m}.suspended @> ${day})`,
  running: (m, day = today) => `${asItWas.running(m, day)}
           AND (${m}.ends_on IS NULL OR ${day} < ${m}.ends_on)`,
  open: (l, day = today) => `${l}.ended_at IS NULL AND (${l}.ends_on IS NULL OR ${day} < ${l}.ends_on)`,
  from: (l, sender) => `${l}.sender IN (${sender}, '*')`,
  ofTheParties: (m) => `${m}.ground = 'voluntary'`,
};
