// Jest runs tests in a realm of their own, but its structuredClone answers with objects of the outer one, whose
// constructor is another Object. oidc-provider takes such a key for something strange and refuses it.
const clone = globalThis.structuredClone;

function broughtHome(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, broughtHome);
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, broughtHome(part)]));
}

globalThis.structuredClone = ((...given: Parameters<typeof clone>) =>
  broughtHome(clone(...given))) as typeof clone;
