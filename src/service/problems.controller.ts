import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/requires.ts';
import { Problem } from '../domain/errors.ts';
import { reasons } from '../domain/reasons.ts';
import { problems } from '../platform/problems.ts';

/** What a code means. */
export class ProblemMeaningJson {
  @ApiProperty({ example: 'mandate-revoked' })
  readonly code!: string;
  @ApiProperty({ example: 403 })
  readonly status!: number;
  @ApiProperty({ example: 'The client revoked the authorisation.' })
  readonly en!: string;
  @ApiProperty({ example: 'De cliënt heeft de machtiging ingetrokken.' })
  readonly nl!: string;
}

const meanings: readonly ProblemMeaningJson[] = [
  ...Object.entries(problems).map(([code, { status, en, nl }]) => ({ code, status, en, nl })),
  ...Object.entries(reasons).map(([code, { tell, en, nl }]) => ({ code, status: tell ? 403 : 404, en, nl })),
];

/** The closed list of problem codes, for whoever gets one. */
@ApiTags('service')
@Controller('v1/problems')
export class ProblemsController {
  @Get()
  @Open('it says what codes mean, and nothing else')
  @Header('Cache-Control', 'public, max-age=3600')
  @ApiOperation({ operationId: 'listProblems', summary: 'Every problem code and what it means' })
  @ApiOkResponse({ type: [ProblemMeaningJson] })
  all(): readonly ProblemMeaningJson[] {
    return meanings;
  }

  @Get(':code')
  @Open('it says what a code means, and nothing else')
  @ApiOperation({ operationId: 'getProblem', summary: 'What a problem code means' })
  @ApiOkResponse({ type: ProblemMeaningJson })
  one(@Param('code') code: string): ProblemMeaningJson {
    const found = meanings.find((meaning) => meaning.code === code);
    if (!found) throw new Problem('not-found');
    return found;
  }
}
