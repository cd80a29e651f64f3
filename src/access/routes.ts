import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ruleOf } from '../domain/actions.ts';
import { DOOR, type DoorRule } from './requires.ts';

/** One route and what it asks. The list is reviewed: its diff is a change of permissions. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly rule: DoorRule;
}

/**
 * Every route of the house with its rule.
 * @throws Error naming each route that declares nothing: silence is shut, so the house does not open.
 */
export function routesOf(app: INestApplicationContext): readonly Route[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const silent: string[] = [];
  const routes: Route[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    if (!metatype || !instance) continue;
    const base = reflector.get<string>(PATH_METADATA, metatype);
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...given: never[]) => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      const method = handler && reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (!handler || method === undefined) continue;
      const path = ['', base, reflector.get<string>(PATH_METADATA, handler)]
        .join('/')
        .replace(/\/{2,}/g, '/');
      const rule = reflector.get<DoorRule | undefined>(DOOR, handler);
      const route = { method: RequestMethod[method] ?? '', path: path.replace(/(.)\/$/, '$1') };
      if (rule) routes.push({ ...route, rule });
      else silent.push(`${route.method} ${route.path} (${metatype.name}.${name})`);
    }
  }
  if (silent.length > 0)
    throw new Error(`these routes do not say what they require:\n  ${silent.join('\n  ')}`);
  return routes.toSorted((one, other) =>
    `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`),
  );
}

/** The route table as text, one route a line: method, path, action, who may knock. */
export const routeTable = (routes: readonly Route[]): string =>
  routes
    .map(({ method, path, rule }) =>
      'open' in rule
        ? `${method} ${path}  open: ${rule.open}`
        : `${method} ${path}  ${rule.action}  ${ruleOf(rule.action).actors.join(', ')}`,
    )
    .join('\n');
