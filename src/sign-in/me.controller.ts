import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { MeJson } from './me.json.ts';
import { MeService } from './me.service.ts';

/** Tells who is signed in. */
@ApiTags('sign-in')
@Controller('v1/me')
export class MeController {
  constructor(private readonly service: MeService) {}

  @Get()
  @Requires('self.see')
  @ApiOperation({ operationId: 'whoAmI', summary: 'Who am I to this service?' })
  @ApiOkResponse({ type: MeJson })
  me(@Acting() actor: Actor): Promise<MeJson> {
    return this.service.me(actor);
  }
}
