import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Page } from '../../platform/cursor.ts';
import { Paged } from '../../platform/page-link.ts';
import { ReportJson, ReportsJson, TakenReportJson } from './report.json.ts';
import { ListReports, ReportedChange, ReportPath, SettleReport } from './report.request.ts';
import { ReportService } from './report.service.ts';

/** What the judiciary's register tells. */
@ApiTags('court-register')
@Controller('v1/court-register-reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Post()
  @HttpCode(200)
  @Requires('register.report')
  @ApiOperation({
    operationId: 'reportCourtDecision',
    summary: 'Tell that a court decided something about a measure',
    description:
      'For the judiciary’s register, which signs in with its own OIN. May be repeated, and come in any order: the event id makes it have one effect. What does not fit waits for an official.',
  })
  @ApiOkResponse({ type: TakenReportJson })
  take(@Acting() actor: Actor, @Body() told: ReportedChange): Promise<TakenReportJson> {
    return this.reports.take(actor, told);
  }

  @Get()
  @Requires('register.list-reports')
  @Paged()
  @ApiOperation({ operationId: 'listCourtReports', summary: 'What the register told, and what became of it' })
  @ApiOkResponse({ type: ReportsJson })
  list(@Acting() actor: Actor, @Query() wish: ListReports): Promise<Page<ReportJson>> {
    return this.reports.list(actor, wish);
  }

  @Post(':report/settlement')
  @HttpCode(200)
  @Requires('register.settle-report')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'settleCourtReport',
    summary:
      'Set aside a report that waits, after doing by hand what it comes down to, or one told by mistake',
  })
  @ApiOkResponse({ type: ReportJson })
  settle(
    @Acting() actor: Actor,
    @Param() { report }: ReportPath,
    @Body() { reason }: SettleReport,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ReportJson> {
    return this.reports.setAside(actor, report, reason, once);
  }
}
