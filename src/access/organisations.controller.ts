import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../platform/database/tenant.ts';
import { Creates } from '../platform/http/created.ts';
import { type List, type Page, PageQuery } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import {
  type ApiKeyDto,
  CreateApiKeyDto,
  CreateOrganisationDto,
  type NewApiKeyDto,
} from './access.dto.ts';
import { ApiKeys } from './api-keys.service.ts';
import type { Organisation } from './organisation.entity.ts';
import { Organisations } from './organisations.service.ts';

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: Organisations,
    private readonly keys: ApiKeys,
  ) {}

  @Post()
  @Creates()
  @Roles('admin')
  @ApiOperation({ summary: 'Register an organisation' })
  create(@Body() body: CreateOrganisationDto): Promise<Organisation> {
    return this.organisations.create(body);
  }

  @Get()
  @Roles('admin')
  @ApiOperation({ summary: 'List organisations' })
  list(@Query() query: PageQuery): Promise<Page<Organisation>> {
    return this.organisations.list(query);
  }

  @Get('own')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read the organisation that holds this key' })
  own(): Promise<Organisation> {
    return this.organisations.getOwn();
  }

  @Get(':id')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Read an organisation: your own, or any as an administrator' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Organisation> {
    return this.organisations.get(id);
  }

  @Post(':id/api-keys')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Create an API key; its secret is shown only in this answer' })
  createKey(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { label }: CreateApiKeyDto,
  ): Promise<NewApiKeyDto> {
    return this.keys.create(id, label);
  }

  @Get(':id/api-keys')
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'List API keys, without their secrets' })
  listKeys(@Param('id', ParseUUIDPipe) id: string): Promise<List<ApiKeyDto>> {
    return this.keys.list(id);
  }

  @Delete(':id/api-keys/:keyId')
  @HttpCode(204)
  @Roles(...organisationRoles)
  @ApiOperation({ summary: 'Revoke an API key, with effect from the next request' })
  revokeKey(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('keyId', ParseUUIDPipe) keyId: string,
  ): Promise<void> {
    return this.keys.revoke(id, keyId);
  }
}
