import { cyrillicStem } from '../../language/endings.ts'

/** A person or an organisation that no list has. Its name is as in the text, or in the nominative. */
export interface Named {
  readonly kind: 'person' | 'organisation'
  /** Indexes of its first and last word. */
  readonly first: number
  readonly last: number
  readonly name: string
}

/**
 * Removes repetitions. A name that is part of a longer one of its kind goes ("Johnson" of "Boris Johnson",
 * "Kim Jong" of "Kim Jong Un"). Cases of a Cyrillic name count as one; its shortest form stays, which is
 * mostly the nominative.
 */
export function eachOnce(named: readonly Named[]): Named[] {
  const longestFirst = named.toSorted(
    (one, other) =>
      wordsOf(other) - wordsOf(one) || one.name.length - other.name.length || one.first - other.first,
  )
  const kept: Named[] = []
  for (const one of longestFirst) {
    const key = ` ${keyOf(one.name)} `
    if (!kept.some((other) => other.kind === one.kind && ` ${keyOf(other.name)} `.includes(key)))
      kept.push(one)
  }
  return kept.sort((one, other) => one.first - other.first)
}

const wordsOf = ({ first, last }: Named): number => last - first

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => (/\p{Script=Cyrillic}/u.test(word) ? cyrillicStem(word) : word))
    .join(' ')
