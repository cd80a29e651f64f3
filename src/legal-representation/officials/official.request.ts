import type { OfficialId } from '../../domain/ids.ts';
import { type OfficialStanding, officialStandings } from '../../domain/four-eyes.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { IdField, OneOfField, TextField } from '../../platform/fields.ts';

/** Which officials to list. */
export class ListOfficials extends PageQuery {
  @OneOfField(officialStandings, { optional: true, description: 'Their standing.', example: 'suspended' })
  readonly standing?: OfficialStanding;
}

/** An official is entered in the register, by the name that the trail knows him by. */
export class EnterOfficial {
  @TextField({
    max: 300,
    description: 'Issuer and subject, as the trail names an official.',
    example: 'issuer:official-otto',
  })
  readonly official!: string;
}

/** Which official. */
export class OfficialPath {
  @IdField({ description: 'The official in the register.' })
  readonly official!: OfficialId;
}

/** Why a standing changes. */
export class StandingReason {
  @TextField({ min: 3, max: 500, description: 'Why. It is kept.', example: 'Left the department.' })
  readonly reason!: string;
}
