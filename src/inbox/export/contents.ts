import { AccessDenied, Problem } from '../../domain/errors.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { MessageId } from '../../domain/ids.ts';
import { reasons } from '../../domain/reasons.ts';
import { csvLine, csvStart } from '../../platform/csv.ts';
import type { Language } from '../../platform/language.ts';
import type { SelectedMessage } from './selection.store.ts';
import { dutchTime, senderName, words } from './words.ts';

/** Why a message was left out: a refusal, or there is nothing to read. What says something else breaks off the file. */
export const leavesOut = (error: unknown): error is AccessDenied | Problem =>
  error instanceof AccessDenied || (error instanceof Problem && error.code === 'not-found');

/** The list at the end of a file: which messages are in it, which are not and why, in the order of the wish. */
export class Contents {
  private readonly lines: string[] = [];

  constructor(private readonly language: Language) {}

  /** A message that is in the file, under this name. */
  included(message: SelectedMessage, file: string): void {
    const { subject, clientName, reference, deliveredAt, attachments, id } = message;
    this.add(true, file, [
      ...[clientName ?? undefined, reference ?? undefined, senderName(this.language, message)],
      ...[maskedBsns(subject), dutchTime(deliveredAt), attachments.length, undefined, id],
    ]);
  }

  /** A message that is not. R34: of one that is another's no more is said than of one that does not exist. */
  leftOut(id: MessageId, error: AccessDenied | Problem): void {
    const told = error instanceof AccessDenied && !error.concealed;
    const why = told ? reasons[error.reason][this.language] : words[this.language].notThere;
    this.add(false, undefined, [undefined, undefined, undefined, undefined, undefined, undefined, why, id]);
  }

  /** The file itself. */
  csv(): string {
    return csvStart + csvLine(words[this.language].contentColumns) + this.lines.join('');
  }

  private add(isIn: boolean, file: string | undefined, rest: readonly (string | number | undefined)[]): void {
    const { yes, no } = words[this.language];
    this.lines.push(csvLine([this.lines.length + 1, isIn ? yes : no, file, ...rest]));
  }
}
