import { wordEndings } from './parts.ts'

/**
 * Dictionary forms that a folded word may come from, the word itself left out: without case endings or prefixes. Most are no words; the caller looks
 * them up. `stem` (stem.ts) gives one form instead, which need be no word, and what the search index keeps.
 */
export function baseForms(language: string, word: string): readonly string[] {
  const known = wordEndings.of(language)
  return known === null ? NONE : [...withoutHeads(known.heads, word), ...withoutEndings(known.cases, word)]
}

/** Nominatives that a folded name may come from, where a language's endings tell them for names alone. */
export const nominatives = (language: string, word: string): readonly string[] =>
  withoutEndings(wordEndings.of(language)?.names ?? [], word)

/**
 * Names of countries and nationalities that a word may be made from by endings that cities do not take: plural and feminine
 * of the Arabic relative adjective, Persian suffixes.
 */
export function relativeForms(language: string, word: string): readonly string[] {
  const known = wordEndings.of(language)
  if (known === null) return NONE
  return withoutEndings(known.relatives, word).flatMap((bare) => [bare, ...withoutHeads(known.heads, bare)])
}

/** A Russian or Ukrainian word without its longest known ending; what is left has at least two letters. Names in the table of places are found by it. */
export function cyrillicStem(word: string): string {
  const ending = stemEndings().find((end) => word.length - end.length >= 2 && word.endsWith(end))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

const stemEndings = (): readonly string[] => wordEndings.of('mul')?.stem ?? NONE

const NONE: readonly string[] = []
const SHORTEST = 3

function withoutEndings(rules: readonly (readonly [string, ...string[]])[], word: string): string[] {
  const forms: string[] = []
  for (const [ending, ...bases] of rules) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST - 1) continue
    const stem = word.slice(0, word.length - ending.length)
    for (const base of bases) if (stem.length + base.length >= SHORTEST) forms.push(stem + base)
  }
  return forms
}

function withoutHeads(heads: readonly string[], word: string): string[] {
  const forms: string[] = []
  for (const head of heads) {
    const rest = word.slice(head.length)
    if (!word.startsWith(head) || rest.length < SHORTEST) continue
    forms.push(rest)
    // The Arabic article may be the name's own.
    if (head.endsWith('لل') || head.endsWith('ال')) forms.push(`ال${rest}`)
  }
  return forms
}
