import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../access/requires.ts';
import { Problem } from '../domain/errors.ts';

/** Holds the document once the house is built. */
@Injectable()
export class OpenApi {
  document?: OpenAPIObject;
}

/** The description of this API, for anyone. */
@ApiExcludeController()
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Open('a description of the API helps those who have no sign-in yet')
  @Header('Access-Control-Allow-Origin', '*')
  document(): OpenAPIObject {
    if (!this.openApi.document) throw new Problem('unavailable');
    return this.openApi.document;
  }
}
