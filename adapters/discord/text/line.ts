import type { Span } from '../../../src/chat/wording/span.ts'

/** A line of a message: `small` stands back, `aside` has a bar at its side. */
export interface Line {
  readonly as: 'title' | 'heading' | 'text' | 'small' | 'aside'
  readonly spans: readonly Span[]
}

export const title = (spans: readonly Span[]): Line => ({ as: 'title', spans })
export const heading = (spans: readonly Span[]): Line => ({ as: 'heading', spans })
export const text = (spans: readonly Span[]): Line => ({ as: 'text', spans })
export const small = (spans: readonly Span[]): Line => ({ as: 'small', spans })
export const aside = (spans: readonly Span[]): Line => ({ as: 'aside', spans })
