import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActionName } from '../domain/actions.ts';
import type { Actor } from '../domain/actor.ts';

/** What a route asks at the door: an action, or nothing for a reason that can be read. */
export type DoorRule = { readonly action: ActionName } | { readonly open: string };

/** Where the rule of a route is kept. */
export const DOOR = 'volmacht:door';

/** House rule 10: the route asks for this action. Without it, or {@link Open}, the service does not start. */
export const Requires = (action: ActionName) => applyDecorators(SetMetadata(DOOR, { action }));

/** The route is open to anyone, and says why. */
export const Open = (because: string) => applyDecorators(SetMetadata(DOOR, { open: because }));

/** A request whose sender is known. Set by sign-in, read by the door. */
export type ActingRequest = FastifyRequest & { actor?: Actor };

/** The actor of this request, for a controller to hand on. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Error('a route that wants the actor must declare what it requires');
  return actor;
});
