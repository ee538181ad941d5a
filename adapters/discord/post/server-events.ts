import {
  type Client,
  GuildScheduledEventEntityType as EntityType,
  GuildScheduledEventPrivacyLevel as PrivacyLevel,
  GuildScheduledEventStatus as Status,
  PermissionFlagsBits,
  RESTJSONErrorCodes as Codes,
  type RESTPostAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import { isSameEvent } from '../../../src/briefings/plan-events.ts'
import type { EventCalendars } from '../../../src/chat/chat-adapter.ts'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { PlannedEvent } from '../../../src/records/planned-event.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { isRefusal, toDeliveryError } from '../errors.ts'
import { EVENT_DESCRIPTION, EVENT_NAME, EVENT_PLACE, LINK, SERVER_EVENTS } from '../limits.ts'
import { guildsWithEvents } from './notifications.ts'

/** Of one server in one round: Discord allows few a minute, and the next round goes on. */
const MOST_CALLS = 10

/** Events of ours that a server has: the rest of what it may have is for its people. What stands there stays while it is reported, whatever is told by more outlets. */
const MOST_OF_OURS = 20

/** Of what Discord gives of an event. https://docs.discord.com/developers/resources/guild-scheduled-event */
const standing = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    creator_id: z.string().nullish(),
    scheduled_start_time: z.string(),
    status: z.enum(Status),
  }),
)
type Standing = z.output<typeof standing>[number]

/** An event of ours as it was shown last; it stands under `SERVER/EVENT`. */
const shownEvent = z.object({
  storyId: z.string(),
  words: z.string(),
  language: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  /** What was sent, as JSON. */
  sent: z.string(),
})
type ShownEvent = z.output<typeof shownEvent>

interface Kept {
  readonly id: string
  readonly shown: ShownEvent
}

interface ServerEventTools extends Pick<ChatTools, 'memory' | 'log' | 'now'> {
  readonly client: Client
}

/** What the bot needs to make events, in Discord's own words. */
export const CREATE_EVENTS = 'Create Events'

/**
 * Events of servers (https://docs.discord.com/developers/resources/guild-scheduled-event) from what is to come: at a place outside of Discord, with start, end, sentence, outlet and link. What was made is kept, and
 * what the server has is asked for first in each round: an event whose answer was lost is known by its name and its start, and one that somebody deleted is not made again.
 */
export function createServerEvents({ client, memory, log, now }: ServerEventTools): EventCalendars {
  /** Servers of which it was said that the bot may make none there. */
  const closed = new Set<string>()
  const keep = (guild: string, id: string, event: PlannedEvent, sent: string): Promise<void> => {
    const { storyId, words, language, startsAt, endsAt } = event
    return memory.remember(
      nameOf(guild, id),
      JSON.stringify({ storyId, words, language, startsAt, endsAt, sent } satisfies ShownEvent),
    )
  }
  const readKept = async (): Promise<ReadonlyMap<string, readonly Kept[]>> => {
    const texts = await memory.recallAll({ platform: 'discord', kind: KIND })
    const all = [...texts].map(([name, text]) => {
      const [guild = '', id = ''] = name.split('/')
      return { guild, id, shown: shownEvent.parse(JSON.parse(text)) }
    })
    return Map.groupBy(all, ({ guild }) => guild)
  }

  function mayMake(guild: string): boolean {
    const us = client.guilds.cache.get(guild)?.members.me
    // A server that is down tells nothing of itself.
    if (!us) return false
    const may = us.permissions.has(PermissionFlagsBits.CreateEvents)
    if (may) closed.delete(guild)
    else if (!closed.has(guild)) {
      closed.add(guild)
      log.warn(
        { guild },
        `what is to come cannot be shown as events of this server: give the bot ${CREATE_EVENTS}`,
      )
    }
    return may
  }

  async function show(guild: string, planned: readonly PlannedEvent[]) {
    const count = { made: 0, changed: 0, ended: 0 }
    if (!mayMake(guild)) return count
    const listed = standing.parse(await client.rest.get(Routes.guildScheduledEvents(guild)))
    const kept = (await readKept()).get(guild) ?? []
    const ours = kept.filter(({ id }) => listed.some((one) => one.id === id)).length
    const left = { calls: MOST_CALLS, room: Math.min(SERVER_EVENTS - listed.length, MOST_OF_OURS - ours) }
    for (const { id, shown } of kept) {
      const event = listed.find((one) => one.id === id)
      if (shown.endsAt <= now() || (event !== undefined && isUnwanted(shown, planned))) {
        if (event !== undefined) {
          if (left.calls-- <= 0) continue
          await end(guild, event)
          left.room++
          count.ended++
        }
        await memory.forget(nameOf(guild, id))
      }
    }
    const taken = new Set<Kept>()
    for (const event of planned) {
      const body = bodyOf(event)
      const sent = JSON.stringify(body)
      const known = kept.find((one) => !taken.has(one) && isSameEvent(one.shown, event))
      if (known !== undefined) taken.add(known)
      if (known === undefined) {
        const lost = listed.find((one) => isLost(one, body) && kept.every(({ id }) => id !== one.id))
        if (lost !== undefined) await keep(guild, lost.id, event, sent)
        else if (left.room > 0 && left.calls-- > 0) {
          const made = await make(guild, body)
          if (made === null) break
          await keep(guild, made, event, sent)
          left.room--
          count.made++
        }
      } else if (known.shown.sent !== sent && isScheduled(listed, known.id) && left.calls-- > 0) {
        await client.rest.patch(Routes.guildScheduledEvent(guild, known.id), { body })
        await keep(guild, known.id, event, sent)
        count.changed++
      }
    }
    return count
  }

  /** What has begun is not taken back. */
  const isUnwanted = (shown: ShownEvent, planned: readonly PlannedEvent[]): boolean =>
    shown.startsAt > now() && !planned.some((event) => isSameEvent(shown, event))

  /** One that was made, and the answer did not arrive. */
  const isLost = (one: Standing, { name, scheduled_start_time: start }: EventBody): boolean =>
    one.creator_id === client.user?.id &&
    one.name === name &&
    Date.parse(one.scheduled_start_time) === Date.parse(start)

  /** Its id; null where the server has as many as it may. */
  async function make(guild: string, body: EventBody): Promise<string | null> {
    try {
      const made = await client.rest.post(Routes.guildScheduledEvents(guild), { body })
      return standing.element.parse(made).id
    } catch (error) {
      if (isRefusal(error, Codes.MaximumNumberOfUncompletedGuildScheduledEventsReached)) return null
      throw error
    }
  }

  const end = (guild: string, { id, status }: Standing): Promise<unknown> =>
    client.rest.patch(Routes.guildScheduledEvent(guild, id), {
      body: { status: status === Status.Active ? Status.Completed : Status.Canceled },
    })

  return {
    async workspaces() {
      const wishing = (await guildsWithEvents(memory)).map((guild) => [guild, true] as const)
      const having = [...(await readKept()).keys()].map((guild) => [guild, false] as const)
      return new Map([...having, ...wishing].filter(([guild]) => client.guilds.cache.has(guild)))
    },
    async show(guild, planned) {
      try {
        return await show(guild, planned)
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
  }
}

const KIND = 'event'

const nameOf = (guild: string, id: string) =>
  ({ platform: 'discord', kind: KIND, id: `${guild}/${id}` }) as const

type EventBody = RESTPostAPIGuildScheduledEventJSONBody

const isScheduled = (listed: readonly Standing[], id: string): boolean =>
  listed.some((one) => one.id === id && one.status === Status.Scheduled)

function bodyOf({ title, words, outlet, url, place, startsAt, endsAt }: PlannedEvent): EventBody {
  const address = webAddress(url)
  const source = [
    `— ${harmless(outlet)}`,
    ...(address === null || address.length > LINK / 2 ? [] : [address]),
  ].join('\n')
  const quoted = shorten(harmless(words), EVENT_DESCRIPTION - source.length - 1)
  return {
    name: shorten(nonEmpty(title, words), EVENT_NAME),
    description: `${quoted}\n${source}`,
    privacy_level: PrivacyLevel.GuildOnly,
    entity_type: EntityType.External,
    entity_metadata: { location: shorten(nonEmpty(place ?? '', outlet), EVENT_PLACE) },
    scheduled_start_time: new Date(startsAt).toISOString(),
    scheduled_end_time: new Date(endsAt).toISOString(),
  }
}

/** Feeds have items without a headline, and Discord takes no event without a name. */
const nonEmpty = (text: string, instead: string): string => {
  const own = harmless(text).trim()
  return own === '' ? harmless(instead).trim() : own
}
