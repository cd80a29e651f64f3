/**
 * Why a mandate gives nothing any more that nobody took back (R26, R27): a part of the closed list of reasons. What
 * befell the client is not said.
 */
export const byLawReasons = {
  'mandate-ended-by-law': {
    tell: true,
    en: 'A rule of law ended this authorisation, and not the client.',
    nl: 'Deze machtiging is gestopt door een regel in de wet, niet door de cliënt.',
  },
  'scope-line-ended-by-law': {
    tell: true,
    en: 'A rule of law ended this part of the authorisation, and not the client.',
    nl: 'Dit deel van de machtiging is gestopt door een regel in de wet, niet door de cliënt.',
  },
} as const;
