import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates, type Stored } from '../platform/http/created.ts';
import { IfMatch } from '../platform/http/etag.ts';
import { Roles } from '../platform/http/roles.ts';
import { CandidateDto } from './candidates.dto.ts';
import { Candidates, type CandidateView } from './candidates.service.ts';
import { ConsentDto } from './consents.dto.ts';

@ApiTags('candidates')
@Controller('v1/candidates')
@Roles('agency')
export class CandidatesController {
  constructor(private readonly candidates: Candidates) {}

  @Post()
  @Creates()
  @ApiOkResponse({ description: 'The reference is that of a known candidate' })
  @ApiOperation({ summary: 'Enter a candidate, or update the one with the same reference' })
  enter(@Body() body: CandidateDto): Promise<Stored<CandidateView>> {
    return this.candidates.enter(body);
  }

  @Get('by-reference/:reference')
  @ApiOperation({ summary: 'Read a candidate by your own reference' })
  getByReference(@Param('reference') reference: string): Promise<CandidateView> {
    return this.candidates.getByReference(reference);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a candidate' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<CandidateView> {
    return this.candidates.get(id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a candidate' })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CandidateDto,
  ): Promise<CandidateView> {
    return this.candidates.change(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Erase a candidate and everything stored about them' })
  erase(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.candidates.erase(id);
  }

  @Post(':id/consents')
  @ApiOkResponse({ description: 'The consent replaced one to the same purpose on the same day' })
  @ApiOperation({ summary: 'Record a consent, which is valid for 12 months' })
  consent(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConsentDto,
  ): Promise<Stored<CandidateView>> {
    return this.candidates.consent(id, body);
  }

  @Delete(':id/consents/:consentId')
  @ApiOperation({ summary: 'Withdraw a consent with immediate effect' })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('consentId', ParseUUIDPipe) consentId: string,
  ): Promise<CandidateView> {
    return this.candidates.withdrawConsent(id, consentId);
  }
}
