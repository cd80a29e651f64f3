import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Open } from '../../access/requires.ts';
import { Problem } from '../../domain/errors.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { statementPlaces } from './statement.places.ts';
import { mandateStatementType } from './statement-type.ts';
import { StatusListService } from './status-list.service.ts';

/** Who issues statements, and where his keys are (JWT VC Issuer Metadata). */
export class IssuerJson {
  @ApiProperty({ format: 'uri' })
  readonly issuer!: string;
  @ApiProperty({ format: 'uri' })
  readonly jwks_uri!: string;
}

/** What somebody needs to check a statement, besides the keys. For anyone: it says nothing of anybody. */
@ApiTags('statements')
@Controller()
export class StatementTypesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly lists: StatusListService,
  ) {}

  @Get('.well-known/jwt-vc-issuer')
  @Open('whoever is shown a statement has to find the keys to check it')
  @Header('Access-Control-Allow-Origin', '*')
  @ApiOperation({ operationId: 'statementIssuer', summary: 'Who issues statements, and where are the keys?' })
  @ApiOkResponse({ type: IssuerJson })
  issuer(): IssuerJson {
    const { issuer, keys } = statementPlaces(this.config);
    return { issuer, jwks_uri: keys };
  }

  @Get('v1/statement-types/mandate')
  @Open('whoever is shown a statement has to know what it says')
  @Header('Access-Control-Allow-Origin', '*')
  @ApiOperation({
    operationId: 'mandateStatementType',
    summary: 'What a statement of a mandate says',
    description: 'SD-JWT VC Type Metadata: each claim, and what it is called in Dutch and English.',
  })
  @ApiOkResponse({ schema: { type: 'object' }, description: 'The type.' })
  type(): object {
    return mandateStatementType(statementPlaces(this.config).type);
  }

  @Get('v1/status-lists/:list')
  @Open('whoever is shown a statement has to see whether it still holds')
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Content-Type', 'application/statuslist+jwt')
  @ApiOperation({
    operationId: 'statusList',
    summary: 'Which statements hold now',
    description:
      'A Token Status List: two bits for each place, 0 holds, 1 does not, 2 not now. A statement names its list and place. The answer is as it is now; ask again after `ttl` seconds.',
  })
  @ApiOkResponse({
    description: 'The list, signed.',
    content: { 'application/statuslist+jwt': { schema: { type: 'string' } } },
  })
  list(@Param('list') list: string): Promise<string> {
    if (!/^[1-9]\d{0,8}$/.test(list)) throw new Problem('not-found');
    return this.lists.list(Number(list));
  }
}
