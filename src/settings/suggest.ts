import { distance } from 'fastest-levenshtein'
import { foldWord } from './fold-word.ts'

/** Folded words (ids, names, aliases) and what each stands for. */
export type Words = ReadonlyMap<string, string>

/**
 * What somebody probably meant: the entry with that name or alias, else the nearest one within a third of its letters
 * (at least one), else null. A wilder guess would send people the wrong way.
 */
export function suggest(typed: string, words: Words): string | null {
  const word = foldWord(typed.slice(0, 80))
  const exact = words.get(word)
  if (exact !== undefined) return exact
  let best: { readonly meant: string; readonly steps: number } | null = null
  for (const [known, meant] of words) {
    const steps = distance(word, known)
    if (steps <= Math.max(1, Math.floor(known.length / 3)) && steps < (best?.steps ?? Infinity)) {
      best = { meant, steps }
    }
  }
  return best?.meant ?? null
}
