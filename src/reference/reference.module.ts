import { Module } from '@nestjs/common';
import { EscoImport } from './esco/esco-import.ts';
import { OccupationCatalogue } from './occupation-catalogue.service.ts';
import { ReferenceController } from './reference.controller.ts';
import { Titles } from './titles/titles.service.ts';

/** The codes used everywhere else. Most are plain functions; ESCO is in the database. */
@Module({
  controllers: [ReferenceController],
  providers: [OccupationCatalogue, Titles, EscoImport],
  exports: [OccupationCatalogue, Titles],
})
export class ReferenceModule {}
