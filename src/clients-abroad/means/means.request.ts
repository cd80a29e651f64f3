import type { MeansId } from '../../domain/ids.ts';
import { IdField, TextField } from '../../platform/fields.ts';

/** Which means of sign-in. */
export class MeansPath {
  @IdField({ description: 'The means.' })
  readonly means!: MeansId;
}

/** Why an official ends somebody else's. */
export class EndMeans {
  @TextField({
    ...{ min: 3, max: 500 },
    description: 'Why. It is kept in the trail.',
    example: 'The client wrote that this means is not his.',
  })
  readonly reason!: string;
}
