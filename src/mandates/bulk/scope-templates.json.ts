import { ApiProperty } from '@nestjs/swagger';
import { categories, scopeActions } from '../../domain/scope.ts';

const instant = { format: 'date-time', example: '2026-11-24T09:00:00.000Z' };

/** One line of a template. */
export class TemplateLineJson {
  @ApiProperty({ example: '00000099000000001000' })
  readonly sender!: string;
  @ApiProperty({ enum: [...categories, 'all'] })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true })
  readonly actions!: readonly string[];
}

/** A template of the office. */
export class ScopeTemplateJson {
  @ApiProperty({ example: 'inkomstenbelasting particulier' })
  readonly name!: string;
  @ApiProperty({ type: TemplateLineJson, isArray: true })
  readonly lines!: readonly TemplateLineJson[];
  @ApiProperty({ ...instant, description: 'Since when the name means this.' })
  readonly since!: string;
}

/** A page of templates. */
export class ScopeTemplatesJson {
  @ApiProperty({ type: ScopeTemplateJson, isArray: true })
  readonly items!: readonly ScopeTemplateJson[];
  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}
