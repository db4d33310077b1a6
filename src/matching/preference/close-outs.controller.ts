import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { type CloseOut, CloseOuts } from './close-outs.service.ts';

@ApiTags('matches')
@Controller('v1/vacancies/:id/close-out')
@Roles('employer', 'ministry')
export class CloseOutsController {
  constructor(private readonly closeOuts: CloseOuts) {}

  @Get()
  @ApiOperation({
    summary:
      'Read the outcome for all candidates with Community preference, and the invitations owed',
  })
  of(@Param('id', ParseUUIDPipe) id: string): Promise<CloseOut> {
    return this.closeOuts.of(id);
  }
}
