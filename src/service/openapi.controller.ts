import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../access/requires.ts';
import { Problem } from '../domain/errors.ts';

/** Holds the document once the house is built. */
@Injectable()
export class OpenApi {
  document?: OpenAPIObject;
}

/** The description of this API, for anyone. */
@ApiTags('service')
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Open('a description of the API helps those who have no sign-in yet')
  @ApiOperation({ operationId: 'getOpenApi', summary: 'This description' })
  @ApiOkResponse({ description: 'An OpenAPI 3.1 document.', schema: { type: 'object' } })
  @Header('Access-Control-Allow-Origin', '*')
  document(): OpenAPIObject {
    if (!this.openApi.document) throw new Problem('unavailable');
    return this.openApi.document;
  }
}
