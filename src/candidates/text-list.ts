import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { mayBeLeftOut } from '../platform/http/input/fields.ts';
import { type Form, Formed } from '../platform/http/input/formed.ts';

/** The most entries in any list of a candidate. */
export const MOST = 200;

/** A list of texts of one form. Described as optional if `@IsOptional()` follows it. */
export function Texts(form: Form, description: string): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: [String], required: !mayBeLeftOut(target, key), description })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(MOST)(target, key);
    Formed(form, { each: true })(target, key);
  };
}
