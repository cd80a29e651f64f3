import { Global, Module } from '@nestjs/common';
import { JwksController } from './jwks.controller.ts';
import { SigningKeysController } from './signing-keys.controller.ts';
import { SigningKeysService } from './signing-keys.service.ts';
import { SigningKeysStore } from './signing-keys.store.ts';

/** Signing what travels, and the keys for it: features that make something others believe need them. */
@Global()
@Module({
  controllers: [JwksController, SigningKeysController],
  providers: [SigningKeysStore, SigningKeysService],
  exports: [SigningKeysService],
})
export class SigningModule {}
