import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { parseEducationField } from './education-fields.ts';

/** Checks that the member, if given, is a field of ISCED-F 2013. */
export function OptionalEducationField(): PropertyDecorator {
  return (target, key) => {
    const description = 'Field of education: ISCED-F 2013 code of 2 to 4 digits';
    ApiPropertyOptional({ type: String, description, example: '0913' })(target, key);
    ValidateBy({
      name: 'educationField',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && parseEducationField(value) !== null,
        defaultMessage: () => '$property must be a field of ISCED-F 2013, such as 0913',
      },
    })(target, key);
    IsOptional()(target, key);
  };
}
