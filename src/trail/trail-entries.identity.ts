import type { identityActions } from '../domain/actions.identity.ts';
import type { paperMandateActions } from '../domain/paper-mandate-actions.ts';

type Named = keyof typeof identityActions | keyof typeof paperMandateActions;
type Words = Readonly<Record<Named, readonly [done: string, tried: string]>>;

/** What one does about who somebody is, to follow who he is; and the same after "wilde". */
export const identityInDutch: Words = {
  'account.see': ['bekeek het account', 'het account bekijken'],
  'account.open': ['vroeg een account aan', 'een account aanvragen'],
  'account.redeem': ['gebruikte de code uit een brief', 'de code uit een brief gebruiken'],
  'account.link': [
    'vroeg om het account te koppelen aan een burgerservicenummer',
    'vragen om het account te koppelen aan een burgerservicenummer',
  ],
  'means.announce': ['kondigde een ander inlogmiddel aan', 'een ander inlogmiddel aankondigen'],
  'means.rebind': [
    'vroeg om een ander inlogmiddel bij het account te zetten',
    'vragen om een ander inlogmiddel bij het account te zetten',
  ],
  'means.see': ['bekeek de inlogmiddelen van het account', 'de inlogmiddelen van het account bekijken'],
  'means.end': ['beëindigde een inlogmiddel van het account', 'een inlogmiddel van het account beëindigen'],
  'means.end-of-client': [
    'beëindigde een inlogmiddel van een cliënt',
    'een inlogmiddel van een cliënt beëindigen',
  ],
  'preferences.see': ['bekeek de taal en de tijdzone', 'de taal en de tijdzone bekijken'],
  'preferences.change': ['veranderde de taal of de tijdzone', 'de taal of de tijdzone veranderen'],
  'identity-case.list': ['bekeek de lijst met aanvragen', 'de lijst met aanvragen bekijken'],
  'identity-case.see': ['bekeek een aanvraag', 'een aanvraag bekijken'],
  'identity-case.enter': ['voerde een aanvraag van papier in', 'een aanvraag van papier invoeren'],
  'identity-case.decide': ['besliste over een aanvraag', 'beslissen over een aanvraag'],
  'identity-case.confirm': [
    'bevestigde het besluit over een aanvraag',
    'het besluit over een aanvraag bevestigen',
  ],
  'identity-case.undo': [
    'draaide een besluit over een inlogmiddel terug',
    'een besluit over een inlogmiddel terugdraaien',
  ],
  'identity-case.write': ['liet een nieuwe brief sturen', 'een nieuwe brief laten sturen'],
  'identity-case.take-in': ['ontving een aanvraag', 'een aanvraag ontvangen'],
  'identity.match': ['zocht uit wie iemand is', 'uitzoeken wie iemand is'],
  'paper-mandate.enter': ['voerde een machtiging op papier in', 'een machtiging op papier invoeren'],
  'paper-mandate.list': ['bekeek de machtigingen op papier', 'de machtigingen op papier bekijken'],
  'paper-mandate.see': ['bekeek een machtiging op papier', 'een machtiging op papier bekijken'],
  'paper-mandate.see-evidence': [
    'bekeek het papier van een machtiging',
    'het papier van een machtiging bekijken',
  ],
  'paper-mandate.foresee': [
    'bekeek wat een machtiging op papier opent',
    'bekijken wat een machtiging op papier opent',
  ],
  'paper-mandate.confirm': ['bevestigde een machtiging op papier', 'een machtiging op papier bevestigen'],
  'paper-mandate.reject': ['wees een machtiging op papier af', 'een machtiging op papier afwijzen'],
  'paper-mandate.check': [
    'controleerde wie een machtiging op papier gaf',
    'controleren wie een machtiging op papier gaf',
  ],
};

/** The same in English, after "tried to". */
export const identityInEnglish: Words = {
  'account.see': ['looked at the account', 'look at the account'],
  'account.open': ['asked for an account', 'ask for an account'],
  'account.redeem': ['used the code from a letter', 'use the code from a letter'],
  'account.link': [
    'asked to link the account to a citizen service number',
    'ask to link the account to a citizen service number',
  ],
  'means.announce': ['announced another means of sign-in', 'announce another means of sign-in'],
  'means.rebind': [
    'asked to add another means of sign-in to the account',
    'ask to add another means of sign-in to the account',
  ],
  'means.see': [
    'looked at the means of sign-in of the account',
    'look at the means of sign-in of the account',
  ],
  'means.end': ['ended a means of sign-in of the account', 'end a means of sign-in of the account'],
  'means.end-of-client': ['ended a means of sign-in of a client', 'end a means of sign-in of a client'],
  'preferences.see': ['looked at the language and the time zone', 'look at the language and the time zone'],
  'preferences.change': ['changed the language or the time zone', 'change the language or the time zone'],
  'identity-case.list': ['looked at the list of requests', 'look at the list of requests'],
  'identity-case.see': ['looked at a request', 'look at a request'],
  'identity-case.enter': ['entered a request from paper', 'enter a request from paper'],
  'identity-case.decide': ['decided about a request', 'decide about a request'],
  'identity-case.confirm': ['confirmed the decision about a request', 'confirm the decision about a request'],
  'identity-case.undo': [
    'undid a decision about a means of sign-in',
    'undo a decision about a means of sign-in',
  ],
  'identity-case.write': ['had another letter sent', 'have another letter sent'],
  'identity-case.take-in': ['took in a request', 'take in a request'],
  'identity.match': ['found out who somebody is', 'find out who somebody is'],
  'paper-mandate.enter': ['entered an authorisation on paper', 'enter an authorisation on paper'],
  'paper-mandate.list': ['looked at the authorisations on paper', 'look at the authorisations on paper'],
  'paper-mandate.see': ['looked at an authorisation on paper', 'look at an authorisation on paper'],
  'paper-mandate.see-evidence': [
    'looked at the paper of an authorisation',
    'look at the paper of an authorisation',
  ],
  'paper-mandate.foresee': [
    'looked at what an authorisation on paper opens',
    'look at what an authorisation on paper opens',
  ],
  'paper-mandate.confirm': ['confirmed an authorisation on paper', 'confirm an authorisation on paper'],
  'paper-mandate.reject': ['rejected an authorisation on paper', 'reject an authorisation on paper'],
  'paper-mandate.check': [
    'checked who gave an authorisation on paper',
    'check who gave an authorisation on paper',
  ],
};
