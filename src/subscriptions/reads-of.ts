import type { BriefingRequest } from '../records/subscription.ts'

/**
 * Returns the languages (ISO 639-1) in which stories may be told to a reader, the preferred one first: those
 * that the reader named, or else the language of our own texts and English.
 */
export const readsOf = ({
  language,
  reads,
}: Pick<BriefingRequest, 'language'> & {
  readonly reads?: readonly string[] | undefined
}): readonly string[] => [...new Set(reads ?? [language.split('-')[0] ?? 'en', 'en'])]
