import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import type { Language } from '../../platform/language/language.ts';
import { SpokenLanguage } from '../../platform/language/spoken-language.ts';
import { PersonUnlocks, type Unlocks } from './person-unlocks.service.ts';

@ApiTags('matches')
@Controller('v1/candidates')
export class UnlocksController {
  constructor(private readonly unlocks: PersonUnlocks) {}

  @Get(':id/unlocks')
  @Roles('agency')
  @ApiOperation({
    summary: 'List the languages and consents that would open the most vacancies to a candidate',
  })
  ofCandidate(
    @Param('id', ParseUUIDPipe) id: string,
    @SpokenLanguage() language: Language,
  ): Promise<Unlocks> {
    return this.unlocks.of(id, language);
  }
}
