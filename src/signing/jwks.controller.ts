import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JWK } from 'jose';
import { Open } from '../access/requires.ts';
import { SigningKeysService } from './signing-keys.service.ts';

/** The public keys of this service. */
@ApiTags('signing keys')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeysService) {}

  @Get('jwks.json')
  @Open('whoever holds what we signed has to be able to check it')
  @ApiOperation({
    operationId: 'jwks',
    summary: 'The public keys by which anybody may check what this service signed',
    description: 'A JSON Web Key Set (RFC 7517). Keep it for at most five minutes while you are on line.',
  })
  @ApiOkResponse({
    description: 'The keys.',
    content: { 'application/jwk-set+json': { schema: { type: 'object' } } },
  })
  @Header('Content-Type', 'application/jwk-set+json')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Access-Control-Allow-Origin', '*')
  async published(): Promise<{ keys: readonly JWK[] }> {
    return { keys: await this.keys.published() };
  }
}
