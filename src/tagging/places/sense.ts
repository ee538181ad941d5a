/**
 * What a name can mean:
 * - `n` country
 * - `a` nationality
 * - `m` stands for a country: seat of government, armed group, region known by itself
 * - `c` capital
 * - `r` first-level division
 * - `p` city
 * - `b` abbreviated division
 * - `l` local word, used by the press of one country only: "sheriff's deputies"
 * - `h` whole name of a person
 * - `x` no place
 * - `w` ordinary word
 */
export type SenseKind = 'n' | 'a' | 'm' | 'c' | 'r' | 'p' | 'b' | 'l' | 'h' | 'x' | 'w'

/** One meaning of a name in the place book. */
export interface Sense {
  readonly kind: SenseKind
  /** ISO 3166-1 alpha-2; empty for `h`, `x` and `w`. */
  readonly country: string
  /** ISO 3166-2 without the country; empty if unknown. */
  readonly division: string
  /** Thousands of inhabitants, 0 if unknown. For `w` the percent of the word's meaning that is no place. */
  readonly size: number
  /**
   * Also an ordinary word: believed only if the context supports the country, or the word stands as a name.
   */
  readonly isOrdinaryWord: boolean
  /** Also written without a capital. */
  readonly mayBeSmall: boolean
  /** Believed in capitals only: "US", not "us". */
  readonly needsCapitals: boolean
  /** ISO 639-1 codes run together ("enfr") of the languages that use the name so; empty for all. */
  readonly languages: string
}

/** The fields of a sense that has only a kind and a country. */
export const PLAIN_SENSE: Omit<Sense, 'kind' | 'country'> = {
  division: '',
  size: 0,
  isOrdinaryWord: false,
  mayBeSmall: false,
  needsCapitals: false,
  languages: '',
}

const FORM = /^([namcrpblhxw])([A-Z]{2})?(?:\.(\w+))?(?::(\d+))?(!?)(~?)(\^?)(?:@(\w+))?$/

function isKind(text: string | undefined): text is SenseKind {
  return text !== undefined && 'namcrpblhxw'.includes(text)
}

/**
 * Parses a sense of the places file: kind, country, ".division", ":thousands", "!" for `isOrdinaryWord`, "~"
 * for `mayBeSmall`, "^" for `needsCapitals`, "@languages".
 * @throws when the text has another form: the file and this code are of different versions.
 */
export function parseSense(text: string): Sense {
  const found = FORM.exec(text)
  const kind = found?.[1]
  if (!found || !isKind(kind)) throw new Error(`places: no sense "${text}"; run npm run build:places`)
  return {
    kind,
    country: found[2] ?? '',
    division: found[3] ?? '',
    size: Number(found[4] ?? 0),
    isOrdinaryWord: found[5] === '!',
    mayBeSmall: found[6] === '~',
    needsCapitals: found[7] === '^',
    languages: found[8] ?? '',
  }
}
