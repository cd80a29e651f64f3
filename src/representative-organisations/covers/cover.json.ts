import { ApiProperty } from '@nestjs/swagger';
import { type CoverGap, coverGaps } from '../../domain/cover-gaps.ts';
import { coverStates } from '../../domain/cover.ts';
import type { Sentence } from '../../domain/sentence.ts';

const exampleId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';

/** A colleague by name. */
export class ColleagueJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The employee.' })
  readonly employee!: string;

  @ApiProperty({ example: 'Bob Willems', description: 'Name.' })
  readonly name!: string;
}

/** One employee stands in for another. */
export class CoverJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'Its id.' })
  readonly id!: string;

  @ApiProperty({ type: ColleagueJson, description: 'Who is away.' })
  readonly absent!: ColleagueJson;

  @ApiProperty({ type: ColleagueJson, description: 'Who handles the clients meanwhile.' })
  readonly substitute!: ColleagueJson;

  @ApiProperty({ format: 'date', example: '2027-08-01', description: 'The first day.' })
  readonly from!: string;

  @ApiProperty({ format: 'date', example: '2027-08-15', description: 'The first day without.' })
  readonly until!: string;

  @ApiProperty({
    enum: coverStates,
    example: 'planned',
    description: 'As it is now. Only a running cover gives anything; a lapsed one is of somebody who left.',
  })
  readonly state!: string;

  @ApiProperty({ format: 'date-time', example: '2027-07-20T09:30:00.000Z', description: 'When arranged.' })
  readonly since!: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'When it was ended before its time.',
  })
  readonly endedAt?: string | undefined;
}

/** A page of covers, the latest first day first. */
export class CoversJson {
  @ApiProperty({ type: CoverJson, isArray: true, description: 'The covers.' })
  readonly items!: readonly CoverJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

class CoverGapWordsJson implements Sentence {
  @ApiProperty({ example: 'De vervanger kan geen bestanden met veel verzoeken sturen of bevestigen.' })
  readonly nl!: string;

  @ApiProperty({ example: 'The substitute cannot send files with many requests, nor confirm them.' })
  readonly en!: string;
}

/** What a substitute will not be able to do. */
export class CoverGapJson {
  @ApiProperty({ enum: coverGaps, example: 'files', description: 'What it is about.' })
  readonly what!: CoverGap;

  @ApiProperty({ type: CoverGapWordsJson, description: 'The same in words.' })
  readonly sentence!: CoverGapWordsJson;

  @ApiProperty({
    type: String,
    required: false,
    format: 'uuid',
    description: 'The other cover, when it is one of the same days.',
  })
  readonly cover?: string | undefined;
}

/** What a cover would give, if it ran today. */
export class CoverPreviewJson {
  @ApiProperty({ example: 104, description: 'The clients whom the absent colleague handles.' })
  readonly clients!: number;

  @ApiProperty({ example: 9, description: 'Those of them whom the substitute handles already.' })
  readonly alreadyHandled!: number;

  @ApiProperty({
    type: CoverGapJson,
    isArray: true,
    description:
      'What the absent colleague can do and the substitute cannot, as their roles are now; and whether the ' +
      'substitute leaves before the end, is away himself on some of these days, or the absent one stands in for ' +
      'somebody then (at most 20). Empty when nothing is left undone.',
  })
  readonly cannot!: readonly CoverGapJson[];
}

/** A cover that was arranged, and what it gives. */
export class ArrangedCoverJson extends CoverJson {
  @ApiProperty({ type: CoverPreviewJson, description: 'What it would give, if it ran today.' })
  readonly gives!: CoverPreviewJson;
}
