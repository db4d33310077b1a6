import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../platform/http/roles.ts';
import { CallUpDto } from './call-ups.dto.ts';
import { type CallUp, CallUps } from './call-ups.service.ts';

@ApiTags('placements')
@Controller('v1/call-ups')
export class CallUpsController {
  constructor(private readonly callUps: CallUps) {}

  @Post()
  @Roles('employer')
  @ApiOperation({ summary: 'Make offers by name to the team of last season in one request' })
  call(@Body() body: CallUpDto): Promise<CallUp> {
    return this.callUps.call(body);
  }
}
