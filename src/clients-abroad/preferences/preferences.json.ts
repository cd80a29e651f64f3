import { ApiProperty } from '@nestjs/swagger';

/** Language and time zone. */
export class PreferenceJson {
  @ApiProperty({ enum: ['nl', 'en'], example: 'en', description: 'In which language you are written to.' })
  readonly language!: string;

  @ApiProperty({ example: 'America/Paramaribo', description: 'IANA name of your time zone.' })
  readonly timeZone!: string;
}

/** What a client prefers, and what could be proposed to him. */
export class PreferencesJson {
  @ApiProperty({ type: PreferenceJson, required: false, description: 'Absent until you say so yourself.' })
  readonly chosen?: PreferenceJson | undefined;

  @ApiProperty({
    type: PreferenceJson,
    description:
      'What fits the country of your means of sign-in, or the Netherlands. A proposal: it changes nothing by itself.',
  })
  readonly proposed!: PreferenceJson;
}
