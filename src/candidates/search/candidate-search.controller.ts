import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { LanguageIsAskedAbout } from '../../platform/language/spoken-language.ts';
import { CandidateSearchQuery } from './candidate-search.dto.ts';
import { type FoundCandidates, FindCandidates } from './find-candidates.service.ts';

@ApiTags('candidates')
@Controller('v1/candidates')
@Roles('agency')
export class CandidateSearchController {
  constructor(private readonly candidates: FindCandidates) {}

  @Get()
  @LanguageIsAskedAbout()
  @ApiOperation({ summary: 'Search your own candidates, with the number of hits per facet' })
  find(@Query() query: CandidateSearchQuery): Promise<FoundCandidates> {
    return this.candidates.find(query);
  }
}
