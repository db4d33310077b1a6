import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../platform/http/roles.ts';
import type { AgencyWord } from './agency-word.entity.ts';
import { AgencyWords } from './agency-words.service.ts';
import { WordDto, WordKey } from './words.dto.ts';

@ApiTags('imports')
@Controller('v1/candidates/words')
@Roles('agency')
export class AgencyWordsController {
  constructor(private readonly words: AgencyWords) {}

  @Get()
  @ApiOperation({ summary: 'List what your own column headers and cell values mean' })
  list(): Promise<{ items: Omit<AgencyWord, 'organisationId'>[] }> {
    return this.words.list();
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Define what a column header or a cell value means, for all later files',
  })
  learn(@Body() body: WordDto): Promise<void> {
    return this.words.learn(body);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete the definition of a header or value' })
  forget(@Query() query: WordKey): Promise<void> {
    return this.words.forget(query);
  }
}
