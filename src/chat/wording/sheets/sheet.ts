import type { Span } from '../span.ts'

/** A document of facts: a title, lines, and parts with lines of their own. Every platform draws it alike. */
export interface Sheet {
  readonly title: readonly Span[]
  readonly lines: readonly (readonly Span[])[]
  readonly parts: readonly {
    readonly heading: readonly Span[]
    readonly lines: readonly (readonly Span[])[]
  }[]
}

/** Writes an instant, milliseconds since 1970, for somebody in a zone (IANA). */
export type TellInstant = (at: number, zone: string) => string
