import { credits } from '../language/parts.ts'
import agencies from './agencies.json' with { type: 'json' }

/**
 * Returns the news agency that a text credits as its origin ("(Reuters)", "ANKARA (AA) -", "— AP"), or null.
 * A quotation within a sentence ("Reuters reported") is no credit. Looks at the first and the last 300
 * characters only.
 */
export function creditedAgency(text: string): string | null {
  if (text === '') return null
  return signed(text.slice(0, CREDIT_REACH), HEAD_FORMS) ?? signed(text.slice(-CREDIT_REACH), TAIL_FORMS)
}

const CREDIT_REACH = 300

const anyOf = (list: 'agencyBefore' | 'agencyBehind' | 'by' | 'source'): string =>
  credits
    .languages()
    .flatMap((language) => credits.of(language)?.[list] ?? [])
    .map((word) => RegExp.escape(word))
    .join('|')

/** Agencies that are not listed but whose name says what they are: "Meridian News Agency". */
const SAYS_AGENCY = new RegExp(
  String.raw`^\p{Lu}[\p{L} ]{1,24} (?:${anyOf('agencyBehind')})$|^(?:${anyOf('agencyBefore')}) [\p{L} ]{2,24}$`,
  'u',
)

function signed(part: string, forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    for (const match of part.matchAll(form)) {
      const signature = (match[1] ?? '').trim()
      const agency = AGENCY_BY_SIGNATURE.get(signature)
      if (agency !== undefined) return agency
      if (SAYS_AGENCY.test(signature)) return signature
    }
  }
  return null
}

/**
 * Every form is bounded, so matching is linear. What a form captures counts only if an agency signs that way.
 */
const HEAD_FORMS: readonly RegExp[] = [
  // CITY, March 3 (AGENCY) - …
  /(?<=^[^\n]{0,80}(?:^|[\s,.、，]))[([（]([^()[\]（）\n]{2,40})[)\]）]/gu,
  // CITY, 3 March. /AGENCY/. …
  /(?<=^[^\n]{0,60}[\s.])\/([^/\n]{2,40})\//gu,
  // CITY – AGENCY – …, and CITY — AGENCY. …
  /^[^\n.!?]{0,60}?[-–—]\s?([^-–—.\n]{2,40}?)\s?[-–—.]/gu,
  // AGENCY - …, AGENCY: …
  /^([^-–—:/|\n]{2,40}?)\s?[-–—:/|]/gu,
  // By AGENCY, on a line of its own
  new RegExp(String.raw`^(?:${anyOf('by')})\s([^\n]{2,40})(?:\n|$)`, 'giu'),
  // CITY, AGENCY. - …
  /^[^\n]{0,40}?[,，]\s?([^,，\n]{2,40}?)\.?\s?[-–—]\s/gu,
  // AGENCY北京3月3日电 …
  /^(\p{Script=Han}{2,5}社)[^\n]{0,20}[电電]/gu,
]
const TAIL_FORMS: readonly RegExp[] = [
  /[([（]([^()[\]（）\n]{2,40})[)\]）]\s{0,5}\.?\s{0,5}$/gu,
  /[\s.]\/([^/\n]{2,40})\/\s{0,5}$/gu,
  /[-–—]\s?([^-–—.\n]{2,40}?)\.?\s{0,5}$/gu,
  /\n\s{0,5}([^\n/]{2,40}?)(?:\s?\/[^\n]{0,40})?\s{0,5}$/gu,
  new RegExp(String.raw`(?:${anyOf('source')})\s?[:：]\s?([^\n]{2,40}?)\s{0,5}$`, 'gu'),
]

/** Agencies by their signatures, in all scripts in which they sign. */
const AGENCY_BY_SIGNATURE: ReadonlyMap<string, string> = new Map(
  Object.entries(agencies).flatMap(([name, signatures]) =>
    signatures.map((signature) => [signature, name] as const),
  ),
)
