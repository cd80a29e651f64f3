import type { Day, Period } from '../../domain/day.ts';
import type { MandateGround } from '../../domain/ground.ts';
import type { NoticeKind, Recipient } from '../../domain/notice.ts';
import type { Language } from '../../platform/language.ts';

/** Who was to stand in for whom, by name, which of the two left, and whether it ran by then: `[from, until)`. */
export interface LapsedCover extends Period {
  readonly absent: string;
  readonly substitute: string;
  readonly absentLeft: boolean;
  readonly began: boolean;
}

/** What a notice speaks of. */
export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly about: Day;
  /** Absent while nobody told his name. */
  readonly client?: string | undefined;
  /** The office's own name for the mandate, for the office. */
  readonly reference?: string | undefined;
  readonly office: string;
  /** On what the mandate rests; absent when the notice is of none. */
  readonly ground?: MandateGround | undefined;
  /** The cover that lapsed, when it is about one. */
  readonly cover?: LapsedCover | undefined;
}

/** Writes a notice in one language. */
export type Writer = (content: NoticeContent, language: Language) => string;

const nameless: Readonly<Record<Language, string>> = { nl: 'een cliënt', en: 'a client' };

/** By what name the office knows whose mandate it is. */
export function whose({ client, reference }: NoticeContent, language: Language): string {
  const name = client ?? nameless[language];
  return reference === undefined ? name : `${name} (${reference})`;
}

/** What is said to each side, in each language. */
export type NoticeWriters = Readonly<Record<Recipient, Readonly<Record<Language, Writer>>>>;
