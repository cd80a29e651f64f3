import { ApiProperty } from '@nestjs/swagger';
import { publishedUntil, type SigningKey, signsNow } from '../domain/signing-key.ts';

/** A key by which this service signs, on the wire. */
export class SigningKeyJson {
  @ApiProperty({
    description: 'Its name in what it signed (RFC 7638).',
    example: 'lWcxbYyyhvWn5IW6BfB2cXWyhOk2CGl0xGZZPfYjCYk',
  })
  readonly kid!: string;

  @ApiProperty({ format: 'date-time' })
  readonly madeAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From when it signs. Until then it is published only.' })
  readonly signsFrom!: string;

  @ApiProperty({ description: 'Whether it is the one that signs now.' })
  readonly signs!: boolean;

  @ApiProperty({
    ...{ type: String, format: 'date-time', required: false },
    description: 'Until when it is published, or was. Absent while no other signs after it.',
  })
  readonly publishedUntil?: string | undefined;

  @ApiProperty({
    ...{ type: String, format: 'date-time', required: false },
    description: 'Since when nothing that it signed may be believed.',
  })
  readonly withdrawnAt?: string | undefined;

  @ApiProperty({ type: String, required: false, description: 'Why it was withdrawn.' })
  readonly reason?: string | undefined;
}

/** All of them. */
export class SigningKeysJson {
  @ApiProperty({ type: [SigningKeyJson], description: 'By when they sign.' })
  readonly items!: readonly SigningKeyJson[];
}

/** Without the key itself: that is published elsewhere, and its secret nowhere. */
export const toJson = (
  key: SigningKey & { readonly madeAt: Date; readonly reason?: string | undefined },
  keys: readonly SigningKey[],
  now: Date,
): SigningKeyJson => ({
  ...{ kid: key.kid, madeAt: key.madeAt.toISOString(), signsFrom: key.signsFrom.toISOString() },
  ...{ signs: signsNow(keys, now)?.kid === key.kid, reason: key.reason },
  publishedUntil: publishedUntil(key, keys)?.toISOString(),
  withdrawnAt: key.withdrawnAt?.toISOString(),
});
