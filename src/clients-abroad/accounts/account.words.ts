/** A sentence in two languages. */
interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** How it stands with an account, in words. */
export const accountWords = {
  none: {
    nl: 'U heeft hier nog geen account. Als u wilt, kunt u er een openen.',
    en: 'You have no account here yet. You can open one if you want.',
  },
  'being-checked': {
    nl: 'We controleren uw aanvraag. Kijk later nog eens.',
    en: 'We are checking your request. Look again later.',
  },
  linked: {
    nl: 'Uw account is open.',
    en: 'Your account is open.',
  },
  'not-linked': {
    nl: 'Uw account is open. We controleren of u al bekend bent bij de Nederlandse overheid. Als dat zo is, staan uw berichten straks ook hier.',
    en: 'Your account is open. We are checking whether the Dutch government knows you already. If so, your messages will be here too.',
  },
  'your-means': {
    nl: 'Hiermee kan men inloggen op uw account, naast DigiD. Kent u een van deze middelen niet? Beëindig het dan, en schrijf ons.',
    en: 'With these one can sign in to your account, beside DigiD. Do you not know one of them? End it, and write to us.',
  },
  ended: {
    nl: 'Dit inlogmiddel is beëindigd. U kunt er opnieuw een account mee aanvragen. Een ambtenaar bekijkt uw aanvraag.',
    en: 'This means of sign-in was ended. You can ask for an account with it again. An official looks at your request.',
  },
  'ended-account': {
    nl: 'Dit account is beëindigd. Vraag een nieuwe brief aan, met het formulier voor wie geen inlogmiddel heeft. Met de code uit die brief kunt u dit account weer gebruiken.',
    en: 'This account was ended. Ask for a new letter, with the form for who has no means of sign-in. With the code in that letter you can use this account again.',
  },
  unproved: {
    nl: 'Bij dit inlogmiddel hoort nog geen account. Heeft u een brief met een code? Vul de code dan in.',
    en: 'No account belongs to this means of sign-in yet. If you have a letter with a code, enter the code.',
  },
} as const satisfies Record<string, Sentence>;
