import { ApiProperty } from '@nestjs/swagger';

/** What one hears who asked on the open route: that it came in, and nothing else. */
export class ReceivedJson {
  @ApiProperty({ enum: [true], example: true })
  readonly received!: true;
}
