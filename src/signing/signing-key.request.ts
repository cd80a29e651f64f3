import { field, TextField } from '../platform/fields.ts';

/** Which key. */
export class SigningKeyPath {
  @field(
    'kid',
    (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value),
    { en: 'This is not the name of a key.', nl: 'Dit is geen naam van een sleutel.' },
    { description: 'The name of the key.', example: 'lWcxbYyyhvWn5IW6BfB2cXWyhOk2CGl0xGZZPfYjCYk' },
    { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
  )
  readonly kid!: string;
}

/** Why a key is not to be trusted. */
export class WithdrawSigningKey {
  @TextField({ min: 3, max: 500, description: 'Why.', example: 'A copy of the keys was stolen.' })
  readonly reason!: string;
}
