import { Controller, Get, Head, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Open } from '../access/requires.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { givesBackRequestId } from '../platform/request-id.ts';

/** Where what is (AuthZEN metadata). */
export class DiscoveryJson {
  @ApiProperty({ format: 'uri' })
  readonly policy_decision_point!: string;

  @ApiProperty({ format: 'uri' })
  readonly access_evaluation_endpoint!: string;

  @ApiProperty({ format: 'uri' })
  readonly access_evaluations_endpoint!: string;

  @ApiProperty({ format: 'uri' })
  readonly search_subject_endpoint!: string;

  @ApiProperty({ format: 'uri' })
  readonly search_resource_endpoint!: string;

  @ApiProperty({ format: 'uri' })
  readonly search_action_endpoint!: string;
}

/** Tells where the decision point is. */
@ApiTags('decision point')
@Controller('.well-known')
export class DiscoveryController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Head('authzen-configuration')
  @Header('Cache-Control', 'public, max-age=300')
  @RouteConfig(givesBackRequestId)
  @Open('who looks whether there is a door is told so')
  @ApiOperation({ operationId: 'hasAuthzenConfiguration', summary: 'Is there a decision point?' })
  @ApiOkResponse({ type: DiscoveryJson, description: 'There is: the headers of what says where.' })
  whether(): DiscoveryJson {
    return this.where();
  }

  @Get('authzen-configuration')
  @Header('Cache-Control', 'public, max-age=300')
  @RouteConfig(givesBackRequestId)
  @Open('who wants to ask has to find the door')
  @ApiOperation({ operationId: 'authzenConfiguration', summary: 'Where is the decision point?' })
  @ApiOkResponse({ type: DiscoveryJson })
  where(): DiscoveryJson {
    const { publicUrl } = this.config;
    const at = (place: string) => `${publicUrl}/access/v1/${place}`;
    return {
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: at('evaluation'),
      access_evaluations_endpoint: at('evaluations'),
      search_subject_endpoint: at('search/subject'),
      search_resource_endpoint: at('search/resource'),
      search_action_endpoint: at('search/action'),
    };
  }
}
