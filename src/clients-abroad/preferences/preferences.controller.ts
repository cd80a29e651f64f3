import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { PreferencesJson } from './preferences.json.ts';
import { PutPreferences } from './preferences.request.ts';
import { PreferencesService } from './preferences.service.ts';

/** Language and time zone of a client. */
@ApiTags('clients abroad')
@Controller('v1/me/preferences')
export class PreferencesController {
  constructor(private readonly service: PreferencesService) {}

  @Get()
  @Requires('preferences.see')
  @ApiOperation({
    operationId: 'seePreferences',
    summary: 'In which language and time zone am I told things?',
  })
  @ApiOkResponse({ type: PreferencesJson, description: 'What you chose, and what would fit.' })
  see(@Acting() actor: Actor): Promise<PreferencesJson> {
    return this.service.see(actor);
  }

  @Put()
  @Requires('preferences.change')
  @ApiOperation({
    operationId: 'changePreferences',
    summary: 'Choose a language and a time zone',
    description: 'Letters and notices come in this language; deadlines are told in Dutch time and in yours.',
  })
  @ApiOkResponse({ type: PreferencesJson, description: 'Kept.' })
  change(@Acting() actor: Actor, @Body() body: PutPreferences): Promise<PreferencesJson> {
    return this.service.change(actor, body);
  }
}
