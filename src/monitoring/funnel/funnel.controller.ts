import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { Whole } from '../../platform/http/input/fields.ts';
import { AnswersFile } from '../../platform/http/described/answers.ts';
import { Formed } from '../../platform/http/input/formed.ts';
import type { List } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import { countryForm } from '../../reference/code-forms.ts';
import type { Funnel } from './funnel-view.ts';
import { Funnels } from './funnels.service.ts';

export class FunnelQuery {
  @ApiPropertyOptional({
    description: 'Only this state, ISO 3166-1 alpha-2; if omitted, all states',
    example: 'ES',
  })
  @Formed(countryForm)
  @IsOptional()
  state?: string;

  @ApiPropertyOptional({
    example: 2027,
    description: 'Only contracts that start in this year; if omitted, all years',
  })
  @Type(() => Number)
  @Whole(2000, 2200)
  @IsOptional()
  year?: number;

  @ApiPropertyOptional({
    enum: ['country', 'quota'],
    default: 'country',
    description: 'Group by partner country, or by national offer',
  })
  @IsIn(['country', 'quota'])
  @IsOptional()
  by?: 'country' | 'quota';
}

@ApiTags('monitoring')
@Controller('v1/monitoring')
@Roles('monitor', 'ministry', 'partner-authority', 'admin')
export class FunnelController {
  constructor(private readonly funnels: Funnels) {}

  @Get('funnel')
  @ApiOperation({ summary: 'Count people at each step from seat to return, never fewer than ten' })
  funnel(@Query() query: FunnelQuery): Promise<List<Funnel>> {
    return this.funnels.list(query);
  }

  @Get('funnel.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @AnswersFile('text/csv')
  @ApiOperation({ summary: 'Get the same figures as CSV' })
  csv(@Query() query: FunnelQuery): Promise<string> {
    return this.funnels.csv(query);
  }
}
