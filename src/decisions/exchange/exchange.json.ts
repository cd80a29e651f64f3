import { ApiProperty } from '@nestjs/swagger';
import type { DecisionContextJson } from '../evaluation.json.ts';
import { type ReasonCode, reasons } from '../../domain/reasons.ts';
import { type Remedy, remedies } from '../../domain/remedy.ts';
import { accessToken } from './exchange.request.ts';

/** A token that was given (RFC 8693, 2.2.1). */
export class ExchangedJson {
  @ApiProperty({ description: 'A JWT (RFC 9068) that says who acts for whom; no sign-in for this service.' })
  readonly access_token!: string;

  @ApiProperty({ enum: [accessToken] })
  readonly issued_token_type!: string;

  @ApiProperty({ enum: ['Bearer'] })
  readonly token_type!: string;

  @ApiProperty({ type: 'integer', description: 'Seconds.', example: 300 })
  readonly expires_in!: number;
}

/** What is wrong, as OAuth has it (RFC 6749, 5.2). */
export class OAuthErrorJson {
  @ApiProperty({ example: 'invalid_target' })
  readonly error!: string;

  @ApiProperty({ required: false })
  readonly error_description?: string;

  @ApiProperty({
    required: false,
    enum: Object.keys(reasons),
    description: 'Why not, as far as the asking system may hear it.',
  })
  readonly reason?: ReasonCode;

  @ApiProperty({ required: false, enum: remedies, description: 'What would make it a yes.' })
  readonly remedy?: Remedy;

  @ApiProperty({ required: false, type: [String], description: 'With which level to sign in.' })
  readonly acr_values?: readonly string[];

  @ApiProperty({ required: false, description: 'Our own code of what is wrong.' })
  readonly code?: string;

  @ApiProperty({ required: false, description: 'The trace id of this request.' })
  readonly instance?: string;
}

/** Why no token is given for this client: as much as an evaluation would say. */
export const notGiven = (context: DecisionContextJson | undefined): OAuthErrorJson => ({
  error: 'invalid_target',
  error_description: 'The subject cannot act for this client now.',
  ...(context?.reason ? { reason: context.reason } : {}),
  ...(context?.remedy ? { remedy: context.remedy } : {}),
  ...(context?.acr_values ? { acr_values: context.acr_values } : {}),
});

/** Where the tokens come from (RFC 8414). */
export class AuthorizationServerJson {
  @ApiProperty({ format: 'uri' })
  readonly issuer!: string;

  @ApiProperty({ format: 'uri' })
  readonly token_endpoint!: string;

  @ApiProperty({ format: 'uri' })
  readonly jwks_uri!: string;

  @ApiProperty({ type: [String] })
  readonly grant_types_supported!: readonly string[];

  @ApiProperty({ type: [String], description: 'Nobody signs in here, so none.' })
  readonly response_types_supported!: readonly string[];

  @ApiProperty({ type: [String], description: 'A system signs in by its machine token, as everywhere here.' })
  readonly token_endpoint_auth_methods_supported!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly acr_values_supported!: readonly string[];

  @ApiProperty({ format: 'uri' })
  readonly service_documentation!: string;
}
