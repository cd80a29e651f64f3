import type { ProblemCode } from '../domain/errors.ts';

/** What a problem code is on the wire: HTTP status, and a title and a sentence for people in English and Dutch. */
export interface ProblemWords {
  readonly status: number;
  readonly title: { readonly en: string; readonly nl: string };
  readonly en: string;
  readonly nl: string;
}

const words = (status: number, title: ProblemWords['title'], en: string, nl: string): ProblemWords => ({
  status,
  title,
  en,
  nl,
});

/** The closed list. Refusals by a rule have their own words in `domain/reasons.ts` and status 403. */
export const problems: Readonly<Record<ProblemCode, ProblemWords>> = {
  'invalid-input': words(
    400,
    { en: 'The input is not right', nl: 'De invoer klopt niet' },
    'Some fields are not right. Each is named below; nothing was changed.',
    'Sommige velden kloppen niet. Ze staan hieronder. Er is niets veranderd.',
  ),
  'malformed-request': words(
    400,
    { en: 'The request cannot be read', nl: 'Het verzoek is niet leesbaar' },
    'The request could not be read. Nothing was changed.',
    'Het verzoek is niet leesbaar. Er is niets veranderd.',
  ),
  'sign-in-required': words(
    401,
    { en: 'Sign in first', nl: 'Log eerst in' },
    'You are not signed in, or your sign-in has ended. Sign in and try again.',
    'U bent niet ingelogd, of u bent te lang geleden ingelogd. Log in en probeer het opnieuw.',
  ),
  'not-found': words(
    404,
    { en: 'Not found', nl: 'Niet gevonden' },
    'This does not exist, or it is not yours to see.',
    'Dit bestaat niet, of u mag het niet zien.',
  ),
  'method-not-allowed': words(
    405,
    { en: 'Method not allowed', nl: 'Dat kan hier niet' },
    'This cannot be done here.',
    'Dat kan hier niet.',
  ),
  'not-acceptable': words(
    406,
    { en: 'Not available in that form', nl: 'Niet in die vorm te krijgen' },
    'This is not available in the form asked for.',
    'Dit is er niet in de gevraagde vorm.',
  ),
  'request-timeout': words(
    408,
    { en: 'The request took too long to arrive', nl: 'Het verzoek kwam te langzaam binnen' },
    'The request did not arrive in time. Nothing was changed.',
    'Het verzoek kwam niet op tijd binnen. Er is niets veranderd.',
  ),
  'payload-too-large': words(
    413,
    { en: 'Too large', nl: 'Te groot' },
    'What you sent is too large. Nothing was changed.',
    'Wat u stuurde is te groot. Er is niets veranderd.',
  ),
  'headers-too-large': words(
    431,
    { en: 'Headers too large', nl: 'Headers te groot' },
    'The headers are too large.',
    'De headers zijn te groot.',
  ),
  'unsupported-media-type': words(
    415,
    { en: 'Unsupported form', nl: 'Deze vorm kennen wij niet' },
    'Send this as application/json in UTF-8. Nothing was changed.',
    'Stuur dit als application/json in UTF-8. Er is niets veranderd.',
  ),
  'duplicate-mandate': words(
    409,
    { en: 'There is already a mandate for this', nl: 'Hiervoor is al een machtiging' },
    'There is already an open or active mandate for this client and (part of) these messages.',
    'Er is al een machtiging of een verzoek voor deze cliënt en (een deel van) deze berichten.',
  ),
  'move-not-possible': words(
    409,
    { en: 'Not possible in this state', nl: 'Niet mogelijk in deze toestand' },
    'This cannot be done in the state that it is in now.',
    'Dit kan niet in de huidige toestand.',
  ),
  'nothing-to-confirm': words(
    409,
    { en: 'There is nothing to confirm', nl: 'Er is niets te bevestigen' },
    'No row of this file can be carried out. Repair the rows that have a fault and send the file again. Nothing was changed.',
    'Geen enkele rij van dit bestand is uit te voeren. Herstel de rijen met een fout en stuur het bestand opnieuw. Er is niets veranderd.',
  ),
  'widening-needs-consent': words(
    409,
    { en: 'Widening needs new consent', nl: 'Voor meer is nieuwe toestemming nodig' },
    'A mandate can be made smaller, not larger. For more, a new mandate is needed.',
    'Een machtiging kan wel kleiner worden, maar niet groter. Voor meer is een nieuwe machtiging nodig.',
  ),
  'changed-meanwhile': words(
    412,
    { en: 'It was changed meanwhile', nl: 'Het is intussen veranderd' },
    'This was changed after you looked at it. Look again, and then decide. Nothing was changed now.',
    'Dit is veranderd nadat u het bekeek. Kijk opnieuw en beslis dan. Er is nu niets veranderd.',
  ),
  'wrong-code': words(
    409,
    { en: 'The code is not right', nl: 'De code klopt niet' },
    'This code does not belong to this request, or it can no longer be used.',
    'Deze code hoort niet bij dit verzoek, of is niet meer te gebruiken.',
  ),
  'letters-used-up': words(
    409,
    { en: 'There are no more letters', nl: 'Er zijn geen brieven meer' },
    'A second letter was sent already. There is no third. Let the person ask anew.',
    'Er is al een tweede brief gestuurd. Er komt geen derde. Laat de persoon het opnieuw aanvragen.',
  ),
  'already-exists': words(
    409,
    { en: 'It already exists', nl: 'Dit bestaat al' },
    'This already exists.',
    'Dit bestaat al.',
  ),
  'last-administrator': words(
    409,
    { en: 'The last administrator stays', nl: 'De laatste beheerder blijft' },
    'An office needs at least one administrator who stays. Make someone else administrator first.',
    'Een kantoor heeft minstens één beheerder nodig die blijft. Maak eerst iemand anders beheerder.',
  ),
  'held-by-a-colleague': words(
    409,
    { en: 'A colleague has this in hand', nl: 'Een collega is hiermee bezig' },
    'A colleague has this message in hand. To change that, say who has it now.',
    'Een collega is met dit bericht bezig. Wilt u dat veranderen? Zeg dan wie het nu heeft.',
  ),
  'limit-reached': words(
    409,
    { en: 'There are as many as there can be', nl: 'Er zijn er al zoveel als mag' },
    'You have as many of these as you can have. Remove one first.',
    'U heeft er al zoveel als mag. Haal er eerst een weg.',
  ),
  'idempotency-key-reused': words(
    409,
    { en: 'This key was used for something else', nl: 'Deze sleutel is voor iets anders gebruikt' },
    'This Idempotency-Key was used before with another request. Use a new key.',
    'Deze Idempotency-Key is al gebruikt voor een ander verzoek. Gebruik een nieuwe.',
  ),
  'request-in-progress': words(
    409,
    { en: 'This request is still under way', nl: 'Dit verzoek wordt nog uitgevoerd' },
    'The same request is still being carried out. Ask again in a moment.',
    'Hetzelfde verzoek wordt nog uitgevoerd. Probeer het zo weer.',
  ),
  'too-many-requests': words(
    429,
    { en: 'Too many requests', nl: 'Te veel verzoeken' },
    'You asked for too much in a short time. Wait a moment and try again.',
    'U vroeg te veel in korte tijd. Wacht even en probeer het opnieuw.',
  ),
  'person-not-confirmed': words(
    409,
    { en: 'The person is not confirmed', nl: 'De persoon is niet bevestigd' },
    'The register of persons has not confirmed that this number and date of birth belong together.',
    'Het register van personen heeft nog niet bevestigd dat dit nummer en deze geboortedatum bij elkaar horen.',
  ),
  'order-conflicts': words(
    409,
    { en: 'Something stands in the way of this order', nl: 'Iets staat dit besluit in de weg' },
    'This order does not go together with what is known. Look at its consequences. Nothing was changed.',
    'Dit besluit past niet bij wat bekend is. Bekijk de gevolgen ervan. Er is niets veranderd.',
  ),
  'source-unavailable': words(
    503,
    { en: 'The register does not answer', nl: 'Het register geeft geen antwoord' },
    'The register that has to confirm this does not answer. Until it does, nothing is allowed. Nothing was changed.',
    'Het register dat dit moet bevestigen, geeft geen antwoord. Tot die tijd mag er niets. Er is niets veranderd.',
  ),
  unavailable: words(
    503,
    { en: 'Not available at the moment', nl: 'Nu niet beschikbaar' },
    'The service cannot do this at the moment. Nothing was changed. Try again in a moment.',
    'De dienst kan dit nu niet doen. Er is niets veranderd. Probeer het zo weer.',
  ),
  'outcome-unknown': words(
    503,
    { en: 'It is not known whether this was done', nl: 'Niet bekend of dit is gedaan' },
    'The connection was lost while this was being saved. Repeat it with the same Idempotency-Key: it happens once.',
    'De verbinding viel weg tijdens het opslaan. Herhaal het met dezelfde Idempotency-Key: het gebeurt één keer.',
  ),
  'internal-error': words(
    500,
    { en: 'Something went wrong here', nl: 'Er ging hier iets mis' },
    'Something went wrong on our side. Nothing was changed.',
    'Er ging bij ons iets mis. Er is niets veranderd.',
  ),
};
