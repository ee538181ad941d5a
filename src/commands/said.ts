import { type JoinedSaying, joinSayings } from '../briefings/join-sayings.ts'
import { topicCodes, wantedCountries } from '../briefings/match-stories.ts'
import type { Command } from '../chat/command.ts'
import type { Saying } from '../records/finding.ts'
import type { SearchHit } from '../records/message.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import { present } from '../records/present.ts'
import type { Source } from '../records/source.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { shorten } from '../text/shorten.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { hitOf } from './finding-hits.ts'
import { describeFilter } from './describe-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { warning } from './notice.ts'
import { idOf } from './show-story.ts'

/** Statements in one answer: what fits on a screen. */
const MOST = 8
/**
 * Sayings read for one answer: what an often quoted minister says in a month, with all outlets that repeat
 * it.
 */
const MOST_READ = 600
/** Longest claim in a list, in UTF-16 units. */
const LONGEST_CLAIM = 400

/** `said`: who said what. Each statement comes once, with the outlet that had it first. */
export function saidCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'said',
    options: ['who', 'story', 'country', 'topic', 'source', 'language', 'since', 'until'],
    positionalOption: 'who',
    usage: 'said who:{name} [story:{id}] [country:…] [topic:…] [source:…] [language:…] [since:…] [until:…]',
    examples: ['said fidan', 'said who:"foreign ministry" country:syria since:3d'],
    async run({ who, story, filter, since, until }, asker) {
      const { settings } = context
      const { language, zone } = asker
      if (who === undefined && story === undefined) return warning(asker, 'said.who')
      if (since !== undefined && until !== undefined && until <= since) return warning(asker, 'search.period')
      const kept = await context.findings({
        kinds: ['saying'],
        ...(story !== undefined && { stories: await idsOf(story, context) }),
        ...present({ name: who, from: since, to: until }),
        most: MOST_READ,
      })
      const joined = joinSayings(kept.filter(fits(filter, context)))
      const asked = [
        who,
        story,
        isEverything(filter) ? undefined : describeFilter(filter, settings, language),
      ]
      return {
        kind: 'search',
        results: {
          about: 'said',
          query: asked.filter((part) => part !== undefined).join(' · '),
          hits: joined.slice(0, MOST).map((one) => toHit(one, settings.sources, language)),
          more: joined.length > MOST,
          note: say(joined.length === 0 ? 'said.none' : 'said.first', language),
        },
        zone,
        language,
      }
    },
  })
}

const idsOf = async (named: string, context: CommandContext): Promise<readonly string[]> =>
  (await context.archive.stories([await idOf(named, context)])).map(({ id }) => id)

function fits(filter: NewsFilter, { settings }: CommandContext): (kept: KeptFinding) => boolean {
  const countries = wantedCountries(filter, settings.regions)
  const topics = new Set<string>(topicCodes(filter, settings.topics))
  return ({ finding, article: { tags, sourceId } }) =>
    finding.kind === 'saying' &&
    (countries === null || tags.countries.some(({ code }) => countries.has(code))) &&
    (topics.size === 0 || tags.topics.some(({ code }) => topics.has(code))) &&
    (filter.sources?.includes(sourceId) ?? true) &&
    (filter.languages?.includes(tags.language) ?? true)
}

function toHit(
  { saying, first, others }: JoinedSaying,
  sources: readonly Source[],
  language: string,
): SearchHit {
  const outlets = new Set(others.map(({ sourceId }) => sourceId))
  outlets.delete(first.sourceId)
  const words = shorten(tellClaim(saying), LONGEST_CLAIM)
  return {
    ...hitOf({ article: first, others: [...outlets] }, words, sources),
    title: nameSpeaker(saying, language),
  }
}

/**
 * Names a speaker: "Hakan Fidan, Foreign Minister". Where the name is taken from elsewhere in the article,
 * the word used here is added: "Hakan Fidan (he)".
 */
export function nameSpeaker({ speaker }: Saying, language: string): string {
  const { name, role, words, namedBy } = speaker
  if (name === null) return words === '' ? say('said.unnamed', language) : words
  if (namedBy === 'pronoun' || namedBy === 'role') return `${name} (${words})`
  return role === null ? name : `${name}, ${role}`
}

/** Writes a claim, with an ellipsis where other words stand between its pieces. */
export const tellClaim = ({ claim, verb }: Saying): string =>
  `${claim.join(' […] ')}${verb === null ? '' : ` (${verb})`}`
