import { removeCreated } from '../../platform/imports/undo/remove-created.ts';
import { restoreChanged } from '../../platform/imports/undo/restore-changed.ts';
import type { ImportedRows } from '../../platform/imports/undo/undo-import.ts';
import { announceVacancies } from '../storing/announce-vacancies.ts';
import { haltDecisions } from '../decisions-lock.queries.ts';
import { mergedColumns } from '../storing/merge-vacancies.ts';

/**
 * The vacancies of an import. Foreign keys keep most of those in use from being deleted. The
 * outcome of a match would be deleted with its vacancy, although the agency of the candidate relies
 * on it too.
 */
export const importedVacancies: ImportedRows = {
  table: 'vacancy',
  what: 'vacancies',
  inUse: `EXISTS (SELECT FROM placement WHERE vacancy_id = vacancy.id)
    OR EXISTS (SELECT FROM match WHERE vacancy_id = vacancy.id AND outcome IS NOT NULL)
    OR EXISTS (SELECT FROM collective_offer WHERE vacancy_id = vacancy.id)
    OR EXISTS (SELECT FROM exchange_arrival WHERE vacancy_id = vacancy.id)`,
  lock: async (sql, id) => {
    await haltDecisions(sql);
    await sql.query(
      `SELECT count(*) FROM (
         SELECT FROM vacancy
          WHERE import_id = $1 ORDER BY source_agency, source_id FOR UPDATE) AS locked`,
      [id],
    );
  },
  putBack: async (sql, id, kept) => {
    const restored = await restoreChanged<{ id: string; open: boolean }>(sql, id, {
      table: 'vacancy',
      before: 'vacancy',
      columns: mergedColumns,
      returning: "vacancy.id, vacancy.status = 'open' AS open",
    });
    await removeCreated(sql, id, { table: 'vacancy', what: 'vacancies', kept });
    const idsOf = (isOpen: boolean): string[] =>
      restored.filter(({ open }) => open === isOpen).map((row) => row.id);
    await announceVacancies(sql, { arrived: idsOf(true), ended: idsOf(false) });
  },
};
