import type { BriefingSettings } from '../../briefings/compose-briefing.ts'
import { wishedNames } from '../../briefings/wished-names.ts'
import { isEverything, type Wishes } from '../../subscriptions/wishes.ts'
import { languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { listOf } from '../reading/list-of.ts'

/** What somebody wants to read about, in the words of a language (BCP 47): "Syria or Iraq; and Conflict; and told by Courier". */
export function describeWish(wishes: Wishes, settings: BriefingSettings, language: string): string {
  if (isEverything(wishes)) return say('wish.everything', language)
  const either = (names: readonly string[]): string => listOf(names, language, 'disjunction')
  const { places, topics, sources } = wishedNames(wishes, settings, language)
  const parts = [
    either(places),
    either(topics),
    ...(sources.length > 0 ? [say('wish.sources', language, { names: either(sources) })] : []),
    ...(wishes.people.length > 0 ? [say('wish.people', language, { names: either(wishes.people) })] : []),
    ...(wishes.languages.length > 0
      ? [
          say('wish.languages', language, {
            names: either(wishes.languages.map((code) => languageName(code, language))),
          }),
        ]
      : []),
    ...(wishes.expression !== null ? [say('wish.keywords', language, { keywords: wishes.expression })] : []),
  ]
  return parts.filter((part) => part !== '').join(say('wish.and', language))
}
