/** One scope line as a test writes it. */
interface LineWish {
  sender?: string;
  category?: string;
  actions?: string[];
  endedAt?: Date;
  endsOn?: string;
}

/** What matters of a mandate in a test; the rest is usual: active since yesterday, for a year, tax, read. */
export interface MandateWish {
  client: string;
  organisation: string;
  state?: string;
  from?: string;
  until?: string;
  requestedBy?: string;
  endedAt?: Date;
  answerBy?: string;
  /** What a court ordered has no end unless one is said, and is of every sender. */
  ground?: string;
  endsOn?: string;
  suspended?: { from: string; until: string };
  predecessor?: string;
  /** Whom it is about, as the office named him. */
  birthKey?: string;
  lines?: LineWish[];
}

/** What is kept from representatives, and from whom: everyone, unless said otherwise. */
export interface ShieldWish {
  client: string;
  organisation?: string;
  message?: string;
  sender?: string;
  category?: string;
  by?: 'client' | 'court';
}
