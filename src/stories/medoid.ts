import { anyOf } from '../language/any-of.ts'
import { headlineLabelsOfAll } from '../language/parts.ts'
import { contentOf } from '../language/terms.ts'

/**
 * Returns the index of the title that best expresses what all titles of a story have in common; it becomes
 * the headline. Titles that shout, ask, break off or carry a wire's label ("UPDATE 1-") are penalised. Ties
 * go to the last title (of two titles neither is more central), so pass them in order of time: the headline
 * then tells the latest state. Returns 0 for a single article; needs at least one.
 */
export function medoidTitle(
  articles: readonly { readonly title: string; readonly language: string }[],
): number {
  const bags = articles.map(({ title, language }) => contentWords(title, language))
  const sum = new Map<string, number>()
  for (const bag of bags) for (const [word, weight] of bag) sum.set(word, (sum.get(word) ?? 0) + weight)

  let best = 0
  let most = -Infinity
  articles.forEach(({ title }, index) => {
    const bag = bags[index] ?? new Map<string, number>()
    let shared = 0
    for (const [word, weight] of bag) shared += weight * ((sum.get(word) ?? 0) - weight)
    const centrality = shared / Math.max(1, articles.length - 1)
    const score = centrality - blemishesOf(title)
    if (score < most - ROUNDING) return
    most = score
    best = index
  })
  return best
}

/** Sums of the same numbers in another order differ by less than this. */
const ROUNDING = 1e-9

/**
 * Returns the words with weights that make a vector of length 1: a long title is not more central for having
 * more words.
 */
function contentWords(title: string, language: string): Map<string, number> {
  const words = contentOf(title, language)
  const weight = 1 / Math.sqrt(words.size || 1)
  return new Map([...words].map((word) => [word, weight]))
}

/**
 * Costs of blemishes. Centrality is between 0 and 1, mostly 0.1 to 0.5, so a title with a blemish of 0.2
 * loses to any clean title that is nearly as central.
 */
const BLEMISHES: readonly { readonly form: RegExp; readonly cost: number }[] = [
  { form: new RegExp(`^${anyOf(headlineLabelsOfAll('kind'))}`, 'u'), cost: 0.2 },
  { form: new RegExp(`^${anyOf(headlineLabelsOfAll('medium'))}`, 'iu'), cost: 0.2 },
  // Of 70 English ones in two real sets about half are reports, so this is no form of report.
  {
    form: new RegExp(String.raw`(?:;|\s[–—-])\s${anyOf(headlineLabelsOfAll('teases'))}(?!\p{L})`, 'iu'),
    cost: 0.2,
  },
  // "11:35 …", "… 29.01.2019", "Daily.example: …", "… : NPR": what sites add to their titles.
  {
    form: /^\d{1,2}[:.]\d{2}\s|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\s|\s\d{1,2}:\d{2}$|\s\d{1,2}\.\d{1,2}\.\d{4}$/u,
    cost: 0.2,
  },
  { form: /^[\p{L}\d-]{2,20}\.\p{Ll}{2,3}\s?:|\s[:·]\s\p{Lu}{2,6}$/u, cost: 0.1 },
  { form: /[?？؟;]\s*$/u, cost: 0.15 },
  { form: /\.{2,}|…/u, cost: 0.15 },
  { form: /!(?:[\s”"’'»)]|$)/u, cost: 0.1 },
  { form: /\s[|]\s/u, cost: 0.1 },
]
const SHOUTING_COST = 0.2
const ODD_LENGTH_COST = 0.15
/**
 * Letters. Of 43 outlets of a stream, 41 write at most one headline in twenty with more than the longest; the
 * other two a third and a half of theirs.
 */
const SHORTEST = 15
const LONGEST = 90

/** Returns how much worse a title is than a clean one, on the scale of likeness between titles (0 to 1). */
export function blemishesOf(title: string): number {
  let cost = 0
  for (const { form, cost: part } of BLEMISHES) if (form.test(title)) cost += part
  const letters = title.match(/\p{L}/gu)?.length ?? 0
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0
  if (letters >= 10 && capitals > letters * 0.6) cost += SHOUTING_COST
  if (letters < SHORTEST || letters > LONGEST) cost += ODD_LENGTH_COST
  return cost
}
