import { Global, Module } from '@nestjs/common';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { Desk } from './desk.ts';
import { Once } from './once.ts';

/** Asking for access, the record of it, and acting once: every feature needs them. */
@Global()
@Module({ providers: [UnitOfWork, Desk, Once], exports: [UnitOfWork, Desk, Once] })
export class AccessModule {}
