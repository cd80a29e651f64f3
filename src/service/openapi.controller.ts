import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../access/requires.ts';
import { Problem } from '../domain/errors.ts';

/** Holds the document. Making it takes a moment: it is made when the front door opens, or when first asked for. */
@Injectable()
export class OpenApi {
  /** How to make it; known once the house is built. */
  make?: () => OpenAPIObject;
  private made?: OpenAPIObject;

  /** The document; undefined while the house is being built. */
  get document(): OpenAPIObject | undefined {
    return (this.made ??= this.make?.());
  }
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
    const { document } = this.openApi;
    if (!document) throw new Problem('unavailable');
    return document;
  }
}
