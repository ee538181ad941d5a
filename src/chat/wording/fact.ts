import { phrase } from '../../words/say.ts'
import { own, spans } from './pieces.ts'
import type { Span } from './span.ts'

/** A label and what it says: "Language: Turkish". A label in our words stands back. */
export function tellFact(label: string | Span, text: Span, language: string): readonly Span[] {
  const named = typeof label === 'string' ? own(label, 'quiet') : label
  return spans(phrase('list.fact', language, { label: named, text }))
}
