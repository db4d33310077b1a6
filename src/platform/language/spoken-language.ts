import { createParamDecorator, type ExecutionContext, UseFilters } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import type { ProblemError } from '../http/problem.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { notUsable } from '../http/refuse.ts';
import { isLanguage, type Language, languageOf, languages } from './language.ts';

/**
 * The language in which the caller is answered: `language` of the query, else the first language of
 * Accept-Language that we speak, else English. The answer names it in Content-Language.
 * @throws ProblemError 400 for any other `language`
 */
export const SpokenLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language => {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const language = request.query['language'] ?? languageOf(request);
    if (!isLanguage(language)) throw notSpoken();
    const response = http.getResponse<Response>();
    response.setHeader('Content-Language', language);
    response.vary('Accept-Language');
    return language;
  },
  [document],
);

/**
 * Makes the refusals of a route follow Accept-Language alone, since its `language` is part of the
 * question.
 */
export function LanguageIsAskedAbout(): MethodDecorator {
  return UseFilters(new ProblemFilter(languageOf));
}

/**
 * Checks the member `language` of a query that has other members too. `SpokenLanguage` reads it.
 */
export function LanguageMember(): PropertyDecorator {
  return (target, key) => {
    IsIn(languages)(target, key);
    IsOptional()(target, key);
  };
}

function document(target: object, key: string | symbol | undefined): void {
  const method = key && Object.getOwnPropertyDescriptor(target, key);
  if (!key || !method) return;
  const description = `The language of the texts in the answer: ${languages.join(', ')}; if omitted, English`;
  ApiHeader({ name: 'Accept-Language', required: false, description })(target, key, method);
  ApiQuery({
    name: 'language',
    required: false,
    enum: languages,
    description: 'The language of the texts in the answer; takes precedence over Accept-Language',
  })(target, key, method);
}

function notSpoken(): ProblemError {
  const known = languages.join(', ');
  return notUsable('/language', 'is-in', {
    en: `This language is not supported. Set language to one of these: ${known}.`,
    fr: `Cette langue n'est pas prise en charge. Choisissez l'une de ces valeurs pour language : ${known}.`,
    es: `Este idioma no se admite. Elija uno de estos valores para language: ${known}.`,
    ar: `هذه اللغة غير مدعومة. اختاروا إحدى هذه القيم لـ language: ${known}.`,
  });
}
