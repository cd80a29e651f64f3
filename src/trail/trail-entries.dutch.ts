import type { ActionName } from '../domain/actions.ts';

/** What someone did, to follow who he is; and the same after "wilde". Plain Dutch, B1 level. */
export const inDutch: Readonly<Record<ActionName, readonly [done: string, tried: string]>> = {
  'answer.repeat': ['herhaalde een verzoek', 'een verzoek herhalen'],
  'self.see': ['logde in', 'inloggen'],

  'organisation.register': ['meldde een kantoor aan', 'een kantoor aanmelden'],
  'organisation.search': ['zocht een kantoor', 'een kantoor zoeken'],
  'organisation.see': ['bekeek een kantoor', 'een kantoor bekijken'],
  'organisation.recognise': ['erkende een kantoor', 'een kantoor erkennen'],
  'organisation.suspend': ['schorste een kantoor', 'een kantoor schorsen'],
  'employment.accept': ['ging bij een kantoor werken', 'bij een kantoor gaan werken'],
  'office.see': ['bekeek het eigen kantoor', 'het eigen kantoor bekijken'],
  'office.manage': ['veranderde iets aan het eigen kantoor', 'iets aan het eigen kantoor veranderen'],
  'clients.see': ['bekeek de lijst met cliënten', 'de lijst met cliënten bekijken'],
  'clients.assign': ['veranderde wie een cliënt helpt', 'veranderen wie een cliënt helpt'],

  'mandate.request': ['vroeg om een machtiging', 'om een machtiging vragen'],
  'mandate.grant': ['gaf een machtiging', 'een machtiging geven'],
  'mandate.list': ['bekeek de lijst met machtigingen', 'de lijst met machtigingen bekijken'],
  'mandate.see': ['bekeek een machtiging', 'een machtiging bekijken'],
  'mandate.history': [
    'bekeek wat er met een machtiging gebeurde',
    'bekijken wat er met een machtiging gebeurde',
  ],
  'mandate.preview': ['bekeek wat een machtiging opent', 'bekijken wat een machtiging opent'],
  'mandate.consent': ['gaf toestemming voor een machtiging', 'toestemming geven voor een machtiging'],
  'mandate.decline': ['weigerde een machtiging', 'een machtiging weigeren'],
  'mandate.narrow': ['maakte een machtiging kleiner', 'een machtiging kleiner maken'],
  'mandate.revoke': ['trok een machtiging in', 'een machtiging intrekken'],
  'mandate.activate': ['gebruikte een activatiecode', 'een activatiecode gebruiken'],
  'mandate.withdraw': ['nam een verzoek om een machtiging terug', 'een verzoek om een machtiging terugnemen'],
  'mandate.renounce': ['zegde een machtiging op', 'een machtiging opzeggen'],
  'mandate.renew': ['vroeg om een machtiging te verlengen', 'vragen om een machtiging te verlengen'],
  'mandate.suspend': ['schorste een machtiging', 'een machtiging schorsen'],
  'mandate.resume': [
    'maakte een einde aan de schorsing van een machtiging',
    'de schorsing van een machtiging beëindigen',
  ],
  'mandate.offer': ['bood een machtiging aan', 'een machtiging aanbieden'],
  'person.look-up': [
    'vroeg gegevens op in het register van personen',
    'gegevens opvragen in het register van personen',
  ],
  'letter.print': ['stuurde een brief', 'een brief sturen'],
  'house.tidy': ['ruimde oude gegevens op', 'oude gegevens opruimen'],

  'sender.search': ['zocht een overheidsorganisatie', 'een overheidsorganisatie zoeken'],
  'sender.register': ['meldde een overheidsorganisatie aan', 'een overheidsorganisatie aanmelden'],
  'sender.define-types': ['beschreef zijn berichten', 'zijn berichten beschrijven'],
  'inbox.deliver': ['bezorgde een bericht', 'een bericht bezorgen'],
  'inbox.preview': [
    'telde welke berichten een kantoor zou zien',
    'tellen welke berichten een kantoor zou zien',
  ],
  'inbox.list': ['bekeek de lijst met berichten', 'de lijst met berichten bekijken'],
  'inbox.read': ['opende een bericht', 'een bericht openen'],
  'inbox.mark': ['markeerde een bericht', 'een bericht markeren'],
  'inbox.archive': ['borg een bericht op', 'een bericht opbergen'],
  'inbox.download': ['downloadde een bijlage', 'een bijlage downloaden'],

  'trail.see-own': ['bekeek het logboek', 'het logboek bekijken'],
  'trail.search': ['zocht in het logboek', 'in het logboek zoeken'],
};
