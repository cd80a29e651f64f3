import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentRow } from './assignment.row.ts';
import { AssignmentStore } from './assignment.store.ts';
import { EmployeeRow } from './employee.row.ts';
import { EmployeeStore } from './employee.store.ts';
import { EmployeesController } from './employees.controller.ts';
import { EmployeesService } from './employees.service.ts';
import { EmploymentsController } from './employments.controller.ts';
import { EmploymentsService } from './employments.service.ts';
import { OfficeClientStore } from './office-client.store.ts';
import { OfficeClientsController } from './office-clients.controller.ts';
import { OfficeClientsService } from './office-clients.service.ts';
import { OrganisationRow } from './organisation.row.ts';
import { OrganisationStore } from './organisation.store.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';
import { TeamMemberRow, TeamRow } from './team.row.ts';
import { TeamStore } from './team.store.ts';
import { TeamsController } from './teams.controller.ts';
import { TeamsService } from './teams.service.ts';

const services = [
  OrganisationsService,
  EmployeesService,
  EmploymentsService,
  TeamsService,
  OfficeClientsService,
];

/** Representative organisations: offices, their people and teams, and who handles which client. */
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationRow, EmployeeRow, TeamRow, TeamMemberRow, AssignmentRow])],
  controllers: [
    OrganisationsController,
    EmployeesController,
    EmploymentsController,
    TeamsController,
    OfficeClientsController,
  ],
  providers: [
    ...services,
    ...[OrganisationStore, EmployeeStore, TeamStore, AssignmentStore, OfficeClientStore],
  ],
  exports: services,
})
export class RepresentativeOrganisationsModule {}
