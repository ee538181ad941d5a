import { checkDays } from './check/check-days.ts'
import { checkNames } from './check/check-names.ts'
import { checkNegation } from './check/check-negation.ts'
import { checkNumbers } from './check/check-numbers.ts'
import { checkOpposites } from './check/check-opposites.ts'
import { checkRoles } from './check/check-roles.ts'
import { checkSpeaker } from './check/check-speaker.ts'
import { checkWording } from './check/check-wording.ts'
import { readCitedText } from './check/cited-text.ts'
import { readClaim } from './check/claim.ts'

/** Sentences with what they cite. */
export interface CheckRequest {
  readonly sources: readonly { readonly id: string; readonly text: string }[]
  readonly sentences: readonly { readonly text: string; readonly cites: readonly string[] }[]
  /** ISO 639-1 of both; English when absent. */
  readonly language?: string
}

/** Whether the check found nothing against a sentence, and what it found. */
export interface Checked {
  readonly supported: boolean
  /** For a person: what is not in the cited text. */
  readonly problems: readonly string[]
}

/**
 * Checks sentences against the text they cite: every name, number, date, denial and speaker must be in it. Without a problem a sentence
 * is *checked against the cited text*, which is less than true. One answer for each sentence, in order; never throws.
 */
export function checkSentences(request: CheckRequest): readonly Checked[] {
  const language = request.language ?? 'en'
  const texts = new Map(request.sources.map(({ id, text }) => [id, text]))
  const read = new Map<string, ReturnType<typeof readCitedText>>()
  return request.sentences.map(({ text, cites }) => {
    const missing = cites.filter((id) => !texts.has(id))
    if (missing.length > 0 || cites.length === 0)
      return {
        supported: false,
        problems:
          cites.length === 0 ? ['it cites nothing'] : missing.map((id) => `source "${id}" was not given`),
      }
    if (text.length > MAX_LENGTH)
      return { supported: false, problems: ['it is too long to be checked as one sentence'] }
    const key = cites.join('\n')
    const cited =
      read.get(key) ??
      readCitedText(
        cites.map((id) => texts.get(id) ?? ''),
        language,
      )
    read.set(key, cited)
    const claim = readClaim(text, cited, language)
    const problems = CHECKS.flatMap((check) => check(claim, cited))
    return { supported: problems.length === 0, problems }
  })
}

const CHECKS = [
  checkNames,
  checkRoles,
  checkNumbers,
  checkDays,
  checkNegation,
  checkOpposites,
  checkSpeaker,
  checkWording,
]

/** UTF-16 units; longer "sentences" are lists or attacks. */
const MAX_LENGTH = 1200
