import type { BriefingSettings } from '../../briefings/composition.ts'
import { countIndependent, reportsOf } from '../../briefings/story-facts.ts'
import { headlineOf } from '../../briefings/tell-story.ts'
import type { Asker } from '../../chat/command.ts'
import type { Trace } from '../../records/message.ts'
import type { PlacedArticle, StoredStory } from '../../records/story.ts'
import type { Explanation } from '../../tagging/explain.ts'
import { countryName, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { listOf, quoted } from '../notice.ts'
import { foldTerm } from '../name-index.ts'

/** What happened to an article: when it was read, how it was tagged, in which story it stands. */
export function traceSteps(
  article: PlacedArticle,
  story: StoredStory | null,
  explanation: Explanation,
  settings: BriefingSettings,
  { language, zone }: Asker,
): Trace['steps'] {
  const time = timesIn(zone, language).instant
  const source = settings.sources.find(({ id }) => id === article.sourceId)?.name ?? article.sourceId
  const { countries, topics, people } = article.tags
  const named = (focus: boolean): string[] =>
    countries
      .filter((country) => country.focus === focus)
      .map(({ code }) => withWords(countryName(code, language), wordsOfPlace(code, explanation), language))
  const own = language.split('-')[0] ?? 'en'
  const topicNames = topics.map(({ code }) => {
    const names: Readonly<Record<string, string>> | undefined = settings.topics.find(
      (topic) => topic.code === code,
    )?.names
    return withWords(names?.[own] ?? names?.['en'] ?? code, wordsOfTopic(code, explanation), language)
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
              headline: quoted(headlineOf(story, language).title, language),
              id: story.id,
              reports: story.articles.length,
              independent: countIndependent(reportsOf(story)),
            }),
    },
  ]
}

/** More words than these only repeat what is clear already. */
const MOST_WORDS = 4

/** A tag with the words of the text that gave it. */
function withWords(name: string, words: readonly string[], language: string): string {
  if (words.length === 0) return name
  const different = new Map(words.toReversed().map((word) => [foldTerm(word), word]))
  const shown = [...different.values()]
    .toReversed()
    .slice(0, MOST_WORDS)
    .map((word) => quoted(word, language))
  if (different.size > MOST_WORDS) shown.push('…')
  return say('why.words', language, { name, words: shown.join(say('list.separator', language)) })
}

const wordsOfPlace = (code: string, { places }: Explanation): string[] =>
  places.filter(({ country }) => country === code).map(({ words }) => words)

const wordsOfTopic = (code: string, { topics }: Explanation): readonly string[] =>
  topics.find((topic) => topic.code === code)?.words ?? []
