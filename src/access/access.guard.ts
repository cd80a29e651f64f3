import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused, UnitOfWork } from '../audit/unit-of-work.ts';
import { knock } from '../domain/access.ts';
import { ruleOf } from '../domain/actions.ts';
import { actorKey } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import { AllowanceStore } from '../platform/allowance.store.ts';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { newId } from '../platform/ids.ts';
import { type ActingRequest, DOOR, type DoorRule } from './requires.ts';

/**
 * The door: one global guard, shut by default. It needs no facts; the desk asks again with them, inside the
 * transaction. What it refuses is recorded.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
    private readonly allowances: AllowanceStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<DoorRule | undefined>(DOOR, context.getHandler());
    if (!rule) throw new Problem('not-found'); // cannot happen: the boot refuses such a route
    if ('open' in rule) return true;
    const { actor, method } = context.switchToHttp().getRequest<ActingRequest>();
    if (!actor) throw new Problem('sign-in-required');
    const denial = knock(actor, rule.action);
    if (!denial) {
      const change = { what: 'changes', times: this.config.changesPerMinute, seconds: 60 };
      if (method !== 'GET' && !ruleOf(rule.action).changesNothing)
        await this.allowances.spend(actorKey(actor), change);
      return true;
    }
    const entry = {
      id: newId(),
      at: this.clock.now(),
      actor,
      action: rule.action,
      outcome: 'refused',
    } as const;
    const refused = new Refused(denial, { ...entry, reason: denial.reason });
    await this.unit.refuse(actor, refused);
    throw refused;
  }
}
