import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Acting, Open, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { assuranceLevels } from '../../domain/assurance.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { takesForm } from '../../platform/json-body.ts';
import { answersOAuth } from '../../platform/oauth.problem.ts';
import { AuthorizationServerJson, ExchangedJson, OAuthErrorJson } from './exchange.json.ts';
import { ExchangeForm, tokenExchange } from './exchange.request.ts';
import { ExchangeService } from './exchange.service.ts';

const form = 'application/x-www-form-urlencoded';

/** Tokens that say who acts for whom: OAuth token exchange (RFC 8693) with `represents` of OIDC NLGov. */
@ApiTags('decision point')
@Controller()
export class ExchangeController {
  constructor(
    private readonly exchanges: ExchangeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('oauth/token')
  @HttpCode(200)
  @RouteConfig({ ...takesForm, ...answersOAuth, bodyLimit: 32 * 1024 })
  @Requires('token.exchange')
  @ApiOperation({
    operationId: 'exchangeToken',
    summary: 'Who acts for whom, as a token',
    description: 'It says who; what he may is asked at the decision point. No sign-in for this service.',
  })
  @ApiConsumes(form)
  @ApiBody({ type: ExchangeForm })
  @ApiOkResponse({ type: ExchangedJson })
  @ApiExtraModels(OAuthErrorJson)
  async exchange(
    @Acting() actor: Actor,
    @Body() body: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExchangedJson | OAuthErrorJson> {
    const answer = await this.exchanges.exchange(actor, body);
    if ('given' in answer) return answer.given;
    void reply.status(400);
    return answer.refused;
  }

  @Get('.well-known/oauth-authorization-server')
  @Open('who wants a token has to find where')
  @ApiOperation({ operationId: 'authorizationServer', summary: 'Where are tokens exchanged?' })
  @ApiOkResponse({ type: AuthorizationServerJson })
  where(): AuthorizationServerJson {
    const { publicUrl } = this.config;
    return {
      issuer: publicUrl,
      token_endpoint: `${publicUrl}/oauth/token`,
      jwks_uri: `${publicUrl}/.well-known/jwks.json`,
      grant_types_supported: [tokenExchange],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['bearer_access_token'],
      acr_values_supported: assuranceLevels.map((level) => `http://eidas.europa.eu/LoA/${level}`),
      service_documentation: `${publicUrl}/v1/openapi.json`,
    };
  }
}
