import type { ProblemCode } from '../domain/errors.ts';

/** What a problem code is on the wire: HTTP status, title, and a sentence for people in English and Dutch. */
export interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly en: string;
  readonly nl: string;
}

const words = (status: number, title: string, en: string, nl: string): ProblemWords => ({
  status,
  title,
  en,
  nl,
});

/** The closed list. Refusals by a rule have their own words in `domain/reasons.ts` and status 403. */
export const problems: Readonly<Record<ProblemCode, ProblemWords>> = {
  'invalid-input': words(
    400,
    'The input is not right',
    'Some fields are not right. Each is named below; nothing was changed.',
    'Sommige velden kloppen niet. Ze staan hieronder. Er is niets veranderd.',
  ),
  'malformed-request': words(
    400,
    'The request cannot be read',
    'The request could not be read. Nothing was changed.',
    'Het verzoek is niet leesbaar. Er is niets veranderd.',
  ),
  'sign-in-required': words(
    401,
    'Sign in first',
    'You are not signed in, or your sign-in has ended. Sign in and try again.',
    'U bent niet ingelogd, of u bent te lang geleden ingelogd. Log in en probeer het opnieuw.',
  ),
  'not-found': words(
    404,
    'Not found',
    'This does not exist, or it is not yours to see.',
    'Dit bestaat niet, of u mag het niet zien.',
  ),
  'method-not-allowed': words(405, 'Method not allowed', 'This cannot be done here.', 'Dat kan hier niet.'),
  'not-acceptable': words(
    406,
    'Not available in that form',
    'This is not available in the form asked for.',
    'Dit is er niet in de gevraagde vorm.',
  ),
  'request-timeout': words(
    408,
    'The request took too long to arrive',
    'The request did not arrive in time. Nothing was changed.',
    'Het verzoek kwam niet op tijd binnen. Er is niets veranderd.',
  ),
  'payload-too-large': words(
    413,
    'Too large',
    'What you sent is too large. Nothing was changed.',
    'Wat u stuurde is te groot. Er is niets veranderd.',
  ),
  'headers-too-large': words(
    431,
    'Headers too large',
    'The headers are too large.',
    'De headers zijn te groot.',
  ),
  'unsupported-media-type': words(
    415,
    'Unsupported form',
    'Send this as application/json in UTF-8. Nothing was changed.',
    'Stuur dit als application/json in UTF-8. Er is niets veranderd.',
  ),
  'duplicate-mandate': words(
    409,
    'There is already a mandate for this',
    'There is already an open or active mandate for this client and (part of) these messages.',
    'Er is al een machtiging of een verzoek voor deze cliënt en (een deel van) deze berichten.',
  ),
  'move-not-possible': words(
    409,
    'Not possible in this state',
    'This cannot be done in the state that it is in now.',
    'Dit kan niet in de huidige toestand.',
  ),
  'widening-needs-consent': words(
    409,
    'Widening needs new consent',
    'A mandate can be made smaller, not larger. For more, a new mandate is needed.',
    'Een machtiging kan wel kleiner worden, maar niet groter. Voor meer is een nieuwe machtiging nodig.',
  ),
  'changed-meanwhile': words(
    412,
    'It was changed meanwhile',
    'This was changed after you looked at it. Look again, and then decide. Nothing was changed now.',
    'Dit is veranderd nadat u het bekeek. Kijk opnieuw en beslis dan. Er is nu niets veranderd.',
  ),
  'wrong-code': words(
    409,
    'The code is not right',
    'This code does not belong to this request, or it can no longer be used.',
    'Deze code hoort niet bij dit verzoek, of is niet meer te gebruiken.',
  ),
  'already-exists': words(409, 'It already exists', 'This already exists.', 'Dit bestaat al.'),
  'last-administrator': words(
    409,
    'The last administrator stays',
    'An office needs at least one administrator who stays. Make someone else administrator first.',
    'Een kantoor heeft minstens één beheerder nodig die blijft. Maak eerst iemand anders beheerder.',
  ),
  'held-by-a-colleague': words(
    409,
    'A colleague has this in hand',
    'A colleague has this message in hand. To change that, say who has it now.',
    'Een collega is met dit bericht bezig. Wilt u dat veranderen? Zeg dan wie het nu heeft.',
  ),
  'limit-reached': words(
    409,
    'There are as many as there can be',
    'You have as many of these as you can have. Remove one first.',
    'U heeft er al zoveel als mag. Haal er eerst een weg.',
  ),
  'idempotency-key-reused': words(
    409,
    'This key was used for something else',
    'This Idempotency-Key was used before with another request. Use a new key.',
    'Deze Idempotency-Key is al gebruikt voor een ander verzoek. Gebruik een nieuwe.',
  ),
  'request-in-progress': words(
    409,
    'This request is still under way',
    'The same request is still being carried out. Ask again in a moment.',
    'Hetzelfde verzoek wordt nog uitgevoerd. Probeer het zo weer.',
  ),
  'too-many-requests': words(
    429,
    'Too many requests',
    'You asked for too much in a short time. Wait a moment and try again.',
    'U vroeg te veel in korte tijd. Wacht even en probeer het opnieuw.',
  ),
  unavailable: words(
    503,
    'Not available at the moment',
    'The service cannot do this at the moment. Nothing was changed. Try again in a moment.',
    'De dienst kan dit nu niet doen. Er is niets veranderd. Probeer het zo weer.',
  ),
  'outcome-unknown': words(
    503,
    'It is not known whether this was done',
    'The connection was lost while this was being saved. Repeat it with the same Idempotency-Key: it happens once.',
    'De verbinding viel weg tijdens het opslaan. Herhaal het met dezelfde Idempotency-Key: het gebeurt één keer.',
  ),
  'internal-error': words(
    500,
    'Something went wrong here',
    'Something went wrong on our side. Nothing was changed.',
    'Er ging bij ons iets mis. Er is niets veranderd.',
  ),
};
