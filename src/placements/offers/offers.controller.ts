import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Creates } from '../../platform/http/created.ts';
import { type Page, PageQuery } from '../../platform/http/paging.ts';
import { Roles } from '../../platform/http/roles.ts';
import type { Placement } from '../placement.entity.ts';
import { AnswersDto } from './answers.dto.ts';
import { CollectiveOffers, type CollectiveOfferView } from './collective-offers.service.ts';
import { CollectiveOfferDto, OfferDto } from './offers.dto.ts';
import { Offers } from './offers.service.ts';

@ApiTags('placements')
@Controller('v1')
export class OffersController {
  constructor(
    private readonly offers: Offers,
    private readonly collectives: CollectiveOffers,
  ) {}

  @Post('placements')
  @Creates()
  @Roles('employer')
  @ApiOperation({ summary: 'Offer a post to a proposed candidate and reserve its seats' })
  offer(@Body() body: OfferDto): Promise<Placement> {
    return this.offers.offer(body);
  }

  @Post('collective-offers')
  @Creates()
  @Roles('employer')
  @ApiOperation({ summary: 'Offer ten or more posts at once, by name or to an agency' })
  offerMany(@Body() body: CollectiveOfferDto): Promise<CollectiveOfferView> {
    return this.offers.offerMany(body);
  }

  @Get('collective-offers')
  @Roles('employer', 'agency', 'ministry', 'partner-authority')
  @ApiOperation({ summary: 'List the collective offers, newest first' })
  list(@Query() query: PageQuery): Promise<Page<CollectiveOfferView>> {
    return this.collectives.list(query);
  }

  @Get('collective-offers/:id')
  @Roles('employer', 'agency', 'ministry', 'partner-authority')
  @ApiOperation({ summary: 'Read a collective offer and the number of its posts at each stage' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<CollectiveOfferView> {
    return this.collectives.get(id);
  }

  @Post('collective-offers/:id/answers')
  @HttpCode(200)
  @Roles('agency')
  @ApiOperation({ summary: 'Accept or refuse posts of a collective offer in one request' })
  answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswersDto,
  ): Promise<CollectiveOfferView> {
    return this.collectives.answer(id, body);
  }
}
