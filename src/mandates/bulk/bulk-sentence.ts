import type { ProblemCode } from '../../domain/errors.ts';
import { type ReasonCode, reasons } from '../../domain/reasons.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { problems } from '../../platform/problems.ts';

/** What a code of a problem or a reason says to people. */
export const sentenceOf = (code: string): Sentence =>
  reasons[code as ReasonCode] ?? problems[code as ProblemCode] ?? problems['internal-error'];
