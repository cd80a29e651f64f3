import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Fault, Problem } from '../../domain/errors.ts';
import { isKeepable } from '../reading.ts';

/** The kind of grant (RFC 8693). */
export const tokenExchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
/** The kind of token that is given. */
export const accessToken = 'urn:ietf:params:oauth:token-type:access_token';
const kinds = [accessToken, 'urn:ietf:params:oauth:token-type:jwt'];

/** What the form says, for the description of the API. */
export class ExchangeForm {
  @ApiProperty({ enum: [tokenExchange] })
  readonly grant_type!: string;

  @ApiProperty({ description: 'The access token with which the employee signed in, for this service.' })
  readonly subject_token!: string;

  @ApiProperty({ enum: kinds })
  readonly subject_token_type!: string;

  @ApiProperty({
    description: 'The client for whom he acts: by pseudonym, or `bsn:` and a BSN.',
    example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11',
  })
  readonly represents!: string;

  @ApiPropertyOptional({
    description: 'Your own system, which is the only one that a token is given for.',
    example: 'urn:nld:oin:00000099000000009000',
  })
  readonly audience?: string;

  @ApiPropertyOptional({ enum: kinds, default: accessToken })
  readonly requested_token_type?: string;
}

/** An exchange as it was read. */
export interface ExchangeWish {
  readonly subjectToken: string;
  /** Empty when a form for another grant names nobody. */
  readonly represents: string;
  readonly audience?: string | undefined;
  /** What it asks for that nobody gets here: another grant, or something besides. */
  readonly not?: 'grant' | 'resource' | 'scope' | undefined;
}

const says = (name: string, code: string, en: string, nl: string): Fault => ({
  ...{ in: 'body', location: `#/${name}`, code, detail: `${name}: ${en}`, detailNl: `${name}: ${nl}` },
});

/**
 * Reads the form. What it does not know it ignores (RFC 6749, 3.2); of a form for another grant only whom it names counts.
 * @throws Problem `invalid-input` naming each fault.
 */
export function readExchange(form: unknown): ExchangeWish {
  if (!(form instanceof URLSearchParams)) throw new Problem('malformed-request');
  const faults: Fault[] = [];
  const given = (name: string): string | undefined => {
    const all = form.getAll(name).filter((value) => value !== '');
    if (all.length > 1) faults.push(says(name, 'once', 'Say this once.', 'Zeg dit één keer.'));
    if (!all.every(isKeepable))
      faults.push(says(name, 'characters', 'This holds NUL.', 'Hier staat NUL in.'));
    return all[0];
  };
  const needed = (name: string): string => {
    const value = given(name);
    if (value === undefined) faults.push(says(name, 'required', 'This is required.', 'Dit is verplicht.'));
    return value ?? '';
  };
  const kind = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '' && !kinds.includes(value))
      faults.push(
        says(name, 'form', `Choose one of: ${kinds.join(', ')}.`, `Kies een van: ${kinds.join(', ')}.`),
      );
  };
  const grant = needed('grant_type');
  if (faults.length === 0 && grant !== tokenExchange) {
    const represents = form.getAll('represents').find((value) => value !== '' && isKeepable(value));
    return { subjectToken: '', represents: represents ?? '', not: 'grant' };
  }
  const wish = {
    subjectToken: needed('subject_token'),
    represents: needed('represents'),
    audience: given('audience'),
  };
  kind('subject_token_type', needed('subject_token_type'));
  kind('requested_token_type', given('requested_token_type'));
  const besides = (['resource', 'scope'] as const).filter((name) => form.getAll(name).some(Boolean));
  // RFC 8693, 2.1: no actor_token_type without the token; and nobody but the subject himself acts here.
  const untaken = ['actor_token', 'actor_token_type'].filter((name) => form.getAll(name).some(Boolean));
  if (faults.length + untaken.length === 0) return { ...wish, not: besides[0] };
  for (const name of [...untaken, ...besides])
    faults.push(says(name, 'unknown', 'This is not taken here.', 'Dit kunt u hier niet geven.'));
  throw new Problem('invalid-input', { faults });
}
