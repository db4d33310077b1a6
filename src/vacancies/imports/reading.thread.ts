import type { ImportFailure } from '../../platform/imports/running/import-batch.ts';
import { serveThread } from '../../platform/threads/serve-thread.ts';
import type { AskedWords } from '../../reference/titles/names/name-readers.ts';
import type { TitleReading } from '../../reference/titles/title-reader.ts';
import { type PrepareOptions, prepareVacancies, type VacancyBatch } from './prepare-vacancies.ts';

await serveThread<
  PrepareOptions,
  VacancyBatch,
  ImportFailure | null,
  readonly AskedWords[],
  readonly TitleReading[]
>((options, { input, ask }) => prepareVacancies(options, input, ask));
