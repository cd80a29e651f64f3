import type { Sentence } from '../domain/sentence.ts';

/** That a colleague chose who is succeeded, to an official who said nothing of it (R32). */
export const choseAlready = (office: string): Sentence => ({
  nl: `Uw collega koos dat ${office} wordt opgevolgd. Noem die machtiging om hetzelfde goed te keuren. Noem een andere om opnieuw te beginnen.`,
  en: `Your colleague chose that ${office} is succeeded. Name that authorisation to approve the same. Name another one to begin anew.`,
});
