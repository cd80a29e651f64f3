import { Body, Controller, Headers, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { InTwoLanguages, type Language, Reading } from '../../platform/language.ts';
import { preferred } from '../../platform/accept.ts';
import { MandatePath } from '../mandate.request.ts';
import { StatementJson } from './statement.json.ts';
import { StatementPaper } from './statement.paper.ts';
import { MakeStatement } from './statement.request.ts';
import { StatementService } from './statement.service.ts';

const paper = 'application/pdf';

/** Statements of a mandate. */
@ApiTags('statements')
@ApiExtraModels(StatementJson)
@Controller('v1/mandates/:mandate/statements')
export class StatementController {
  constructor(
    private readonly statements: StatementService,
    private readonly papers: StatementPaper,
  ) {}

  @Post()
  @Requires('mandate.state')
  @WantsIdempotencyKey()
  @InTwoLanguages()
  @ApiOperation({
    operationId: 'stateMandate',
    summary: 'A signed statement of a mandate that is in force, to show elsewhere',
    description:
      'For a party to it. It can be checked without us, by our published keys (docs/statement.md), holds 30 days at most, and its status is published. Ask for `application/pdf` to have it on paper, with a QR code.',
  })
  @ApiCreatedResponse({
    description: 'The statement.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(StatementJson) } },
      [paper]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  async make(
    @Acting() actor: Actor,
    @Param() { mandate }: MandatePath,
    @Body() wish: MakeStatement,
    @IdempotencyKey() once: OnceKey,
    @Headers('accept') accept: string | undefined,
    @Reading() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StatementJson | StreamableFile> {
    const brief = preferred(accept, ['application/json', paper]) === paper;
    void reply.header('Vary', 'Accept');
    // On paper and not are two requests: what was kept of one is no answer to the other.
    const key = brief ? { ...once, fingerprint: `${once.fingerprint} ${paper}` } : once;
    const made = await this.statements.make(actor, mandate, wish, key, { brief });
    if (!brief) return made;
    return new StreamableFile(await this.papers.print(made, language), {
      type: paper,
      disposition: 'attachment; filename="statement.pdf"',
    });
  }
}
