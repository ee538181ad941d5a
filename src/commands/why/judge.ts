import { applyRules, isNoNews, type Rules } from '../../briefings/apply-rules.ts'
import { chooseReports } from '../../briefings/choose-reports.ts'
import {
  criteriaOf,
  mismatch,
  type Mismatch,
  storiesSaying,
  wantsOnlyNews,
} from '../../briefings/match-stories.ts'
import {
  countIndependent,
  countOutletCountries,
  factsOf,
  isTopLevel,
  NEWS_AGE_MS,
  reportsOf,
  storyTopics,
  weightOfCountries,
  weightOfTopics,
  weightsOf,
} from '../../briefings/story-facts.ts'
import { isHardlyNews, weightOfNewsValue } from '../../briefings/story-news-value.ts'
import { storyCountries } from '../../briefings/story-countries.ts'
import { nameIn, titleOf } from '../../briefings/titles.ts'
import type { Asker } from '../../chat/command.ts'
import type { StoryDelivery } from '../../records/delivery.ts'
import type { Trace } from '../../records/message.ts'
import type { Outbox } from '../../records/ports/outbox.ts'
import type { PlacedArticle, StoredStory } from '../../records/story.ts'
import type { Subscription } from '../../records/subscription.ts'
import { FOLLOW_PAUSE_MS } from '../../subscriptions/limits.ts'
import { alertsFrom, firstFrom, nextServing, quietUntil } from '../../subscriptions/timetable.ts'
import { readsOf } from '../../subscriptions/reads-of.ts'
import { filterOf } from '../../subscriptions/news-filter.ts'
import type { GivenTo, PhraseKey } from '../../words/catalogues.ts'
import { countryName, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import type { CommandContext } from '../command-context.ts'
import { describeFilter, type Health, unreachableSince } from '../describe-subscription.ts'
import { listOf, quoted } from '../notice.ts'
import type { BriefingSettings } from '../../briefings/composition.ts'
import { headlineOf } from '../../briefings/write-story.ts'
import type { Explanation } from '../../tagging/explain.ts'
import { foldTerm } from '../name-index.ts'

type Verdict = Trace['verdicts'][number]

/** The article that is judged, with what is known of it; read once for all subscriptions. */
interface Case {
  readonly article: PlacedArticle
  readonly story: StoredStory
  /** The outcomes of the newest messages that told the story. */
  readonly storyDeliveries: readonly StoryDelivery[]
  /** Returns what a destination was told. */
  readonly told: Outbox['told']
  readonly health: Health
  /** Corrections by readers of the asker's workspace. */
  readonly rules: Rules
}

/**
 * Says what one subscription made of an article: which part of its filter the story did not pass, when it was
 * told, or why not yet.
 */
export async function judge(
  subscription: Subscription,
  { article, story, storyDeliveries, told: toldAt, health, rules }: Case,
  context: CommandContext,
  asker: Asker,
): Promise<Verdict> {
  const { language, zone } = asker
  const name = `${subscription.id} (${titleOf(subscription, context.settings, language)})`
  const verdict = <Key extends WhyKey>(
    status: Verdict['status'],
    key: Key,
    ...given: GivenTo<Key, string>
  ): Verdict => ({ subscription: name, status, text: say(key, language, ...given) })
  const time = timesIn(zone, language).instant
  const isHere = subscription.to === asker.channel

  const sent = storyDeliveries.find(
    (telling) => telling.destination === subscription.to && telling.subscription === subscription.id,
  )
  if (sent?.state === 'sent') return verdict('told', 'why.told', { time: time(sent.at) })
  if (sent?.state === 'failed')
    return verdict('not-told', 'why.failed', { time: time(sent.at), reason: sent.reason ?? '–' })
  if (sent?.state === 'uncertain') return verdict('told', 'why.uncertain', { time: time(sent.at) })
  if (sent !== undefined) return verdict('waiting', 'why.sending', { time: time(sent.at) })
  const failed = await whyNot(subscription, story, context)
  if (failed === null && (await isKeptOut(subscription, { article, story, rules }, context)))
    return verdict('not-told', 'why.corrected', {
      filter: describeFilter(filterOf(subscription), context.settings, language),
    })
  if (failed === 'muted')
    return verdict('not-told', isHere ? 'why.muted' : 'why.mutedThere', { id: story.handle ?? story.id })
  if (failed !== null) {
    const filter = describeFilter(filterOf(subscription), context.settings, language)
    if (failed !== 'place') return verdict('not-told', `why.${failed}`, { filter })
    const countries = storyCountries(reportsOf(story)).map((code) => countryName(code, language))
    return countries.length === 0
      ? verdict('not-told', 'why.noPlace', { filter })
      : verdict('not-told', 'why.place', { filter, places: listOf(countries, language) })
  }
  const told = await toldAt(subscription.to)
  // The article may have been told in another story, which was split since.
  const before = told.get(story.id) ?? [...told.values()].find((other) => holds(other.articles, article.id))
  if (before !== undefined)
    return verdict('told', isHere ? 'why.toldHere' : 'why.toldThere', { time: time(before.at) })
  if (subscription.state === 'paused') return verdict('not-told', 'why.paused')
  const since = unreachableSince(subscription, health)
  if (since !== null)
    return verdict('not-told', 'subscription.unreachable', { time: time(since), id: subscription.id })
  const now = context.now()
  if (subscription.kind === 'follow') {
    const silence = quietUntil(subscription, now)
    return silence === null
      ? verdict('waiting', 'why.follows', { minutes: FOLLOW_PAUSE_MS / 60_000 })
      : verdict('waiting', 'why.quiet', { time: time(silence) })
  }
  const publishedAt = article.publishedAt ?? article.seenAt
  if (article.seenAt - publishedAt > NEWS_AGE_MS)
    return verdict('not-told', 'why.old', { time: time(publishedAt) })
  if (subscription.alert !== null) {
    const { outlets } = subscription.alert
    const reports = countIndependent(reportsOf(story))
    if (reports < outlets) return verdict('waiting', 'why.fewOutlets', { reports, outlets })
    if (story.lastAt < (subscription.changedAt ?? subscription.createdAt))
      return verdict('not-told', 'why.before')
    if (story.lastAt < alertsFrom(subscription, now)) return verdict('not-told', 'why.late')
    const silence = quietUntil(subscription, now)
    return silence === null
      ? verdict('waiting', 'why.soon')
      : verdict('waiting', 'why.quiet', { time: time(silence) })
  }
  const { refused } = chooseReports(story, { mark: 'new', unseen: [] }, readsOf(subscription))
  if (refused !== null) return verdict('not-told', 'why.noReport')
  const facts = factsOf({ reports: reportsOf(story) })
  if (wantsOnlyNews(subscription) && (facts.isMinor || isHardlyNews(facts.newsValue)))
    return verdict('waiting', 'why.hardlyNews')
  const ledgers = await context.subscriptions.ledgers([subscription.id], article.seenAt)
  const decided = ledgers.get(subscription.id)?.lastAt
  if (decided !== undefined && decided > article.seenAt)
    return verdict('not-told', 'why.noRoom', { time: time(decided), most: subscription.stories })
  const next = nextServing(subscription, now)
  if (next === null) return verdict('not-told', 'why.noNext')
  if (decided === undefined && story.lastAt < firstFrom(subscription, next))
    return verdict('not-told', 'why.before')
  return verdict('waiting', 'why.next', { time: time(next) })
}

type WhyKey = Extract<PhraseKey, `why.${string}`> | 'subscription.unreachable'

function holds(told: readonly string[], articleId: string): boolean {
  return told.some((version) => version.startsWith(`${articleId}@`))
}

async function whyNot(
  subscription: Subscription,
  story: StoredStory,
  context: CommandContext,
): Promise<Mismatch | null> {
  const { archive, settings } = context
  const expressionMatches = await storiesSaying(
    subscription,
    { from: story.firstAt, now: context.now() },
    archive,
  )
  // Muting is checked last, since "unmute" helps only if everything else fits.
  const failed = mismatch(
    { id: story.id, reports: reportsOf(story) },
    criteriaOf(subscription, { ...settings, expressionMatches }),
  )
  if (failed !== null) return failed
  return (await archive.muted()).get(subscription.to)?.has(story.id) === true ? 'muted' : null
}

/** Returns whether a story that would otherwise fit is kept out by readers' corrections. */
async function isKeptOut(
  subscription: Subscription,
  { article, story, rules }: Pick<Case, 'article' | 'story' | 'rules'>,
  context: CommandContext,
): Promise<boolean> {
  const { archive, settings } = context
  const reports = reportsOf(story).map((report) => ({ ...report, changedAt: report.seenAt }))
  const heads = applyRules([{ ...story, reports }], rules)
  const head = heads.find((one) => one.reports.some(({ articleId }) => articleId === article.id))
  if (head === undefined) return false
  const left = story.articles.filter((one) => !isNoNews(one, head.noNews ?? []))
  const expressionMatches = await storiesSaying(
    subscription,
    { from: story.firstAt, now: context.now() },
    archive,
  )
  return (
    left.length === 0 || mismatch(head, criteriaOf(subscription, { ...settings, expressionMatches })) !== null
  )
}

/** Tells what happened to an article: when it was read, how it was tagged, and which story it belongs to. */
export function traceSteps(
  article: PlacedArticle,
  story: StoredStory | null,
  explanation: Explanation,
  settings: BriefingSettings,
  { language, zone }: Asker,
): Trace['steps'] {
  const { seenAt, sourceId, version, copyOf, agency, tags, storyId } = article
  const read = {
    source: settings.sources.find(({ id }) => id === sourceId)?.name ?? sourceId,
    time: timesIn(zone, language).instant(seenAt),
  }
  const countries = (focus: boolean): string[] =>
    tags.countries.flatMap(({ code, ...country }) => {
      const words = explanation.places.flatMap((place) => (place.country === code ? [place.words] : []))
      if (country.focus !== focus) return []
      const name = countryName(code, language)
      return [
        country.home === true ? say('why.atHome', language, { name }) : withWords(name, words, language),
      ]
    })
  const topics = tags.topics.map(({ code }) => {
    const topic = settings.topics.find((one) => one.code === code)
    const words = explanation.topics.find((one) => one.code === code)?.words ?? []
    return withWords(nameIn(topic, language, code), words, language)
  })
  const people = tags.people.map(({ name }) => name)
  const list = (names: readonly string[]): string =>
    names.length === 0 ? say('why.none', language) : listOf(names, language)
  const step = (key: StepKey, text: string) => ({ label: say(key, language), text })
  return [
    step(
      'why.read',
      version > 1
        ? say('why.readVersion', language, { ...read, version })
        : say('why.readText', language, read),
    ),
    step('why.told-in', languageName(tags.language, language)),
    step('why.about', list(countries(true))),
    ...(countries(false).length > 0 ? [step('why.mentions', list(countries(false)))] : []),
    step('why.topics', list(topics)),
    ...(people.length > 0 ? [step('why.people', list(people))] : []),
    ...(copyOf === null ? [] : [step('why.copy', say('why.copyText', language, { agency: agency ?? '–' }))]),
    step(
      'why.story',
      story === null
        ? storyId
        : say('why.storyText', language, {
            headline: quoted(headlineOf(story, language).title, language),
            id: story.handle ?? story.id,
            reports: story.articles.length,
            independent: countIndependent(reportsOf(story)),
          }),
    ),
    ...(story === null ? [] : [step('why.order', orderOf(story, settings, language))]),
  ]
}

/**
 * Tells what makes a story weigh more or less besides its reports and their age, as `weighStory` counts it.
 */
function orderOf(story: StoredStory, settings: BriefingSettings, language: string): string {
  const reports = reportsOf(story)
  const codes = storyTopics(reports)
  const { topics, countryOf } = weightsOf(settings)
  const countries = countOutletCountries(reports, countryOf)
  const names = codes.filter(isTopLevel).map((code) =>
    nameIn(
      settings.topics.find((one) => one.code === code),
      language,
      code,
    ),
  )
  return say('why.orderText', language, {
    countries,
    abroad: hundredths(weightOfCountries(countries)),
    topics: names.length === 0 ? say('why.noTopic', language) : listOf(names, language),
    weight: weightOfTopics(codes, topics),
    news: hundredths(weightOfNewsValue(factsOf({ reports }).newsValue)),
  })
}

const hundredths = (factor: number): number => Math.round(factor * 100) / 100

type StepKey =
  `why.${'read' | 'told-in' | 'about' | 'mentions' | 'topics' | 'people' | 'copy' | 'story' | 'order'}`

/** More words only repeat what is already clear. */
const MOST_WORDS = 4

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
