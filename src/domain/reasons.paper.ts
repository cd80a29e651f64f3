/** Why officials cannot let a mandate begin that a client abroad gave on paper. A part of the closed list of reasons. */
export const paperReasons = {
  'representative-may-not-act': {
    tell: true,
    en: 'This representative is not recognised, or is suspended. Nobody can be authorised to act through it now.',
    nl: 'Deze vertegenwoordiger is niet erkend, of is geschorst. Er kan nu geen machtiging aan worden gegeven.',
  },
  'represents-himself': {
    tell: true,
    en: 'The client and the representative are the same person. Nobody authorises himself.',
    nl: 'De cliënt en de vertegenwoordiger zijn dezelfde persoon. Niemand machtigt zichzelf.',
  },
  'client-under-guardianship': {
    tell: true,
    en: 'A court measure protects this client or will soon, or a register says so. So he cannot give this authorisation himself.',
    nl: 'Een maatregel van de rechter beschermt deze cliënt of gaat dat doen, of dat staat in een register. Daarom kan hij deze machtiging niet zelf geven.',
  },
  'client-not-abroad': {
    tell: true,
    en: 'This client does not live abroad. He can authorise online, or with the code from a letter.',
    nl: 'Deze cliënt woont niet in het buitenland. Hij kan online machtigen, of met de code uit een brief.',
  },
  'entered-by-suspended': {
    tell: true,
    en: 'The official who entered this was suspended since. Another official has to enter it anew.',
    nl: 'De ambtenaar die dit invoerde, is daarna geschorst. Een andere ambtenaar moet het opnieuw invoeren.',
  },
  'entered-for-another': {
    tell: true,
    en: 'Since this was entered, the account of who signed it became one with another. Reject it, look again at who signed it, and enter it anew.',
    nl: 'Nadat dit is ingevoerd, is het account van wie tekende samengevoegd met een ander account. Wijs het af, kijk opnieuw wie tekende en voer het opnieuw in.',
  },
} as const;
