import type { BeconNumber, KvkNumber } from '../domain/identifiers.ts';
import type { OrganisationId } from '../domain/ids.ts';
import {
  type OrganisationKind,
  organisationKinds,
  type Standing,
  standings,
} from '../domain/organisation.ts';
import { BeconField, IdField, KvkField, OneOfField, TextField } from '../platform/fields.ts';
import { PageQuery } from '../platform/fields.nested.ts';

/** An organisation in a path. */
export class OrganisationPath {
  @IdField({ description: 'The representative organisation.' })
  readonly organisation!: OrganisationId;
}

/** What a first administrator tells of his office. */
export class RegisterOrganisation {
  @KvkField({
    optional: true,
    description: 'KvK number. It is taken from your sign-in; if you name it, it must be the same.',
  })
  readonly kvk?: KvkNumber;

  @TextField({
    max: 200,
    description: 'Trade name; of an individual his own name.',
    example: 'Administratiekantoor Vermeer',
  })
  readonly name!: string;

  @OneOfField(organisationKinds, {
    description:
      'What the office does for a living. `individual` for who signed in as a representative of others, and then ' +
      'only that.',
    example: 'accountancy',
  })
  readonly kind!: OrganisationKind;

  @BeconField({
    optional: true,
    description: 'Becon number; only for an accountancy firm. Kept as six digits.',
  })
  readonly becon?: BeconNumber;

  @TextField({
    max: 200,
    description: 'Your own name: you are the first administrator. Of an individual the same as `name`.',
    example: 'Anna Vermeer',
  })
  readonly administratorName!: string;
}

/** Which organisations to find. */
export class FindOrganisations extends PageQuery {
  @TextField({
    max: 100,
    optional: true,
    description: 'Part of the name; accents and capitals do not matter.',
    example: 'vermeer',
  })
  readonly name?: string;

  @OneOfField(standings, {
    optional: true,
    description: 'Only this standing. Others than officials find recognised organisations only.',
    example: 'recognised',
  })
  readonly standing?: Standing;
}

/** Why an organisation is suspended. */
export class SuspendOrganisation {
  @TextField({
    max: 1000,
    lines: true,
    description: 'The reason, for the office and for other officials. Names no client.',
    example: 'The registration at the chamber of commerce was ended.',
  })
  readonly reason!: string;
}
