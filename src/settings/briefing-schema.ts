import { z } from 'zod'
import { eitherOf, type NameForm } from '../chat/chat-platform.ts'
import { LOCAL } from '../chat/local.ts'
import type { Words } from './suggest.ts'
import {
  count,
  country,
  days,
  expression,
  known,
  language,
  ownLanguage,
  listOf,
  slug,
  text,
  timeOfDay,
  zone,
} from './fields.ts'

/** What a briefing may choose from and what it takes when it does not say. */
export interface BriefingContext {
  readonly regions: Words | null
  readonly topics: Words | null
  readonly sources: Words | null
  /** On platforms other than the local one. */
  readonly destinations: readonly NameForm[]
  readonly zone: string
  readonly language: string
}

/** Where a briefing goes: without the platform in front nothing would ever take it along. */
function destination(forms: readonly NameForm[]) {
  const examples = [LOCAL, ...forms.map(({ example }) => example)]
  return text('the channel it goes to').refine(
    (typed) => typed === LOCAL || forms.some(({ pattern }) => pattern.test(typed)),
    {
      error: ({ input }) =>
        `'${String(input)}' is no place to send to; use ${eitherOf(examples)} with their ids`,
    },
  )
}

/** One entry of `config/briefings.yaml`. */
export function briefingSchema(context: BriefingContext) {
  return z.strictObject(
    {
      id: slug('a short name of your own, such as morning'),
      title: text('what stands at its head'),
      to: destination(context.destinations).default(LOCAL),
      at: listOf('a list of local times, such as ["08:00"]', timeOfDay()),
      days: days().default('daily'),
      zone: zone().default(context.zone),
      language: ownLanguage().default(context.language),
      regions: listOf(
        'a list of region ids, such as [middle-east]',
        known('region', context.regions, 'config/regions.yaml'),
      ).exactOptional(),
      countries: listOf('a list of country codes, such as [TR, GR]', country()).exactOptional(),
      topics: listOf(
        'a list of topic ids, such as [conflict]',
        known('topic', context.topics, 'config/topics.yaml'),
      ).exactOptional(),
      sources: listOf(
        'a list of source ids',
        known('source', context.sources, 'config/sources.yaml'),
      ).exactOptional(),
      people: listOf('a list of names', text('a name')).exactOptional(),
      languages: listOf('a list of language codes, such as [ar, fa]', language()).exactOptional(),
      expression: expression().exactOptional(),
      model: z.boolean({ error: 'true or false' }).exactOptional(),
      stories: count('the most stories in all', 100).default(12),
      perSection: count('the most stories in one section', 50).default(4),
    },
    { error: 'keys and values, as in { id: …, title: …, at: ["08:00"] }' },
  )
}
