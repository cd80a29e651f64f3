import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { Paged } from '../../platform/page-link.ts';
import { TakesStream, type Upload, Uploaded } from '../../platform/upload.ts';
import { BulkRunJson, BulkRunsJson } from './bulk.json.ts';
import { BulkRowsJson } from './bulk-row.json.ts';
import { CheckFile, ListRows, ListRuns, RequestsFile, RunPath } from './bulk.request.ts';
import { BulkCheckService } from './bulk-check.service.ts';
import { sources } from './bulk-file.ts';
import { BulkRunsService } from './bulk-runs.service.ts';

/** Bytes of a file: 10,000 rows take one or two MiB. */
const largestFile = 8 * 1024 * 1024;

const csvExample = [
  'bsn;geboortedatum;vanaf;tot;afzender;rubriek;acties;kenmerk',
  '999990019;17-05-1984;01-01-2027;01-01-2028;00000099000000001000;financieel;lezen, downloaden;dossier 118',
].join('\n');

/** Files of up to 10,000 rows: checked here, and carried out once somebody confirms. */
@ApiTags('bulk-runs')
@ApiExtraModels(RequestsFile)
@Controller('v1/bulk-runs')
export class BulkRunsController {
  constructor(
    private readonly checks: BulkCheckService,
    private readonly runs: BulkRunsService,
  ) {}

  @Post()
  @Requires('bulk.check')
  @TakesStream(Object.keys(sources), largestFile)
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'checkBulkFile',
    summary: 'Check a file of requests, renewals or renunciations',
    description: [
      'A dry run: every row is judged and nothing is sent. A file may have 10,000 rows and 8 MiB.',
      'CSV is UTF-8, with or without BOM, cells separated by `;` or `,`. Columns, by any of these names:',
      '`bsn` (burgerservicenummer), `birthDate` (geboortedatum), `from` (vanaf), `until` (tot: the first day on which it no longer holds),',
      '`template` (sjabloon), or `sender` (afzender, OIN), `category` (rubriek) and `actions` (acties); and `reference` (kenmerk).',
      'Days are written 2027-01-31 or 31-01-2027. Several rows of one client become one mandate and one letter (R15).',
      'A renewal has the columns `mandate` (machtiging) and `until`, a renunciation `mandate`.',
      'JSON holds the same: a list, or `{"requests": […]}`; for renewals and renunciations `{"mandates": […]}`.',
    ].join('\n'),
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(RequestsFile) } },
        'text/csv': { schema: { type: 'string', example: csvExample } },
      },
    },
  })
  @ApiCreatedResponse({ type: BulkRunJson, description: 'Checked. Its rows say what is wrong with them.' })
  check(
    @Acting() actor: Actor,
    @Query() { kind }: CheckFile,
    @Uploaded() upload: Upload,
    @IdempotencyKey() once: OnceKey,
  ): Promise<BulkRunJson> {
    return this.checks.check(actor, kind, upload, once);
  }

  @Get()
  @Paged()
  @Requires('bulk.list')
  @ApiOperation({
    operationId: 'listBulkRuns',
    summary: 'Your runs, newest first; for an administrator those of the office.',
  })
  @ApiOkResponse({ type: BulkRunsJson })
  list(@Acting() actor: Actor, @Query() wish: ListRuns): Promise<BulkRunsJson> {
    return this.runs.list(actor, wish);
  }

  @Get(':run')
  @Requires('bulk.see')
  @ApiOperation({
    operationId: 'seeBulkRun',
    summary: 'One run: how far it is, what it would send, and its outcome in sentences.',
  })
  @ApiOkResponse({ type: BulkRunJson })
  see(@Acting() actor: Actor, @Param() { run }: RunPath): Promise<BulkRunJson> {
    return this.runs.see(actor, run);
  }

  @Get(':run/rows')
  @Paged()
  @Requires('bulk.see')
  @ApiOperation({
    operationId: 'listBulkRows',
    summary: 'The rows of a run, in the order of the file, each with all that is wrong with it.',
  })
  @ApiOkResponse({ type: BulkRowsJson })
  rows(@Acting() actor: Actor, @Param() { run }: RunPath, @Query() wish: ListRows): Promise<BulkRowsJson> {
    return this.runs.listRows(actor, run, wish);
  }

  @Post(':run/cancellation')
  @HttpCode(200)
  @Requires('bulk.cancel')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'cancelBulkRun',
    summary: 'Cancel a run; one that is under way stops where it is.',
    description:
      'What was carried out before stands, and its letters go out; each can be withdrawn or renounced by itself.',
  })
  @ApiOkResponse({ type: BulkRunJson })
  cancel(
    @Acting() actor: Actor,
    @Param() { run }: RunPath,
    @IdempotencyKey() once: OnceKey,
  ): Promise<BulkRunJson> {
    return this.runs.cancel(actor, run, once);
  }
}
