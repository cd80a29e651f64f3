import type { OfficeHappening, Post } from './happening.ts';

/** What an office is allowed as a whole, and who works there. */
export class OfficeBook {
  recognised = true;
  readonly left = new Set<Post>();

  happen(what: OfficeHappening): void {
    if (what.kind === 'left') this.left.add(what.post);
    else this.recognised = what.kind === 'office recognised again';
  }

  /** R33: whoever is assigned; a client of nobody who works here is his chief's. */
  letsIn(post: Post, assigned: ReadonlySet<Post>): boolean {
    if (!this.recognised || this.left.has(post)) return false;
    const atWork = [...assigned].filter((each) => !this.left.has(each));
    return atWork.includes(post) || (atWork.length === 0 && post === 'chief');
  }
}
