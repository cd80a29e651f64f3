import { ApiProperty } from '@nestjs/swagger';

/** Where a search goes on. */
export class PageOfSearchJson {
  @ApiProperty({ description: 'The token of the next page; empty when there is none.', example: '' })
  readonly next_token!: string;

  @ApiProperty({ type: 'integer', description: 'How many are on this page.', example: 1 })
  readonly count!: number;
}

/** What was found: an entity, or an action. */
export class FoundJson {
  @ApiProperty({ required: false, example: 'inbox', description: 'Of an entity.' })
  readonly type?: string;

  @ApiProperty({
    required: false,
    example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11',
    description: 'Of an entity.',
  })
  readonly id?: string;

  @ApiProperty({ required: false, example: 'read', description: 'Of an action.' })
  readonly name?: string;
}

/** A page of what was found. */
export class SearchJson {
  @ApiProperty({ type: PageOfSearchJson })
  readonly page!: PageOfSearchJson;

  @ApiProperty({
    type: [FoundJson],
    description: 'Each would be answered yes if it were asked about by itself.',
  })
  readonly results!: readonly FoundJson[];
}
