/** What a former representative is to lose: a client with a message, and the token with which he reads. */
export interface Cage {
  readonly client: string;
  readonly token: string;
  /** A message that he may read until the revocation, and an attachment of it that he may download. */
  readonly message: string;
  readonly attachment: string;
}

/** The canary: a message that was delivered after the revocation was acknowledged. */
export interface Canary {
  readonly message: string;
  readonly attachment: string;
}

/** How a run goes. Lanes run at the same time; within a lane one revocation follows the other. */
export interface Plan<Prepared extends Cage> {
  /** Where the service listens: one address for each process. */
  readonly bases: readonly string[];
  readonly revocations: number;
  readonly lanes: number;
  /** How many readers go on at the same time in each lane. */
  readonly readers: number;
  /** Makes a mandate in force, and a message under it. */
  prepare(lane: number, round: number): Promise<Prepared>;
  /** Revokes; resolves when that is acknowledged, not before. */
  revoke(base: string, cage: Prepared): Promise<void>;
  /** Delivers a message whose subject, and whose attachment, hold this mark. */
  deliver(base: string, cage: Prepared, mark: string): Promise<Canary>;
}

/** What came of it. */
export interface Report {
  readonly revocations: number;
  readonly reads: number;
  /** Reads that gave something before the revocation: without them the run shows nothing. */
  readonly allowed: number;
  /** Answers that should have given less, one sentence each. */
  readonly leaks: readonly string[];
}

/** The search that finds the cage's message and the canary; it is posted. */
const search = '/v1/messages/_search';

/** What readers ask for, over and over: lists, a search, an export, messages, attachments; the canary once it is there. */
const pathsOf = ({ client, message, attachment }: Cage, canary?: Canary): readonly string[] => [
  `/v1/messages?client=${client}&limit=5`,
  '/v1/messages?limit=20',
  search,
  '/v1/messages/_export',
  `/v1/messages/${message}`,
  `/v1/messages/${message}/attachments/${attachment}`,
  ...(canary
    ? [`/v1/messages/${canary.message}`, `/v1/messages/${canary.message}/attachments/${canary.attachment}`]
    : []),
];

/** One revocation, with its readers. */
class Round {
  private acknowledged = false;
  private over = false;
  private canary: Canary | undefined;
  private asked = 0;
  reads = 0;
  allowed = 0;
  readonly leaks: string[] = [];

  constructor(
    private readonly bases: readonly string[],
    private readonly cage: Cage,
    private readonly mark: string,
    private readonly readers: number,
  ) {}

  async run(revoke: () => Promise<void>, deliver: () => Promise<Canary>): Promise<void> {
    const readers = Array.from({ length: this.readers }, () => this.readOn());
    try {
      await Promise.all(pathsOf(this.cage).map((path) => this.read(path)));
      await revoke();
      this.acknowledged = true;
      this.canary = await deliver();
      for (const base of this.bases)
        await Promise.all(pathsOf(this.cage, this.canary).map((path) => this.read(path, base)));
    } finally {
      this.over = true;
      await Promise.all(readers);
    }
  }

  private async readOn(): Promise<void> {
    while (!this.over) {
      const paths = pathsOf(this.cage, this.canary);
      await this.read(paths[this.asked++ % paths.length] ?? '');
    }
  }

  private async read(path: string, base = this.bases[this.reads % this.bases.length] ?? ''): Promise<void> {
    this.reads++;
    const late = this.acknowledged;
    const headers = { Authorization: `Bearer ${this.cage.token}` };
    const answer = await fetch(
      base + path,
      path === search
        ? {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify({ text: 'canary or cage or assessment', limit: 20 }),
          }
        : { headers },
    );
    const body = await answer.text().catch(() => ''); // a download that was broken off
    // Every way to get there shows the pseudonym of the client or, for attachments, needs no more than a 200.
    const gave = answer.ok && (path.includes('/attachments/') || body.includes(this.cage.client));
    if (gave && !late) this.allowed++;
    if (body.includes(this.mark)) this.leaks.push(`${path} showed a message delivered after the revocation`);
    else if (gave && late) this.leaks.push(`${path} was asked after the revocation and answered`);
  }
}

/**
 * Revokes under concurrent reads over real HTTP, delivers a new message after each acknowledged revocation, and
 * looks for it in everything that the former representative still gets (R17).
 */
export async function canary<Prepared extends Cage>(plan: Plan<Prepared>): Promise<Report> {
  const rounds: Round[] = [];
  let taken = 0;
  const lane = async (number: number): Promise<void> => {
    for (let round = taken++; round < plan.revocations; round = taken++) {
      const base = plan.bases[round % plan.bases.length] ?? '';
      const other = plan.bases[(round + 1) % plan.bases.length] ?? '';
      const cage = await plan.prepare(number, round);
      const mark = `canary-${number}-${round}-sings`;
      const now = new Round(plan.bases, cage, mark, plan.readers);
      rounds.push(now);
      await now.run(
        () => plan.revoke(base, cage),
        () => plan.deliver(other, cage, mark),
      );
    }
  };
  await Promise.all(Array.from({ length: plan.lanes }, (_, number) => lane(number)));
  const total = (count: (round: Round) => number) => rounds.reduce((sum, round) => sum + count(round), 0);
  return {
    revocations: rounds.length,
    reads: total((round) => round.reads),
    allowed: total((round) => round.allowed),
    leaks: rounds.flatMap(({ leaks }) => leaks),
  };
}
