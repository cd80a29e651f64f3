/** Why nothing can be stated of a mandate: a part of the closed list of reasons. */
export const statementReasons = {
  'not-in-force': {
    tell: true,
    en: 'This authorisation does not work now, so there is nothing to state.',
    nl: 'Deze machtiging werkt nu niet. Daarom kunt u er nu geen verklaring van krijgen.',
  },
} as const;
