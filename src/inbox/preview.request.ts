import type { Oin } from '../domain/identifiers.ts';
import type { MandateId } from '../domain/ids.ts';
import { categories, type Category, type Scope, type ScopeAction, scopeActions } from '../domain/scope.ts';
import { ListField } from '../platform/fields.nested.ts';
import { IdField, OinField, OneOfField, SomeOfField } from '../platform/fields.ts';

/** Which mandate. */
export class PreviewPath {
  @IdField({ description: 'The mandate.' })
  readonly mandate!: MandateId;
}

/** One scope line as a citizen thinks of granting it. */
export class PreviewLine implements Scope {
  @OinField()
  readonly sender!: Oin;

  @OneOfField([...categories, 'all'], {
    description:
      'What the messages are about; `all` is everything of this sender, also what has no category.',
    example: 'financial',
  })
  readonly category!: Category | 'all';

  @SomeOfField(scopeActions, { description: 'What the office may do with them.', example: ['read'] })
  readonly actions!: readonly ScopeAction[];
}

/** What a citizen thinks of granting. */
export class PreviewWish {
  @ListField(() => PreviewLine, { max: 50, description: 'The scope lines.' })
  readonly lines!: readonly PreviewLine[];
}
