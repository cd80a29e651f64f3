import { Work } from '../../src/audit/work.ts';

/** Listens to what the use cases of an office say to the database. */
export function listen(): { stop(): string[] } {
  const heard: string[] = [];
  const { query, named, rows } = Work.prototype;
  const note = (work: Work, said: string) => void (work.actor.kind === 'employee' && heard.push(said));
  Work.prototype.query = function (sql, values) {
    note(this, sql);
    return query.call(this, sql, values) as never;
  };
  Work.prototype.named = function (name, sql, values) {
    note(this, name);
    return named.call(this, name, sql, values) as never;
  };
  Work.prototype.rows = function (table) {
    note(this, String((table as unknown as { name: string }).name));
    return rows.call(this, table) as never;
  };
  return {
    stop: () => {
      Object.assign(Work.prototype, { query, named, rows });
      return heard;
    },
  };
}
