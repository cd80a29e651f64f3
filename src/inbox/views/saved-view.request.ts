import { OmitType, PartialType } from '@nestjs/swagger';
import type { SavedViewId } from '../../domain/ids.ts';
import { ObjectField } from '../../platform/fields.nested.ts';
import { IdField, TextField, YesNoField } from '../../platform/fields.ts';
import { SearchMessages } from '../message.request.ts';

/** What a view asks: all that a list or a search of messages takes, but for the page. */
export class ViewQuestion extends PartialType(
  OmitType(SearchMessages, ['limit', 'cursor']),
  { skipNullProperties: false }, // null is no way to leave out
) {}

/** A view as its maker wants it. */
export class SaveView {
  @TextField({
    max: 100,
    description:
      'How you call it; each view that you share has another name, and so has each that you do not.',
    example: 'Due this week',
  })
  readonly name!: string;

  @YesNoField({
    description: 'Whether all of your office may use it. For handlers.',
    optional: true,
    example: false,
  })
  readonly shared?: boolean;

  @ObjectField(() => ViewQuestion, { description: 'Which messages it asks for, each time that it is used.' })
  readonly filter!: ViewQuestion;
}

/** Which view. */
export class SavedViewPath {
  @IdField({ description: 'The saved view.' })
  readonly view!: SavedViewId;
}
