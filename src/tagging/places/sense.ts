/**
 * What a name can mean. n country, a nationality, m what stands for a country (a government seat, an armed group, a region
 * known by itself), c capital, r first-level division, p city, b abbreviated division, l word that only one country's papers use
 * ("sheriff's deputies"), h a human being's whole name, x no place, w an ordinary word.
 */
export type SenseKind = 'n' | 'a' | 'm' | 'c' | 'r' | 'p' | 'b' | 'l' | 'h' | 'x' | 'w'

export interface Sense {
  readonly kind: SenseKind
  /** ISO 3166-1 alpha-2; empty for `h`, `x` and `w`. */
  readonly country: string
  /** ISO 3166-2 without the country, where known. */
  readonly division: string
  /** Inhabitants in thousands, 0 where it says nothing. */
  readonly thousands: number
  /** Also an ordinary word: believed only where the text speaks of the country anyway. */
  readonly common: boolean
  /** Written without a capital too. */
  readonly lower: boolean
  /** Believed in capitals only: "US", not "us". */
  readonly acronym: boolean
  /** ISO 639-1 codes run together: languages that use the name so; empty for all. */
  readonly languages: string
}

/** A sense that says no more than what it is and where. */
export const PLAIN_SENSE: Omit<Sense, 'kind' | 'country'> = {
  division: '',
  thousands: 0,
  common: false,
  lower: false,
  acronym: false,
  languages: '',
}

const FORM = /^([namcrpblhxw])([A-Z]{2})?(?:\.(\w+))?(?::(\d+))?(!?)(~?)(\^?)(?:@(\w+))?$/

function isKind(text: string | undefined): text is SenseKind {
  return text !== undefined && 'namcrpblhxw'.includes(text)
}

/**
 * One sense as the places file writes it: kind, country, ".division", ":thousands", "!" common, "~" lower, "^" acronym, "@languages".
 * @throws when the text has another form: the file and this code are not of one version.
 */
export function parseSense(text: string): Sense {
  const found = FORM.exec(text)
  const kind = found?.[1]
  if (!found || !isKind(kind)) throw new Error(`places: no sense "${text}"; run npm run build:places`)
  return {
    kind,
    country: found[2] ?? '',
    division: found[3] ?? '',
    thousands: Number(found[4] ?? 0),
    common: found[5] === '!',
    lower: found[6] === '~',
    acronym: found[7] === '^',
    languages: found[8] ?? '',
  }
}
