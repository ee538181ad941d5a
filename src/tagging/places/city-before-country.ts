import type { Words } from '../../language/read-text.ts'
import type { Context } from './evidence.ts'
import type { Mention } from './mention.ts'

/** Names of countries, folded, that in these languages mostly mean a city. */
const CITIES_FIRST: ReadonlyMap<string, ReadonlySet<string>> = new Map([['granada', new Set(['es', 'pt'])]])

/** Members of the Caribbean Community. Beside one of them Granada is the country. */
const CARICOM = 'AG BS BB BZ DM GY HT JM KN LC MS SR TT VC'.split(' ')

/** Words about the island; "caribena" and the like are covered by their beginning. */
const CARIBBEAN =
  /^(?:isla|islas|ilha|ilhas|islena|isleno|caricom|carib\p{L}*|grenad\p{L}*|antillas|antilhas)$/u

/**
 * The city of that name: "Granada recupera la Alhambra", "El Granada venció al Cádiz". Of several cities it
 * takes the one in the country with most support, then the largest. Undefined for other names and languages,
 * and in a text that speaks of the Caribbean.
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
      (support(other.country) === support(one.country) && other.size > one.size)
        ? other
        : one,
    first,
  )
  return { sense }
}

/** Whether the island's capital stands here: "Saint George's", "San Jorge". */
function isSaintGeorges({ folded }: Words, at: number): boolean {
  const saint = folded[at] ?? ''
  const name = folded[at + 1] ?? ''
  return (saint === 'san' && name === 'jorge') || (/^(?:saint|st)$/.test(saint) && /^georges?$/.test(name))
}
