import type { BriefingSettings } from '../../briefings/compose-briefing.ts'
import type { WholeStory } from '../../briefings/news-archive.ts'
import { countIndependent } from '../../briefings/weigh-story.ts'
import type { Asker } from '../../chat/command.ts'
import type { Trace } from '../../chat/message.ts'
import { countryName, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { listOf } from '../reading/list-of.ts'
import type { PlacedArticle } from '../search-wish.ts'

/** What happened to an article: when it was read, how it was tagged, in which story it stands. */
export function traceSteps(
  article: PlacedArticle,
  story: WholeStory | null,
  settings: BriefingSettings,
  { language, zone }: Asker,
): Trace['steps'] {
  const time = timesIn(zone, language).instant
  const source = settings.sources.find(({ id }) => id === article.sourceId)?.name ?? article.sourceId
  const { countries, topics, people } = article.tags
  const named = (focus: boolean): string[] =>
    countries.filter((country) => country.focus === focus).map(({ code }) => countryName(code, language))
  const own = language.split('-')[0] ?? 'en'
  const topicNames = topics.map(({ code }) => {
    const names: Readonly<Record<string, string>> | undefined = settings.topics.find(
      (topic) => topic.code === code,
    )?.names
    return names?.[own] ?? names?.['en'] ?? code
  })
  const list = (names: readonly string[]): string =>
    names.length === 0 ? say('why.none', language) : listOf(names, language)
  return [
    {
      label: say('why.read', language),
      text:
        article.version > 1
          ? say('why.readVersion', language, { source, time: time(article.seenAt), version: article.version })
          : say('why.readText', language, { source, time: time(article.seenAt) }),
    },
    { label: say('why.told-in', language), text: languageName(article.tags.language, language) },
    { label: say('why.about', language), text: list(named(true)) },
    ...(named(false).length > 0 ? [{ label: say('why.mentions', language), text: list(named(false)) }] : []),
    { label: say('why.topics', language), text: list(topicNames) },
    ...(people.length > 0
      ? [{ label: say('why.people', language), text: list(people.map(({ name }) => name)) }]
      : []),
    ...(article.copyOf === null
      ? []
      : [
          {
            label: say('why.copy', language),
            text: say('why.copyText', language, { agency: article.agency ?? '–' }),
          },
        ]),
    {
      label: say('why.story', language),
      text:
        story === null
          ? article.storyId
          : say('why.storyText', language, {
              id: story.id,
              reports: story.articles.length,
              independent: countIndependent(
                story.articles.map(({ sourceId, copyOf, agency, tags }) => ({
                  sourceId,
                  copyOf,
                  agency,
                  countries: tags.countries,
                })),
              ),
            }),
    },
  ]
}
