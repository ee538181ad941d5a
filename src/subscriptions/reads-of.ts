import type { BriefingRequest } from '../records/subscription.ts'

/** The languages (ISO 639-1) in which a reader is told stories, the one he likes best first: those he names, else that of our own words and English. */
export const readsOf = ({
  language,
  reads,
}: Pick<BriefingRequest, 'language'> & {
  readonly reads?: readonly string[] | undefined
}): readonly string[] => [...new Set(reads ?? [language.split('-')[0] ?? 'en', 'en'])]
