import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../../platform/database/tenant.ts';
import { Creates, type Stored } from '../../platform/http/created.ts';
import { IfMatch } from '../../platform/http/etag.ts';
import { DryRunQuery } from '../../platform/http/input/dry-run.query.ts';
import type { List } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';
import { type LawRuleChange, LawRuleDto, LawRuleQuery, NewLawRuleDto } from './law-rules.dto.ts';
import { LawRules } from './law-rules.service.ts';

const authorities = ['ministry', 'monitor', 'admin'] as const;

@ApiTags('rules of law')
@Controller('v1/rules')
export class LawRulesController {
  constructor(private readonly rules: LawRules) {}

  @Post()
  @Creates(':code')
  @Roles(...authorities)
  @ApiOkResponse({ description: 'With dryRun: the rule as it would be recorded, and its effects' })
  @ApiOperation({
    summary: 'Record a rule: a ministry for its state, the monitor or administrator for the Union',
  })
  record(
    @Body() body: NewLawRuleDto,
    @Query() { dryRun }: DryRunQuery,
  ): Promise<Stored<LawRuleChange>> {
    return this.rules.record(body, dryRun);
  }

  @Get()
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'List rules, as in force on a date and as known at a moment' })
  list(@Query() query: LawRuleQuery): Promise<List<LawRuleVersion>> {
    return this.rules.list(query);
  }

  @Get(':code')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read the latest version of a rule' })
  get(@Param('code') code: string): Promise<LawRuleVersion> {
    return this.rules.get(code);
  }

  @Put(':code')
  @Roles(...authorities)
  @ApiOperation({ summary: 'Change a rule as its authority: record its next version' })
  change(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: LawRuleDto,
    @Query() { dryRun }: DryRunQuery,
  ): Promise<LawRuleChange> {
    return this.rules.change(code, version, body, dryRun);
  }

  @Get(':code/history')
  @Roles(...organisationRoles)
  @ApiOperation({
    summary: 'List every version of a rule with its author, reason and time of recording',
  })
  history(@Param('code') code: string): Promise<List<LawRuleVersion>> {
    return this.rules.history(code);
  }
}
