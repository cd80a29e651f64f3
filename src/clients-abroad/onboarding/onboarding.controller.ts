import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Open, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { evidenceBodyLimit } from '../../platform/evidence.ts';
import { IdentityCaseJson } from '../cases/identity-cases.json.ts';
import { ReceivedJson } from './onboarding.json.ts';
import { EnterOnboarding, RequestOnboarding } from './onboarding.request.ts';
import { OnboardingService } from './onboarding.service.ts';

const size = 'A body may be 7 MiB. A copy may be 2 MiB, all together 5 MiB, before base64.';

/** How somebody abroad without any means of sign-in comes in. */
@ApiTags('clients abroad')
@Controller('v1/clients-abroad')
export class OnboardingController {
  constructor(private readonly onboardings: OnboardingService) {}

  @Post('onboardings')
  @Requires('identity-case.enter')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'enterOnboarding',
    summary: 'Enter a request that came on paper',
    description: `Another official decides about it. ${size}`,
  })
  @ApiCreatedResponse({ type: IdentityCaseJson, description: 'Entered.' })
  enter(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: EnterOnboarding,
  ): Promise<IdentityCaseJson> {
    return this.onboardings.enter(actor, body, once);
  }

  @Post('onboarding-requests')
  @HttpCode(202)
  @Open('who has no means of sign-in cannot sign in to ask for one')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @ApiOperation({
    operationId: 'requestOnboarding',
    summary: 'Ask for access without a means of sign-in',
    description: `An official looks at it, and a letter with a code goes to the address. The answer says that it came in, and nothing else; the same request sent again is one. Few may be sent from one place in a day. ${size}`,
  })
  @ApiAcceptedResponse({ type: ReceivedJson, description: 'It came in.' })
  request(@Ip() from: string, @Body() body: RequestOnboarding): Promise<ReceivedJson> {
    return this.onboardings.request(from, body);
  }
}
