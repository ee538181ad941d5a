import { wordEndings } from './parts.ts'

/**
 * Returns the dictionary forms that a folded word may come from, without the word itself: it removes case
 * endings or prefixes. Most results are no words; the caller looks them up. `stem` (stem.ts) instead returns
 * one form, which need not be a word and which the search index stores.
 */
export function baseForms(language: string, word: string): readonly string[] {
  const known = rulesOf(language)
  if (known === null) return NONE
  const headless = withoutHeads(known.heads, word)
  const bare = withoutEndings(known.cases, word)
  return headless.length === 0 ? bare : [...headless, ...bare]
}

/** Returns the nominatives that a folded name may come from, for endings that only names take. */
export function nominatives(language: string, word: string): readonly string[] {
  const known = rulesOf(language)
  return known === null ? NONE : withoutEndings(known.names, word)
}

/**
 * Returns the names of countries and nationalities that a word may be derived from with endings that cities
 * do not take: plural and feminine of the Arabic relative adjective, Persian suffixes.
 */
export function relativeForms(language: string, word: string): readonly string[] {
  const known = rulesOf(language)
  if (known === null) return NONE
  const bare = withoutEndings(known.relatives, word)
  return bare.length === 0 ? bare : bare.flatMap((form) => [form, ...withoutHeads(known.heads, form)])
}

/**
 * Returns a Russian or Ukrainian word without its longest known ending; at least two letters stay. The table
 * of places is searched by it.
 */
export function cyrillicStem(word: string): string {
  stemEndings ??= byLastUnit(wordEndings.of('mul')?.stem ?? NONE, (ending) => ending)
  const ending = stemEndings
    .get(lastUnit(word))
    ?.find((end) => word.length - end.length >= 2 && word.endsWith(end))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

const NONE: readonly string[] = []
const SHORTEST_STEM = 3

type Rule = readonly [ending: string, ...bases: string[]]
/**
 * Rules in their order, grouped by the last letter of their endings, none of which is empty. Most rules end
 * differently from the word at hand.
 */
type ByLastUnit<One> = ReadonlyMap<number, readonly One[]>

interface Rules {
  readonly heads: readonly string[]
  readonly cases: ByLastUnit<Rule>
  readonly names: ByLastUnit<Rule>
  readonly relatives: ByLastUnit<Rule>
}

const lastUnit = (word: string): number => word.charCodeAt(word.length - 1)

const byLastUnit = <One>(rules: readonly One[], endingOf: (rule: One) => string): ByLastUnit<One> =>
  Map.groupBy(rules, (rule) => lastUnit(endingOf(rule)))

const group = (rules: readonly Rule[]): ByLastUnit<Rule> => byLastUnit(rules, ([ending]) => ending)

let stemEndings: ByLastUnit<string> | null = null
const sorted = new Map<string, Rules>()

function rulesOf(language: string): Rules | null {
  const cached = sorted.get(language)
  if (cached !== undefined) return cached
  const known = wordEndings.of(language)
  if (known === null) return null
  const { heads, cases, names, relatives } = known
  const rules = { heads, cases: group(cases), names: group(names), relatives: group(relatives) }
  sorted.set(language, rules)
  return rules
}

function withoutEndings(rules: ByLastUnit<Rule>, word: string): readonly string[] {
  const likely = rules.get(lastUnit(word))
  if (likely === undefined) return NONE
  const forms: string[] = []
  for (const rule of likely) {
    const [ending] = rule
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST_STEM - 1) continue
    const stem = word.slice(0, word.length - ending.length)
    for (let at = 1; at < rule.length; at++) {
      const base = rule[at] ?? ''
      if (stem.length + base.length >= SHORTEST_STEM) forms.push(stem + base)
    }
  }
  return forms
}

function withoutHeads(heads: readonly string[], word: string): readonly string[] {
  if (heads.length === 0) return NONE
  const forms: string[] = []
  for (const head of heads) {
    if (!word.startsWith(head) || word.length - head.length < SHORTEST_STEM) continue
    const rest = word.slice(head.length)
    forms.push(rest)
    // The Arabic article may belong to the name.
    if (head.endsWith('لل') || head.endsWith('ال')) forms.push(`ال${rest}`)
  }
  return forms
}
