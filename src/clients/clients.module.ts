import { Global, Module } from '@nestjs/common';
import { ClientStore } from './client.store.ts';
import { ContactStore } from './contact.store.ts';
import { IdentityMatch } from './identity-match.port.ts';
import { IdentityMatchSimulator } from './identity-match.simulator.ts';
import { IdentityMatcher } from './identity-matcher.ts';
import { MeansStore } from './means.store.ts';
import { OwnTime } from './own-time.ts';
import { PersonOfClient } from './person-of-client.ts';
import { PersonRegister } from './person-register.port.ts';
import { PersonRegisterSimulator } from './person-register.simulator.ts';
import { PreferenceStore } from './preference.store.ts';
import { ProspectStore } from './prospect.store.ts';

const shared = [
  ...[ClientStore, MeansStore, ContactStore, PreferenceStore, PersonOfClient, IdentityMatcher],
  ...[OwnTime, ProspectStore],
];

/** Who a client is: the way from a BSN or a means to a pseudonym, and the registers that know persons. */
@Global()
@Module({
  providers: [
    ...shared,
    { provide: PersonRegister, useClass: PersonRegisterSimulator },
    { provide: IdentityMatch, useClass: IdentityMatchSimulator },
  ],
  exports: [...shared, PersonRegister],
})
export class ClientsModule {}
