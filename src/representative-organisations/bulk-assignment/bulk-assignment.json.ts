import { ApiProperty } from '@nestjs/swagger';
import { type ReassignmentPlan, type Unassignable, unassignables } from '../../domain/assigning.ts';

const codes = Object.keys(unassignables) as Unassignable[];

/** A client with whom nothing is done, and why. The value that was sent is not repeated. */
export class LeftRowJson {
  @ApiProperty({ example: 17, description: 'The place in the list, from 1.' })
  readonly row!: number;

  @ApiProperty({ enum: codes, example: 'unknown', description: 'Why, for machines.' })
  readonly code!: Unassignable;

  @ApiProperty({ example: unassignables.unknown.nl, description: 'Why, for people, in Dutch.' })
  readonly nl!: string;

  @ApiProperty({ example: unassignables.unknown.en, description: 'The same in English.' })
  readonly en!: string;
}

/** What a reassignment did, or would do. */
export class ReassignmentJson {
  @ApiProperty({ example: false, description: 'Whether this only tells what would change.' })
  readonly dryRun!: boolean;

  @ApiProperty({ example: 5000, description: 'How many clients were named.' })
  readonly named!: number;

  @ApiProperty({ example: 4988, description: 'How many clients changed hands.' })
  readonly changed!: number;

  @ApiProperty({ example: 4988, description: 'How many assignments began.' })
  readonly assigned!: number;

  @ApiProperty({ example: 5102, description: 'How many assignments ended.' })
  readonly ended!: number;

  @ApiProperty({ type: LeftRowJson, isArray: true, description: 'With whom nothing was done, and why.' })
  readonly left!: readonly LeftRowJson[];
}

/** What goes on the wire of a plan, carried out or not. */
export const reassignmentJson = ({ changes, left }: ReassignmentPlan, dryRun: boolean): ReassignmentJson => ({
  dryRun,
  named: changes.length + left.length,
  changed: changes.length,
  assigned: changes.filter(({ begins }) => begins).length,
  ended: changes.reduce((sum, { ends }) => sum + ends.length, 0),
  left: left.map(({ row, why }) => ({ row, code: why, ...unassignables[why] })),
});
