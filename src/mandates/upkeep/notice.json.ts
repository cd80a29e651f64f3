import { ApiProperty } from '@nestjs/swagger';
import { noticeKinds } from '../../domain/notice.ts';
import { type DeadlineJson, DeadlinesField } from '../../platform/deadline.ts';
import { MandateClientJson, MandateOrganisationJson } from '../mandate.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const day = { format: 'date', example: '2027-01-01' };
const instant = { format: 'date-time', example: '2026-11-23T03:00:00.000Z' };

/** A sentence in both languages. */
export class NoticeWordsJson {
  @ApiProperty({
    example: 'Uw machtiging aan Kantoor Vermeer eindigt. De laatste dag is 31 december 2026.',
  })
  readonly nl!: string;
  @ApiProperty({ example: 'Your authorisation of Kantoor Vermeer ends. The last day is 31 December 2026.' })
  readonly en!: string;
}

/** What was noticed of a mandate, for one of its sides; of a client, for himself; or of an office, for its people. */
export class NoticeJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: noticeKinds, example: 'ending-30' })
  readonly kind!: string;
  @ApiProperty({ type: String, ...id, required: false, description: 'Absent when it is about no mandate.' })
  readonly mandate?: string | undefined;
  @ApiProperty({
    type: MandateClientJson,
    required: false,
    description: 'Absent when it is about the people of the office.',
  })
  readonly client?: MandateClientJson | undefined;
  @ApiProperty({ type: String, ...id, required: false, description: 'The cover that lapsed.' })
  readonly cover?: string | undefined;
  @ApiProperty({ type: MandateOrganisationJson, required: false })
  readonly organisation?: MandateOrganisationJson | undefined;
  @ApiProperty({ ...day, description: 'The day on which it became due.' })
  readonly dueOn!: string;
  @ApiProperty({ ...day, description: 'The day it speaks of, such as the first day without the mandate.' })
  readonly about!: string;
  @ApiProperty(instant)
  readonly madeAt!: string;
  @ApiProperty({
    type: String,
    ...instant,
    required: false,
    description: 'When it was sent. Absent: not sent yet.',
  })
  readonly sentAt?: string | undefined;
  @ApiProperty({ type: NoticeWordsJson })
  readonly words!: NoticeWordsJson;
  @DeadlinesField()
  readonly deadlines?: readonly DeadlineJson[] | undefined;
}

/** A page of notices, newest first. */
export class NoticesJson {
  @ApiProperty({ type: [NoticeJson] })
  readonly items!: readonly NoticeJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
