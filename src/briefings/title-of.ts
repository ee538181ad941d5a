import type { BriefingRequest } from '../records/subscription.ts'
import { wishesOf } from '../subscriptions/wishes.ts'
import { joinNames } from '../words/join-names.ts'
import { languageName } from '../words/names.ts'
import { say } from '../words/say.ts'
import type { BriefingSettings } from './briefing-settings.ts'
import { wishedNames } from './wished-names.ts'

/** UTF-16 units. */
const LONGEST_TITLE = 80

/** The name that somebody gave to a request, or what it is about in the words of whoever reads it (BCP 47): "Syria · Conflict". */
export function titleOf(
  request: BriefingRequest,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): string {
  if (request.title !== null) return request.title
  const wishes = wishesOf(request)
  const { places, topics, sources } = wishedNames(wishes, settings, language)
  const { people, expression, languages } = wishes
  const names = [...places, ...topics, ...people, ...sources, ...(expression === null ? [] : [expression])]
  const told = languages.map((code) => languageName(code, language))
  const title = [
    ...(names.length === 0 ? [say('wish.all', language)] : names),
    ...(told.length === 0
      ? []
      : [say('wish.languages', language, { names: joinNames(told, language, 'disjunction').join('') })]),
  ].join(' · ')
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}
