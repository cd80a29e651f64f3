import { type StatementClaim, statementClaims } from '../../domain/statement.ts';

const labels: Readonly<Record<StatementClaim, readonly [nl: string, en: string]>> = {
  client_name: ['Wie vertegenwoordigd wordt', 'Who is represented'],
  client_birth_date: ['Geboortedatum', 'Date of birth'],
  client_bsn: ['BSN', 'BSN'],
  organisation_name: ['Wie namens deze persoon mag handelen', 'Who may act for this person'],
  organisation_kvk: ['KvK-nummer', 'KvK number'],
  scope: ['Voor welke berichten', 'For which messages'],
  first_day: ['Eerste dag', 'First day'],
  last_day: ['Laatste dag', 'Last day'],
  ground: ['Reden', 'Reason'],
  mandate_id: ['Nummer van de machtiging', 'Number of the authorisation'],
};

const inBoth = <Said extends object>(says: (said: { readonly nl: boolean }) => Said) => [
  { locale: 'nl-NL', ...says({ nl: true }) },
  { locale: 'en', ...says({ nl: false }) },
];

/** What a statement of a mandate says, for software that shows it (SD-JWT VC Type Metadata). */
export const mandateStatementType = (vct: string): object => ({
  ...{ vct, name: 'Statement of a mandate' },
  description:
    'That an organisation may handle government messages for a citizen, as it was when it was signed.',
  display: inBoth(({ nl }) => ({
    name: nl ? 'Verklaring van een machtiging' : 'Statement of an authorisation',
  })),
  claims: statementClaims.map((claim) => ({
    path: claim === 'scope' ? [claim, null] : [claim],
    display: inBoth(({ nl }) => ({ label: labels[claim][nl ? 0 : 1] })),
    sd: 'always',
  })),
});
