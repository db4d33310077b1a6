import { describe, expect, it } from '@jest/globals';
import { JsonLogger } from './json-logger.ts';

describe('the log of a start', () => {
  const linesAt = (level: string): string[] => {
    const lines: string[] = [];
    const logger = new JsonLogger(level, { write: (line) => lines.push(line) });
    logger.log('Mapped {/v1/vacancies, POST} route', 'RouterExplorer');
    logger.log('Listening at http://127.0.0.1:3000, documentation at /docs', 'Http');
    return lines;
  };

  it('says where the server listens, without naming the routes', () => {
    const [only, ...more] = linesAt('info');
    expect(more).toEqual([]);
    expect(JSON.parse(only ?? '')).toMatchObject({
      level: 30,
      context: 'Http',
      msg: 'Listening at http://127.0.0.1:3000, documentation at /docs',
    });
  });

  it('names each route at level debug', () => {
    expect(linesAt('debug')).toHaveLength(2);
  });
});
