import type { BriefedStory } from '../../records/briefing.ts'
import type { Message } from '../../records/message.ts'
import { harmless } from '../../words/harmless.ts'
import { say } from '../../words/say.ts'
import { timesIn } from '../../words/times.ts'
import { languageOf } from '../message-kinds.ts'
import type { Line } from './span.ts'
import { tellChanges, tellRemovals } from './story.ts'

/** Most changes that a note lists. The corrected message above it tells them all. */
const MOST_LINES = 4

/**
 * Writes the note under a corrected message of ours: which stories, and how the outlets' words read before
 * and after, or what they took down. Null where no outlet changed a story.
 */
export function tellCorrection(message: Message): Extract<Message, { readonly kind: 'notice' }> | null {
  if (message.kind !== 'briefing') return null
  const { sections, zone, to } = message.briefing
  const changed = lastChanged(sections.flatMap(({ stories }) => stories))
  if (changed.length === 0) return null
  const language = languageOf(message)
  const { moment } = timesIn(zone, language)
  const time = (at: number): string => moment(at, to)
  const titles = changed.map(({ headline }) => headline).join(say('list.semicolon', language))
  const isRewritten = changed.some(({ changes }) => changes.length > 0)
  const lines = changed.flatMap((story) => [
    ...tellChanges(story, time, language),
    ...tellRemovals(story, time, language),
  ])
  return {
    kind: 'notice',
    level: 'info',
    text: [
      say(isRewritten ? 'answer.corrected' : 'answer.amended', language, { titles }),
      ...lines.slice(0, MOST_LINES).map(inOneLine),
    ].join('\n'),
    language,
  }
}

/** Returns the stories of the newest change, each with only what its outlet changed then. */
function lastChanged(
  stories: readonly BriefedStory[],
): readonly (Pick<BriefedStory, 'headline' | 'changes' | 'outlets'> &
  Required<Pick<BriefedStory, 'removals'>>)[] {
  const last = Math.max(
    ...stories.flatMap(({ changes, removals = [] }) => [
      ...changes.map(({ at }) => at),
      ...removals.map(({ at, returnedAt = at }) => returnedAt),
    ]),
  )
  return stories.flatMap(({ headline, outlets, changes, removals = [] }) => {
    const newest = {
      changes: changes.filter(({ at }) => at === last),
      removals: removals.filter(({ at, returnedAt = at }) => returnedAt === last),
    }
    return newest.changes.length + newest.removals.length === 0 ? [] : [{ headline, outlets, ...newest }]
  })
}

/** Joins a change into one line, since a notice breaks at newlines. */
const inOneLine = (line: Line): string =>
  line.map(({ text }) => harmless(text).replaceAll(/\s*\n\s*/gu, ' ')).join('')
