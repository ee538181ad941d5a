import { endings } from './parts.ts'

/** Pairs of an ending and what stands in its place in the dictionary form; several may fit. */
type Rules = readonly (readonly string[])[]

const SHORTEST = 3

/**
 * Dictionary forms that a folded word may come from, the word itself left out: case endings in Russian, Ukrainian, Turkish
 * and German, prefixes in Arabic and Hebrew. Most are no words; the caller looks them up.
 */
export function baseForms(language: string, word: string): readonly string[] {
  if (language === 'ar') return arabicForms(word)
  const { heads, cases } = endings.of(language) ?? NO_ENDINGS
  return heads.length > 0 ? withoutHeads(heads, word) : withoutEndings(cases, word)
}

/**
 * Names of countries and nationalities that a word may be made from by endings that cities do not take: plural and feminine
 * of the Arabic relative adjective, Persian suffixes.
 */
export function relativeForms(language: string, word: string): readonly string[] {
  const { relatives, tails } = endings.of(language) ?? NO_ENDINGS
  if (relatives.length > 0) return withoutEndings(relatives, word)
  return tails
    .filter((tail) => word.endsWith(tail) && word.length - tail.length >= SHORTEST)
    .flatMap((tail) => {
      const bare = word.slice(0, word.length - tail.length)
      return [bare, ...arabicForms(bare)]
    })
}

const NO_ENDINGS = { heads: [], tails: [], cases: [], relatives: [] } as const

function withoutHeads(heads: readonly string[], word: string): readonly string[] {
  return heads
    .filter((head) => word.startsWith(head) && word.length - head.length >= SHORTEST)
    .map((head) => word.slice(head.length))
}

function withoutEndings(rules: Rules, word: string): string[] {
  const forms: string[] = []
  for (const [ending = '', ...bases] of rules) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST - 1) continue
    const stem = word.slice(0, word.length - ending.length)
    for (const base of bases) if (stem.length + base.length >= SHORTEST) forms.push(stem + base)
  }
  return forms
}

function arabicForms(word: string): string[] {
  const forms: string[] = []
  for (const head of endings.of('ar')?.heads ?? []) {
    const rest = word.slice(head.length)
    if (!word.startsWith(head) || rest.length < SHORTEST) continue
    forms.push(rest)
    if (head.endsWith('لل') || head.endsWith('ال')) forms.push(`ال${rest}`)
  }
  return forms
}
