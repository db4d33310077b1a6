import { All, Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { StreamedJson } from '../../../platform/http/described/answers.ts';
import { OpenToAll } from '../../../platform/http/roles.ts';
import { cvsNeverOffered } from './exchange-facade.errors.ts';
import { ExchangeOffers } from './exchange-offers.service.ts';
import type { AllReferences, ChangedReferences, ExchangeDetails } from '../exchange-references.ts';

/**
 * The exchange API of EURES. It is open to everyone, as its vacancies are advertised to everyone.
 * Requests are limited, to leave room for other callers.
 */
@ApiTags('EURES exchange')
@Controller('input/api/jv/v0.1')
@OpenToAll()
export class ExchangeFacadeController {
  constructor(private readonly offers: ExchangeOffers) {}

  @Get('ping')
  @ApiOperation({ summary: 'Check whether the exchange answers' })
  ping(): { status: string } {
    return { status: 'ok' };
  }

  @Get('getAll')
  @ApiOperation({ summary: 'List the references of all vacancies offered, including closed ones' })
  async all(): Promise<StreamedJson<AllReferences>> {
    return new StreamableFile(await this.offers.all(), { type: 'application/json' });
  }

  @Get('getChanges/:epochMillis')
  @ApiOperation({
    summary: 'List the references of vacancies offered, changed or closed since a moment',
  })
  async changes(@Param('epochMillis') since: string): Promise<StreamedJson<ChangedReferences>> {
    return new StreamableFile(await this.offers.changes(since), { type: 'application/json' });
  }

  @Post('getDetails')
  @HttpCode(200)
  @ApiOperation({ summary: 'Get vacancies by reference, as HR-XML PositionOpening' })
  @ApiBody({ schema: { type: 'array', items: { type: 'string' } } })
  details(@Body() references: unknown): Promise<{ details: Record<string, ExchangeDetails> }> {
    return this.offers.details(references);
  }
}

/** The addresses at which the exchange API would offer CVs. */
@ApiTags('EURES exchange')
@Controller('input/api/cv')
@OpenToAll()
export class RefusedCvsController {
  @All('*path')
  @ApiParam({ name: 'path', type: String })
  @ApiResponse({ status: 451, description: 'Every request to this address is refused' })
  @ApiOperation({
    summary: 'Always refused: profiles of third-country nationals are never offered',
  })
  refuse(): never {
    throw cvsNeverOffered();
  }
}
