interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is asked at the same time is carried out together. Who comes while all hands are full waits for the next group, so
 * that a group only holds what was asked before it began: nobody gets an answer that is older than his question. A free
 * hand first hears all who are at the door: each group costs as much as several questions.
 */
export class Together<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private busy = 0;
  private isCalled = false;

  /** `carryOut` answers all of a group in their order; `hands` groups at once, of `most` at most. */
  constructor(
    private readonly carryOut: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    private readonly size: { readonly hands: number; readonly most: number },
  ) {}

  /** The answer; the error of the whole group when it could not be carried out. */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      this.call();
    });
  }

  /** Begins when everything that has already arrived at this process is read. */
  private call(): void {
    if (this.isCalled || this.busy === this.size.hands || this.waiting.length === 0) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      this.begin();
    });
  }

  private begin(): void {
    const group = this.waiting.splice(0, this.size.most);
    this.busy++;
    void this.carryOut(group.map(({ asked }) => asked))
      .then(
        (answers) => group.forEach(({ resolve }, place) => resolve(answers[place] as Answer)),
        (error: unknown) => group.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        this.busy--;
        this.call();
      });
    this.call();
  }
}
