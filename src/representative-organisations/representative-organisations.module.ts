import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentRow } from './assignment.row.ts';
import { AssignmentStore } from './assignment.store.ts';
import { BulkAssignmentController } from './bulk-assignment/bulk-assignment.controller.ts';
import { BulkAssignmentService } from './bulk-assignment/bulk-assignment.service.ts';
import { CoverRow } from './covers/cover.row.ts';
import { CoverStore } from './covers/cover.store.ts';
import { CoversController } from './covers/covers.controller.ts';
import { CoversService } from './covers/covers.service.ts';
import { EmployeeRow } from './employee.row.ts';
import { EmployeeStore } from './employee.store.ts';
import { EmployeesController } from './employees.controller.ts';
import { EmployeesService } from './employees.service.ts';
import { EmploymentsController } from './employments.controller.ts';
import { EmploymentsService } from './employments.service.ts';
import { OfficeClientsExportController } from './export/office-clients-export.controller.ts';
import { OfficeClientsExportService } from './export/office-clients-export.service.ts';
import { HandlersController } from './handlers/handlers.controller.ts';
import { HandlersService } from './handlers/handlers.service.ts';
import { HandlersStore } from './handlers/handlers.store.ts';
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
import { WorkloadController } from './workload/workload.controller.ts';
import { WorkloadService } from './workload/workload.service.ts';
import { WorkloadStore } from './workload/workload.store.ts';

const services = [
  OrganisationsService,
  EmployeesService,
  EmploymentsService,
  TeamsService,
  OfficeClientsService,
  BulkAssignmentService,
  CoversService,
  HandlersService,
  WorkloadService,
];

/** Representative organisations: offices, their people and teams, and who handles which client. */
@Module({
  imports: [
    TypeOrmModule.forFeature([OrganisationRow, EmployeeRow, TeamRow, TeamMemberRow, AssignmentRow, CoverRow]),
  ],
  controllers: [
    OrganisationsController,
    EmployeesController,
    EmploymentsController,
    TeamsController,
    OfficeClientsController,
    ...[BulkAssignmentController, CoversController, HandlersController, WorkloadController],
    OfficeClientsExportController,
  ],
  providers: [
    ...services,
    OfficeClientsExportService,
    ...[OrganisationStore, EmployeeStore, TeamStore, AssignmentStore, OfficeClientStore],
    ...[CoverStore, HandlersStore, WorkloadStore],
  ],
  exports: services,
})
export class RepresentativeOrganisationsModule {}
