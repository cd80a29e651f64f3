import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

type Part = Record<PropertyKey, unknown>;

/**
 * Remembers how the parts of the product do what they do; the answer puts that back. So what a test puts in the place of a
 * method (a register that does not answer) goes with the test. What a part knows stays.
 */
export function asBuilt(app: INestApplication): () => void {
  const providers = [...app.get(ModulesContainer).values()].flatMap((each) => [...each.providers.values()]);
  const parts = new Map<Part, Part>();
  for (const { instance } of providers)
    if (typeof instance === 'object' && instance !== null) parts.set(instance as Part, { ...instance });
  return () => {
    for (const [part, was] of parts)
      for (const [name, value] of Object.entries(part)) {
        if (typeof value !== 'function' || was[name] === value) continue;
        if (name in was) part[name] = was[name];
        else delete part[name];
      }
  };
}
