import type { Language } from '../language.ts';

/**
 * A part of a letter, as it is read aloud: a heading, a paragraph, a list, a code to copy, or a picture that a machine
 * reads, with what it is.
 */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'qr'; readonly content: string; readonly says: string };

/** A letter in one language: what it is called for its reader's software, and its parts in the order of reading. */
export interface Written {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A letter says everything in both languages. What it says is its room's affair. */
export type Letter = Readonly<Record<Language, Written>>;

/** Who gets the letter, if it is not for whoever holds it, and in which language first. */
export interface Envelope {
  readonly name: string;
  readonly address: readonly string[];
  readonly language: Language;
}

/** A heading, for whoever writes a letter. */
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** A paragraph, for whoever writes a letter. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
