import { AccessDenied, Problem } from '../../src/domain/errors.ts';
import { asProblem } from '../../src/platform/database.errors.ts';
import { failureOf } from '../../src/platform/failure.ts';

const bsn = '999990019';

describe('Whoever looks after the queue reads in the log what failed, and nothing of anybody (R2)', () => {
  it('What the database said, beneath the problem that people see', () => {
    const deadlock = Object.assign(new Error(`Key (bsn)=(${bsn})`), { code: '40P01' });
    expect(failureOf(asProblem(deadlock))).toMatch(/^unavailable at asProblem \(src\/.*\), because of 40P01/);
    const twice = Object.assign(new Error(bsn), { code: '23505', constraint: 'bulk_run_once' });
    expect(failureOf(twice)).toMatch(/^23505 \(bulk_run_once\)/);
  });

  it('Where in our own code it was, when nobody gave it a code', () => {
    const parse = () => JSON.parse(`{"bsn": ${bsn}x}`) as unknown;
    const failed = (() => {
      try {
        return parse();
      } catch (error) {
        return failureOf(error);
      }
    })();
    expect(failed).toMatch(/^SyntaxError/);
    expect(failed).not.toContain(bsn);
    expect(failureOf(new Problem('unavailable'))).toBe('unavailable');
    expect(failureOf(new AccessDenied('not-assigned', true))).toBe('not-assigned');
  });

  it('Words that pretend to be a place of ours are words of others', () => {
    const error = new TypeError(`no\n    at steal (src/${bsn}.ts:1:1)`);
    expect(failureOf(error)).toBe('TypeError');
  });

  it('What is no error at all', () => {
    expect(failureOf(bsn)).toBe('something that is no error');
  });
});
