import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { Paged } from '../../platform/page-link.ts';
import { ScopeTemplatesJson } from './scope-templates.json.ts';
import { PutTemplate, TemplatePath } from './bulk.request.ts';
import { ScopeTemplatesService } from './scope-templates.service.ts';

/** Templates of scope lines, by the name that the office gave them. */
@ApiTags('bulk-runs')
@Controller('v1/scope-templates')
export class ScopeTemplatesController {
  constructor(private readonly templates: ScopeTemplatesService) {}

  @Get()
  @Paged()
  @Requires('office.see')
  @ApiOperation({ operationId: 'listScopeTemplates', summary: 'The templates of your office.' })
  @ApiOkResponse({ type: ScopeTemplatesJson })
  list(@Acting() actor: Actor, @Query() page: PageQuery): Promise<ScopeTemplatesJson> {
    return this.templates.list(actor, page);
  }

  @Put(':name')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({
    operationId: 'putScopeTemplate',
    summary: 'Say what a template means.',
    description: 'Rows of a file name it. A file that was checked keeps what it meant then.',
  })
  @ApiNoContentResponse()
  put(@Acting() actor: Actor, @Param() { name }: TemplatePath, @Body() body: PutTemplate): Promise<void> {
    return this.templates.put(actor, name, body);
  }

  @Delete(':name')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({ operationId: 'endScopeTemplate', summary: 'End a template.' })
  @ApiNoContentResponse()
  end(@Acting() actor: Actor, @Param() { name }: TemplatePath): Promise<void> {
    return this.templates.end(actor, name);
  }
}
