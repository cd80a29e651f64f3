import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import type { Page } from '../platform/cursor.ts';
import { PageQuery } from '../platform/fields.nested.ts';
import { Paged } from '../platform/page-link.ts';
import { DepartureJson, EmployeeJson, EmployeesJson, InvitationJson } from './employee.json.ts';
import { ChangeRole, EmployeePath, InviteEmployee } from './employee.request.ts';
import { EmployeesService } from './employees.service.ts';
import { OrganisationPath } from './organisation.request.ts';

/** The people of an office. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/employees')
export class EmployeesController {
  constructor(private readonly employees: EmployeesService) {}

  @Get()
  @Paged()
  @Requires('office.see')
  @ApiOperation({ operationId: 'listEmployees', summary: 'The people of your office; who left too.' })
  @ApiOkResponse({ type: EmployeesJson })
  list(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Query() page: PageQuery,
  ): Promise<Page<EmployeeJson>> {
    return this.employees.list(actor, organisation, page);
  }

  @Post()
  @Requires('office.manage')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'inviteEmployee',
    summary: 'Invite someone to work in your office; hand the code over yourself.',
  })
  @ApiCreatedResponse({ type: InvitationJson })
  invite(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Body() wish: InviteEmployee,
    @IdempotencyKey() once: OnceKey,
  ): Promise<InvitationJson> {
    return this.employees.invite(actor, organisation, wish, once);
  }

  @Put(':employee/role')
  @HttpCode(204)
  @Requires('office.manage')
  @ApiOperation({ operationId: 'changeRole', summary: 'Give an employee another role.' })
  @ApiNoContentResponse()
  changeRole(
    @Acting() actor: Actor,
    @Param() { organisation, employee }: EmployeePath,
    @Body() { role }: ChangeRole,
  ): Promise<void> {
    return this.employees.changeRole(actor, organisation, employee, role);
  }

  @Post(':employee/departure')
  @HttpCode(200)
  @Requires('office.manage')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'departEmployee',
    summary: 'Someone leaves: he loses all access at once, and you see whom nobody handles any more.',
  })
  @ApiOkResponse({ type: DepartureJson })
  depart(
    @Acting() actor: Actor,
    @Param() { organisation, employee }: EmployeePath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<DepartureJson> {
    return this.employees.depart(actor, organisation, employee, once);
  }
}
