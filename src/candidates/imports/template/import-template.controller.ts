import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { XLSX } from '../../../platform/formats/xlsx/xlsx-file.ts';
import { AnswersFile } from '../../../platform/http/described/answers.ts';
import { Roles } from '../../../platform/http/roles.ts';
import { templateFile } from './import-template.ts';
import { TemplateQuery } from './import-template.dto.ts';

@ApiTags('imports')
@Controller('v1/candidates/template')
@Roles('agency')
export class ImportTemplateController {
  @Get()
  @AnswersFile('text/csv', XLSX)
  @ApiOperation({
    summary: 'Get an empty spreadsheet to fill in, in English, French, Spanish or Arabic',
  })
  async get(@Query() { language, format }: TemplateQuery): Promise<StreamableFile> {
    const { content, type, name } = await templateFile(language, format);
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
  }
}
