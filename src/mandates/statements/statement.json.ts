import { ApiProperty } from '@nestjs/swagger';
import { statementClaims } from '../../domain/statement.ts';

/** One thing that a statement says to whom it is shown. */
export class DisclosureJson {
  @ApiProperty({ enum: statementClaims })
  readonly claim!: string;
  @ApiProperty({ description: 'Whether `statement` shows it.' })
  readonly shown!: boolean;
  @ApiProperty({
    description: 'What to put in the statement, or to leave out, to show it or not (RFC 9901).',
    example: 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
  })
  readonly disclosure!: string;
}

/** A statement of a mandate. */
export class StatementJson {
  @ApiProperty({
    description: 'An SD-JWT VC (`dc+sd-jwt`) in its compact form, with what it shows.',
    example: 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImRjK3NkLWp3dCJ9.eyJ2Y3QiOiJ4In0.c2ln~WyJzYWx0Il0~',
  })
  readonly statement!: string;
  @ApiProperty({ format: 'date-time', description: 'From then on it holds no more.' })
  readonly expiresAt!: string;
  @ApiProperty({
    type: [DisclosureJson],
    description: 'All that it can show. Keep these: with them you show another more or less of the same.',
  })
  readonly disclosures!: readonly DisclosureJson[];
}
