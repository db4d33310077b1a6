import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { ByRelease } from '../esco/by-release.ts';
import { builtInReader, builtInTitles } from './built-in-titles.ts';
import { readOccupationNames, readSkillNames } from './names.queries.ts';
import { type ReadSkillName, SkillReader } from './skill-reader.ts';
import { type ReadTitle, TitleReader } from './title-reader.ts';

/**
 * The readers of job titles and of skills: made of every language of the ESCO release that is loaded,
 * beside our own titles, and made anew when another is. The first to ask after an import waits for
 * the indexes, about half a second a language. To be asked within a request or a job.
 */
@Injectable()
export class Titles {
  private readonly titles: ByRelease<TitleReader>;
  private readonly skills: ByRelease<SkillReader>;

  constructor(database: Database) {
    this.titles = new ByRelease(database, builtInReader, async (sql) =>
      TitleReader.of(builtInTitles, await readOccupationNames(sql)).prepare(),
    );
    this.skills = new ByRelease(database, new SkillReader([]), async (sql) =>
      new SkillReader(await readSkillNames(sql)).prepare(),
    );
  }

  reader(): Promise<TitleReader> {
    return this.titles.get();
  }

  /** The two as functions, for whoever reads many. */
  async wordReaders(): Promise<{ readTitle: ReadTitle; readSkill: ReadSkillName }> {
    const { read: readTitle } = await this.reader();
    const { readName: readSkill } = await this.skillReader();
    return { readTitle, readSkill };
  }

  /** Reads nothing without ESCO. */
  skillReader(): Promise<SkillReader> {
    return this.skills.get();
  }
}
