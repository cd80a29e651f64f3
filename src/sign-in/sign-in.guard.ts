import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type ActingRequest, DOOR, type DoorRule } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { AccessDenied, Problem } from '../domain/errors.ts';

/** Finds out who is asking. Routes that are open to anyone are left alone; at all others: no token, no entry. */
@Injectable()
export class SignInGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super({ property: 'actor' });
  }

  override canActivate(context: ExecutionContext) {
    const rule = this.reflector.get<DoorRule | undefined>(DOOR, context.getHandler());
    return rule && 'open' in rule ? true : super.canActivate(context);
  }

  /** Called by passport with what the strategy made of the token. */
  override handleRequest<Found = Actor>(
    error: unknown,
    actor: Found | false | undefined,
    _info: unknown,
    context: ExecutionContext,
  ): Found {
    if (error instanceof Problem || error instanceof AccessDenied) throw error;
    if (error instanceof Error) throw error;
    if (!actor) throw new Problem('sign-in-required');
    const { trace } = context.switchToHttp().getRequest<ActingRequest & { trace?: string }>();
    return { ...actor, trace };
  }
}
