import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

function asFlag(value: unknown): unknown {
  if (value === '' || value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}

/** `?flag`, `?flag=true` or `?flag=1` */
function Flag(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: Boolean, default: false, description })(target, key);
    Transform(({ value }: { value: unknown }) => asFlag(value))(target, key);
    IsBoolean()(target, key);
    IsOptional()(target, key);
  };
}

export class UploadQuery {
  @Flag('Try it without writing anything; commit it afterwards') dryRun = false;
  @Flag('One rejected row keeps everything out') allOrNothing = false;
}
