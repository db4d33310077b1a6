import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationRoles } from '../platform/database/tenant.ts';
import type { List } from '../platform/http/paging.ts';
import { Roles } from '../platform/http/roles.ts';
import { LanguageIsAskedAbout } from '../platform/language/spoken-language.ts';
import { isMemberState, isTierZeroCountry, listCountries } from './countries/countries.ts';
import { type EducationField, educationFields } from './education/education-fields.ts';
import { eqfLevels, type IscedLevel, iscedLevels } from './education/education.ts';
import { iscoChildren, type IscoGroup } from './isco/isco.ts';
import { listLanguages, normaliseLanguage } from './languages/languages.ts';
import { listNace } from './nace/nace.ts';
import { IscoQuery, SkillsQuery, TitleQuery } from './reference.dto.ts';
import type { ReadSkill } from './titles/skill-reader.ts';
import type { TitleReading } from './titles/title-reader.ts';
import { Titles } from './titles/titles.service.ts';

/** The codes used everywhere else. */
@ApiTags('reference')
@Controller('v1/reference')
@Roles(...organisationRoles)
export class ReferenceController {
  constructor(private readonly titles: Titles) {}

  @Get('countries')
  @ApiOperation({
    summary: 'List the countries, and whether their citizens may work anywhere in the EU',
  })
  countries(): { items: { code: string; name: string; memberState: boolean; free: boolean }[] } {
    const items = listCountries().map((country) => ({
      ...country,
      memberState: isMemberState(country.code),
      free: isTierZeroCountry(country.code),
    }));
    return { items };
  }

  @Get('education')
  @ApiOperation({
    summary: 'List the levels of the EQF and of ISCED 2011, and the fields of ISCED-F',
  })
  education(): {
    eqf: readonly number[];
    isced: readonly IscedLevel[];
    fields: readonly EducationField[];
  } {
    return { eqf: eqfLevels, isced: iscedLevels, fields: educationFields };
  }

  @Get('languages')
  @ApiOperation({ summary: 'List the languages, with ISO 639-1 codes' })
  languages(): { items: { code: string; name: string }[] } {
    return { items: listLanguages() };
  }

  @Get('isco')
  @ApiOperation({ summary: 'List the ISCO-08 groups directly below a group' })
  isco(@Query() { parent }: IscoQuery): List<IscoGroup> {
    return { items: iscoChildren(parent ?? null) };
  }

  @Get('nace')
  @ApiOperation({ summary: 'List the sections and divisions of NACE' })
  nace(): { items: { code: string; title: string }[] } {
    return { items: listNace() };
  }

  @Get('occupations')
  @LanguageIsAskedAbout()
  @ApiOperation({
    summary: 'Find the occupation that a job title names, and those that it may name',
  })
  async occupation(@Query() { title, language }: TitleQuery): Promise<TitleReading> {
    return this.titles.read(title, normaliseLanguage(language ?? ''));
  }

  @Get('skills')
  @LanguageIsAskedAbout()
  @ApiOperation({ summary: 'Find the ESCO skills in a text; none unless ESCO has been imported' })
  async skills(@Query() { text, language }: SkillsQuery): Promise<List<ReadSkill>> {
    const asked = [text, normaliseLanguage(language ?? '')] as const;
    const { texts } = await this.titles.answer({ texts: [asked] });
    return { items: texts.flat() };
  }
}
