import { Body, Get, HttpCode, Injectable, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Page } from '../http/paging.ts';
import type { DuplicatePair, DuplicateSubject, DuplicateView } from './duplicate-pair.ts';
import { DuplicateQuery, MergeDto } from './duplicates.dto.ts';
import { Duplicates } from './duplicates.service.ts';

/**
 * The endpoints for deciding on pairs. Each feature extends them with its path, roles and subject.
 */
@Injectable()
export abstract class DuplicatesController {
  protected abstract readonly subject: DuplicateSubject;

  constructor(private readonly duplicates: Duplicates) {}

  @Get()
  @ApiOperation({ summary: 'List pairs of records that may be duplicates' })
  list(@Query() query: DuplicateQuery): Promise<Page<DuplicatePair>> {
    return this.duplicates.list(this.subject, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Compare two records: what agrees and what was decided' })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<DuplicateView> {
    return this.duplicates.get(this.subject, id);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide that the two records are the same, and keep one of them' })
  merge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { survivorId }: MergeDto,
  ): Promise<DuplicateView> {
    return this.duplicates.merge(this.subject, id, survivorId);
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide that the two records are different' })
  dismiss(@Param('id', ParseUUIDPipe) id: string): Promise<DuplicateView> {
    return this.duplicates.dismiss(this.subject, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo the decision on a pair' })
  undo(@Param('id', ParseUUIDPipe) id: string): Promise<DuplicateView> {
    return this.duplicates.undo(this.subject, id);
  }
}
