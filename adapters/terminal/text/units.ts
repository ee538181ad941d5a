import stringWidth from 'string-width'
import type { Span } from '../../../src/chat/wording/span.ts'
import { splitUnspaced } from './split-unspaced.ts'

/** A piece of span number `span`. */
export interface Fragment {
  readonly text: string
  readonly span: number
}

/** What no line break may part, and the gap before it that a break swallows. */
export interface Unit {
  readonly gap: Fragment | null
  readonly fragments: Fragment[]
  /** Columns, without the gap. */
  width: number
}

/** Cuts spans where a line may break. `texts` are the harmless texts of the spans. */
export function unitsOf(spans: readonly Span[], texts: readonly string[]): readonly Unit[] {
  const units: Unit[] = []
  const append = (fragment: Fragment) => {
    const last = units.at(-1) ?? startUnit(units, null)
    last.fragments.push(fragment)
    last.width += stringWidth(fragment.text)
  }
  for (const [span, text] of texts.entries()) {
    const { gap = false, whole = false } = spans[span] ?? {}
    if (gap) startUnit(units, { text, span })
    else if (whole) append({ text, span })
    else {
      for (const [index, word] of text.split(' ').entries()) {
        if (index > 0) startUnit(units, { text: ' ', span })
        for (const [piece, part] of splitUnspaced(word).entries()) {
          if (piece > 0) startUnit(units, null)
          if (part !== '') append({ text: part, span })
        }
      }
    }
  }
  return units.filter((unit) => unit.fragments.length > 0)
}

function startUnit(units: Unit[], gap: Fragment | null): Unit {
  const unit: Unit = { gap, fragments: [], width: 0 }
  units.push(unit)
  return unit
}
