import type { Config } from '../../platform/config.ts';

/** Where the things are that a statement refers to. Each is a name as well, so none may change. */
export const statementPlaces = ({ publicUrl }: Pick<Config, 'publicUrl'>) => ({
  issuer: publicUrl,
  keys: `${publicUrl}/.well-known/jwks.json`,
  type: `${publicUrl}/v1/statement-types/mandate`,
  statusList: (list: number) => `${publicUrl}/v1/status-lists/${list}`,
});
