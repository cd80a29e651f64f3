import { Global, Module } from '@nestjs/common';
import { ClientStore } from './client.store.ts';
import { PersonRegister } from './person-register.port.ts';
import { PersonRegisterSimulator } from './person-register.simulator.ts';

/** Who a client is: the way from a BSN to a pseudonym, and the register of persons. */
@Global()
@Module({
  providers: [ClientStore, { provide: PersonRegister, useClass: PersonRegisterSimulator }],
  exports: [ClientStore, PersonRegister],
})
export class ClientsModule {}
