import type { Oin } from '../../domain/identifiers.ts';
import { type StatementClaim, statementClaims, usuallyDisclosed } from '../../domain/statement.ts';
import { OinField, SomeOfField } from '../../platform/fields.ts';

/** What a statement is to show. */
export class MakeStatement {
  @SomeOfField(statementClaims, {
    optional: true,
    description: `What it shows; without this: ${usuallyDisclosed.join(', ')}. A date of birth or a BSN is for the client himself to ask.`,
    example: ['client_name', 'organisation_name', 'scope'],
  })
  readonly disclose?: readonly StatementClaim[];

  @OinField({ optional: true, description: 'Only what the mandate says of this sender.' })
  readonly sender?: Oin;
}
