import { Global, Module } from '@nestjs/common';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { Desk } from './desk.ts';

/** Asking for access, and the record of it: every feature needs both. */
@Global()
@Module({ providers: [UnitOfWork, Desk], exports: [UnitOfWork, Desk] })
export class AccessModule {}
