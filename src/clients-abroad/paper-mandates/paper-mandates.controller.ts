import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { evidenceBodyLimit, evidenceDownload, evidenceTypes } from '../../platform/evidence.ts';
import { Paged } from '../../platform/page-link.ts';
import { PaperDecisionService } from './paper-decision.service.ts';
import { PaperEntryService } from './paper-entry.service.ts';
import {
  OpenedPaperMandateJson,
  PaperMandateJson,
  PaperMandatesJson,
  PaperPreviewJson,
} from './paper-mandate.json.ts';
import {
  DecidePaperMandate,
  EnterPaperMandate,
  ListPaperMandates,
  PaperEvidencePath,
  PaperMandatePath,
} from './paper-mandate.request.ts';
import { PaperMandatesService } from './paper-mandates.service.ts';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** What clients abroad, without any electronic means, give on paper. */
@ApiTags('clients abroad')
@Controller('v1/paper-mandates')
export class PaperMandatesController {
  constructor(
    private readonly papers: PaperMandatesService,
    private readonly entries: PaperEntryService,
    private readonly decisions: PaperDecisionService,
  ) {}

  @Post()
  @Requires('paper-mandate.enter')
  @RouteConfig({ bodyLimit: evidenceBodyLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'enterPaperMandate',
    summary: 'Enter what a client abroad signed',
    description:
      'An office or a person in the Netherlands is authorised on paper. It gives nothing until another official confirms it. A body may be 7 MiB.',
  })
  @ApiCreatedResponse({ type: PaperMandateJson, description: 'Entered; it waits for another official.' })
  enter(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: EnterPaperMandate,
  ): Promise<PaperMandateJson> {
    return this.entries.enter(actor, body, once);
  }

  @Get()
  @Requires('paper-mandate.list')
  @Paged()
  @ApiOperation({
    operationId: 'listPaperMandates',
    summary: 'What was given on paper: what waits, and since when',
    description: '`state=waiting` is the work of officials, longest first; else newest first.',
  })
  @ApiOkResponse({ type: PaperMandatesJson, description: 'A page of them.' })
  list(@Acting() actor: Actor, @Query() query: ListPaperMandates): Promise<PaperMandatesJson> {
    return this.papers.list(actor, query);
  }

  @Get(':paperMandate')
  @Requires('paper-mandate.see')
  @ApiOperation({ operationId: 'seePaperMandate', summary: 'One, with the copies beside what was entered' })
  @ApiOkResponse({ type: OpenedPaperMandateJson, description: 'The mandate on paper.' })
  see(@Acting() actor: Actor, @Param() { paperMandate }: PaperMandatePath): Promise<OpenedPaperMandateJson> {
    return this.papers.see(actor, paperMandate);
  }

  @Get(':paperMandate/evidence/:evidence')
  @Requires('paper-mandate.see-evidence')
  @ApiOperation({ operationId: 'seePaper', summary: 'The paper itself, or the identity document' })
  @ApiProduces(...evidenceTypes)
  @ApiOkResponse({ ...binary, description: 'The copy, always as a download.' })
  async copy(
    @Acting() actor: Actor,
    @Param() { paperMandate, evidence }: PaperEvidencePath,
  ): Promise<StreamableFile> {
    return evidenceDownload(evidence, await this.papers.copy(actor, paperMandate, evidence));
  }

  @Get(':paperMandate/preview')
  @Requires('paper-mandate.foresee')
  @ApiOperation({
    operationId: 'previewPaperMandate',
    summary: 'What would confirming it let the representative read, and what stands in the way?',
  })
  @ApiOkResponse({ type: PaperPreviewJson, description: 'Looking changes nothing.' })
  preview(@Acting() actor: Actor, @Param() { paperMandate }: PaperMandatePath): Promise<PaperPreviewJson> {
    return this.papers.foresee(actor, paperMandate);
  }

  @Post(':paperMandate/confirmation')
  @HttpCode(200)
  @Requires('paper-mandate.confirm')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'confirmPaperMandate',
    summary: 'Confirm it: the mandate begins, and a letter goes to the client',
    description: 'Another official than the one who entered it. See its preview first.',
  })
  @ApiOkResponse({ type: PaperMandateJson, description: 'Confirmed.' })
  confirm(
    @Acting() actor: Actor,
    @Param() { paperMandate }: PaperMandatePath,
    @IdempotencyKey() once: OnceKey,
    @Body() { reason }: DecidePaperMandate,
  ): Promise<PaperMandateJson> {
    return this.decisions.confirm(actor, paperMandate, reason, once);
  }

  @Post(':paperMandate/rejection')
  @HttpCode(200)
  @Requires('paper-mandate.reject')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'rejectPaperMandate',
    summary: 'Reject it, with a reason',
    description: 'Nothing begins. Also for who entered it wrongly himself.',
  })
  @ApiOkResponse({ type: PaperMandateJson, description: 'Rejected.' })
  reject(
    @Acting() actor: Actor,
    @Param() { paperMandate }: PaperMandatePath,
    @IdempotencyKey() once: OnceKey,
    @Body() { reason }: DecidePaperMandate,
  ): Promise<PaperMandateJson> {
    return this.decisions.reject(actor, paperMandate, reason, once);
  }
}
