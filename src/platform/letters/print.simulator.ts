import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { type PrintedLetter, PrintPort } from './print.port.ts';

/** A SIMULATOR of a print service: it puts each letter in a folder, with a note that says so. Nothing is posted. */
@Injectable()
export class PrintSimulator extends PrintPort {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  async handOver({ id, pdf, address }: PrintedLetter): Promise<void> {
    const note = {
      simulation: 'This letter was not posted. The print service is a simulator.',
      letter: id,
      address,
    };
    await mkdir(this.config.printFolder, { recursive: true, mode: 0o700 });
    await this.put(`${id}.pdf`, pdf);
    await this.put(`${id}.json`, JSON.stringify(note, null, 2));
  }

  /** Written aside and renamed, so that nobody finds half a letter. */
  private async put(name: string, content: Buffer | string): Promise<void> {
    const file = join(this.config.printFolder, name);
    await writeFile(`${file}.part`, content, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
