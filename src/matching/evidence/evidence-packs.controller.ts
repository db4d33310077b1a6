import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates } from '../../platform/http/created.ts';
import { AnswersFile } from '../../platform/http/described/answers.ts';
import type { Page } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { EvidencePackQuery } from '../matching.dto.ts';
import type { EvidencePackHead, EvidencePackView } from './evidence-pack.entity.ts';
import { EvidencePacks } from './evidence-packs.service.ts';

@ApiTags('evidence')
@Controller('v1')
@Roles('employer', 'ministry')
export class EvidencePacksController {
  constructor(private readonly packs: EvidencePacks) {}

  @Post('vacancies/:id/evidence-packs')
  @Creates('/v1/evidence-packs/:id')
  @ApiOperation({
    summary: 'Make an evidence pack of a vacancy: advertising, labour-market test, decisions',
  })
  makeForVacancy(@Param('id', ParseUUIDPipe) id: string): Promise<EvidencePackView> {
    return this.packs.makeForVacancy(id);
  }

  @Post('matches/:id/evidence-packs')
  @Creates('/v1/evidence-packs/:id')
  @ApiOperation({ summary: 'Make an evidence pack of one decision' })
  makeForMatch(@Param('id', ParseUUIDPipe) id: string): Promise<EvidencePackView> {
    return this.packs.makeForMatch(id);
  }

  @Get('evidence-packs')
  @ApiOperation({ summary: 'List evidence packs without their entries, newest first' })
  list(@Query() query: EvidencePackQuery): Promise<Page<EvidencePackHead>> {
    return this.packs.list(query);
  }

  @Get('evidence-packs/:id')
  @ApiOperation({
    summary: 'Read an evidence pack; npm run evidence:verify checks it without this service',
  })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<EvidencePackView> {
    return this.packs.get(id);
  }

  @Get('evidence-packs/:id/page')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  @AnswersFile('text/html')
  @ApiOperation({ summary: 'Read an evidence pack as a page to print' })
  page(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<string> {
    return this.packs.page(id, language);
  }
}
