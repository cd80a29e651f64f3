import type { Person } from '../../clients/person-register.port.ts';
import type { Prospect } from '../../clients/prospect.store.ts';
import type { CandidateGround } from '../../domain/identity-case.ts';
import type { NaturalPerson } from '../../domain/identity.ts';
import type { Language } from '../../platform/language.ts';

/** Somebody who may be the one, with what the register says of him. */
export interface ProspectOf {
  readonly prospect: Prospect;
  readonly ground: CandidateGround;
  readonly person?: Person | undefined;
}

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
  /** Who may be the one and is no client: nobody becomes one by a form that no official looked at. */
  readonly prospects?: readonly ProspectOf[] | undefined;
  /** What he, or the official who entered it, adds in words. */
  readonly note?: string | undefined;
}
