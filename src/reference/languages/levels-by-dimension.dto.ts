import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type CefrLevel, cefrLevels } from './cefr.ts';
import type { LevelsByDimension } from './levels-by-dimension.ts';

function Level(): PropertyDecorator {
  return (target, key) => {
    const description = 'CEFR level; if omitted, the overall level of the language';
    ApiPropertyOptional({ enum: cefrLevels, description })(target, key);
    IsIn(cefrLevels)(target, key);
    IsOptional()(target, key);
  };
}

/** CEFR levels by dimension. A dimension that is left out has the level of the language. */
export class LevelsByDimensionDto implements LevelsByDimension {
  @Level() listening?: CefrLevel;
  @Level() reading?: CefrLevel;
  @Level() spokenInteraction?: CefrLevel;
  @Level() spokenProduction?: CefrLevel;
  @Level() writing?: CefrLevel;
}
