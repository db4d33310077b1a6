import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { measureSet } from '../../../bench/titles/melo.ts';
import { publishedMrr, readMelo } from '../../../bench/titles/melo-data.ts';
import { figure } from '../../support/suite/figure.ts';
import { realData } from '../../support/suite/real-data.ts';

const { folder, describeHere } = realData('melo');

/** The two smallest sets, and of these one in the suite; `npm run bench -- titles` measures all. */
const sets = ['prt_q_pt_c_pt', 'ita_q_it_c_it'].slice(figure({ suite: 1, soak: 0 }));

describeHere('the reader of job titles of national classifications', () => {
  it.each(sets)(
    'reads those of %s better than any published lexical method, and than the best encoder',
    (name) => {
      const path = join(folder, name);
      const { ours, peer } = measureSet(readMelo(path));
      const published = publishedMrr(path);
      for (const method of ['char_tf_idf_lemmas', 'word_tf_idf_lemmas', 'bm25_lemmas', 'e5'])
        expect([method, ours.mrr > (published.get(method) ?? 1)]).toEqual([method, true]);
      expect(ours.mrr).toBeGreaterThan(peer.mrr);
    },
  );
});
