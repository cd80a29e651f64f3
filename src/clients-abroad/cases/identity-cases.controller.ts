import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { MayHaveChanged } from '../../platform/entity-tag.ts';
import { evidenceDownload, evidenceTypes } from '../../platform/evidence.ts';
import { Paged } from '../../platform/page-link.ts';
import { OnboardingService } from '../onboarding/onboarding.service.ts';
import { CaseDecisionService } from './case-decision.service.ts';
import { IdentityCaseJson, IdentityCasesJson, OpenedCaseJson } from './identity-cases.json.ts';
import {
  CasePath,
  ConfirmCase,
  DecideCase,
  EvidencePath,
  ListCases,
  WhyCase,
} from './identity-cases.request.ts';
import { IdentityCasesService } from './identity-cases.service.ts';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** What officials have to find out about who somebody is. */
@ApiTags('identity cases')
@Controller('v1/identity-cases')
export class IdentityCasesController {
  constructor(
    private readonly cases: IdentityCasesService,
    private readonly decisions: CaseDecisionService,
    private readonly onboardings: OnboardingService,
  ) {}

  @Get()
  @Requires('identity-case.list')
  @Paged()
  @ApiOperation({ operationId: 'listIdentityCases', summary: 'What waits for an official, and since when?' })
  @ApiOkResponse({ type: IdentityCasesJson, description: 'A page of cases, the oldest first.' })
  list(@Acting() actor: Actor, @Query() query: ListCases): Promise<IdentityCasesJson> {
    return this.cases.list(actor, query);
  }

  @Get(':identityCase')
  @Requires('identity-case.see')
  @ApiOperation({ operationId: 'seeIdentityCase', summary: 'A case, with candidates and evidence beside it' })
  @ApiOkResponse({ type: OpenedCaseJson, description: 'The case.' })
  see(@Acting() actor: Actor, @Param() { identityCase }: CasePath): Promise<OpenedCaseJson> {
    return this.cases.see(actor, identityCase);
  }

  @Get(':identityCase/evidence/:evidence')
  @Requires('identity-case.see')
  @ApiOperation({ operationId: 'seeEvidence', summary: 'A copy of evidence' })
  @ApiProduces(...evidenceTypes)
  @ApiOkResponse({ ...binary, description: 'The copy, always as a download.' })
  async copy(
    @Acting() actor: Actor,
    @Param() { identityCase, evidence }: EvidencePath,
  ): Promise<StreamableFile> {
    return evidenceDownload(evidence, await this.cases.copy(actor, identityCase, evidence));
  }

  @Post(':identityCase/decision')
  @HttpCode(200)
  @Requires('identity-case.decide')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'decideIdentityCase',
    summary: 'Refuse, grant, or propose whose inbox it opens, with a reason',
    description:
      'To name a client proposes: another official confirms it. An account for somebody new opens at once. Who entered a request on paper does not decide about it.',
  })
  @ApiOkResponse({ type: IdentityCaseJson, description: 'Decided; or it waits for the other official.' })
  decide(
    @Acting() actor: Actor,
    @Param() { identityCase }: CasePath,
    @IdempotencyKey() once: OnceKey,
    @Body() body: DecideCase,
  ): Promise<IdentityCaseJson> {
    return this.decisions.decide(actor, identityCase, body, once);
  }

  @Post(':identityCase/confirmation')
  @HttpCode(200)
  @Requires('identity-case.confirm')
  @WantsIdempotencyKey()
  @MayHaveChanged()
  @ApiOperation({
    operationId: 'confirmIdentityCase',
    summary: 'Agree with whose inbox another official proposes to open',
    description:
      'Name the proposal and the client that you saw: who proposes otherwise makes another proposal. What follows happens at once: means are bound and pseudonyms become one, with all mandates, messages and assignments. Neither official entered the request.',
  })
  @ApiOkResponse({ type: IdentityCaseJson, description: 'Granted.' })
  confirm(
    @Acting() actor: Actor,
    @Param() { identityCase }: CasePath,
    @IdempotencyKey() once: OnceKey,
    @Body() body: ConfirmCase,
  ): Promise<IdentityCaseJson> {
    return this.decisions.confirm(actor, identityCase, body, once);
  }

  @Post(':identityCase/undo')
  @HttpCode(200)
  @Requires('identity-case.undo')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'undoRebinding',
    summary: 'Undo what was decided wrongly',
    description:
      'Of a re-binding, an account, a link, or a letter. The code of a letter that was not used is void, for good. The means that was added ends at once; its codes, and what they proved, are void. What it took the place of works again, unless a later means took its own place. Two pseudonyms that became one are two again: each has what was his. Mandates that were given meanwhile (`givenMeanwhile` of the case) stay with the one that stayed, and so do means that were added (`meansMeanwhile`). What anybody proved while they were one is void.',
  })
  @ApiOkResponse({ type: IdentityCaseJson, description: 'Undone.' })
  undo(
    @Acting() actor: Actor,
    @Param() { identityCase }: CasePath,
    @IdempotencyKey() once: OnceKey,
    @Body() { reason }: WhyCase,
  ): Promise<IdentityCaseJson> {
    return this.decisions.undo(actor, identityCase, reason, once);
  }

  @Post(':identityCase/letter')
  @HttpCode(200)
  @Requires('identity-case.write')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'writeAgain',
    summary: 'Send a second letter with a new code',
    description: 'The code of the first letter stops working. There is no third letter.',
  })
  @ApiOkResponse({ type: IdentityCaseJson, description: 'The letter is being made.' })
  writeAgain(
    @Acting() actor: Actor,
    @Param() { identityCase }: CasePath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<IdentityCaseJson> {
    return this.onboardings.writeAgain(actor, identityCase, once);
  }
}
