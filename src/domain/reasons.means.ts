/** Why a means of sign-in opens nothing. A part of the closed list of reasons. */
export const meansReasons = {
  'means-not-linked': {
    tell: true,
    en: 'No account belongs to this means of sign-in yet. Open one, or use the code from your letter.',
    nl: 'Bij dit inlogmiddel hoort nog geen account. Open een account, of gebruik de code uit uw brief.',
  },
  'means-replaced': {
    tell: true,
    en: 'Another means of sign-in took the place of this one, because somebody asked for that. Sign in with the other one. Did you not ask for it, or do you not know the other one? Object in writing: an official then finds out whose account it is, and can undo it.',
    nl: 'Een ander inlogmiddel kwam in de plaats van dit middel, omdat iemand daarom vroeg. Log in met dat andere middel. Vroeg u daar niet om, of kent u dat andere middel niet? Schrijf ons dan dat u bezwaar heeft. Een ambtenaar zoekt dan uit van wie het account is, en kan het terugdraaien.',
  },
  'means-ended': {
    tell: true,
    en: 'This means of sign-in was ended and opens nothing any more. Sign in with another one that you have here. Do you have none, or should it not have been ended? With a European means you can ask for an account again: an official looks at it. With an account that a letter opened you cannot: ask for a new letter, with the form for who has no means, or write to us.',
    nl: 'Dit inlogmiddel is beëindigd en opent niets meer. Log in met een ander middel dat u hier heeft. Heeft u er geen, of had het niet beëindigd mogen worden? Met een Europees inlogmiddel kunt u opnieuw een account aanvragen: een ambtenaar bekijkt uw aanvraag. Met een account dat u opende met een brief kan dat niet. Vraag dan een nieuwe brief aan, met het formulier voor wie geen inlogmiddel heeft, of schrijf ons.',
  },
  'account-too-low': {
    tell: true,
    en: 'An account that a letter opened is not enough for this: sign in with a means of a higher level, such as a European one. Do you have none? Then you can authorise somebody in the Netherlands on paper, with your signature. Write to us.',
    nl: 'Een account dat u opende met een brief is hiervoor niet genoeg. Log in met een middel met een hoger niveau, zoals een Europees inlogmiddel. Heeft u dat niet? Dan kunt u iemand in Nederland machtigen op papier, met uw handtekening. Schrijf ons.',
  },
} as const;
