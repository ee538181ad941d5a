import type { Words } from '../../language/read-text.ts'
import type { Context } from './choose-sense.ts'
import type { Mention } from './mention.ts'

/** Country names that some languages use for a city far more often, by folded name. */
const CITIES_FIRST: ReadonlyMap<string, ReadonlySet<string>> = new Map([['granada', new Set(['es', 'pt'])]])

/** Members of the Caribbean Community: in their company Granada is one. */
const CARICOM = 'AG BS BB BZ DM GY HT JM KN LC MS SR TT VC'.split(' ')

/** Folded words that speak of the island; "caribena" and the like begin with one of them. */
const CARIBBEAN =
  /^(?:isla|islas|ilha|ilhas|islena|isleno|caricom|carib\p{L}*|grenad\p{L}*|antillas|antilhas)$/u

/**
 * "Granada recupera la Alhambra", "El Granada venció al Cádiz": the city, of the country that the text speaks of or the largest,
 * unless the text speaks of the Caribbean. Undefined where the name may well be the country.
 */
export function cityBeforeCountry(
  words: Words,
  mention: Mention,
  context: Context,
  language: string,
): Mention['verdict'] {
  if (CITIES_FIRST.get(mention.key)?.has(language) !== true) return undefined
  const support = (country: string): number => context.countries.get(country) ?? 0
  if (CARICOM.some((country) => support(country) > 0)) return undefined
  if (words.folded.some((word, at) => CARIBBEAN.test(word) || isSaintGeorges(words, at))) return undefined
  const cities = mention.senses.filter(({ kind }) => kind === 'p')
  const [first] = cities
  if (first === undefined) return undefined
  const sense = cities.reduce(
    (one, other) =>
      support(other.country) > support(one.country) ||
      (support(other.country) === support(one.country) && other.thousands > one.thousands)
        ? other
        : one,
    first,
  )
  return { sense }
}

/** The island's capital: Saint George's, San Jorge. */
function isSaintGeorges({ folded }: Words, at: number): boolean {
  const saint = folded[at] ?? ''
  const name = folded[at + 1] ?? ''
  return (saint === 'san' && name === 'jorge') || (/^(?:saint|st)$/.test(saint) && /^georges?$/.test(name))
}
