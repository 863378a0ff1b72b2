import { IsBoolean } from 'class-validator';
import { IsCode, IsInstant, IsList, IsText, MayBeMissing } from '#platform/http';
import {
  DOCUMENT_KINDS,
  RECIPIENT_RELATIONS,
  SERVICE_METHODS,
  type DocumentKind,
  type RecipientRelation,
  type ServiceMethod,
} from '../../domain/index.js';
import { LONG_TEXT } from './registration.dto.js';

export class DraftDto {
  @IsCode(DOCUMENT_KINDS) kind: DocumentKind;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) note?: string;
}

export class DispatchDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @MayBeMissing() @IsInstant() sentAt?: string;
}

/** The service record (送达回证, D22). */
export class ServiceDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @IsInstant() servedAt: string;
  @IsText({ max: 100 }) recipient: string;
  @IsCode(RECIPIENT_RELATIONS) relation: RecipientRelation;
  @IsText({ max: 100 }) receipt: string;
  @MayBeMissing() @IsList({ max: 5 }) @IsText({ max: 100, each: true }) witnesses?: string[];
  @MayBeMissing() @IsBoolean() consent?: boolean;
}
