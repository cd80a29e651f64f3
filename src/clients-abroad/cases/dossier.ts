import type { NaturalPerson } from '../../domain/identity.ts';
import type { Language } from '../../platform/language.ts';

/** What somebody says of himself when he asks: kept sealed, and gone some weeks after the end. */
export interface Dossier {
  /** From a European means, or as it was written on paper. Absent when another sign-in shows who it is. */
  readonly person?: NaturalPerson | undefined;
  /** Whether a means of sign-in said so; else whoever asks wrote it down. */
  readonly shown?: boolean | undefined;
  readonly language?: Language | undefined;
  /** IANA name. */
  readonly timeZone?: string | undefined;
  /** Lines of an envelope, country last. */
  readonly address?: readonly string[] | undefined;
  /** An identifier that was his, as he remembers it. */
  readonly formerIdentifier?: string | undefined;
  /** What he, or the official who entered it, adds in words. */
  readonly note?: string | undefined;
}
