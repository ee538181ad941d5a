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

/** Calls for one server in one round. Discord allows few a minute; the next round continues. */
const MOST_CALLS = 10

/**
 * Most events of ours on one server; the rest of its allowance is left to its people. An event stays as long
 * as it is reported, even if more outlets report others.
 */
const MOST_OWN_EVENTS = 20

/**
 * The part we read of a scheduled event. https://docs.discord.com/developers/resources/guild-scheduled-event
 */
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

/** One of our events as last shown, remembered under `SERVER/EVENT`. Times are milliseconds since 1970. */
const shownEvent = z.object({
  storyId: z.string(),
  words: z.string(),
  language: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  /** The request body that was sent, as JSON. */
  sent: z.string(),
})
type ShownEvent = z.output<typeof shownEvent>

interface StoredEvent {
  readonly id: string
  readonly shown: ShownEvent
}

interface ServerEventTools extends Pick<ChatTools, 'memory' | 'log' | 'now'> {
  readonly client: Client
}

/** The permission the bot needs for events, as Discord names it. */
export const CREATE_EVENTS = 'Create Events'

/**
 * Shows upcoming events as scheduled events of servers
 * (https://docs.discord.com/developers/resources/guild-scheduled-event), at a place outside Discord, with
 * start, end, sentence, outlet and link. What was created is remembered, and each round first lists what the
 * server has. An event whose answer was lost is recognised by its name and start; one that somebody deleted
 * is not created again.
 */
export function createServerEvents({ client, memory, log, now }: ServerEventTools): EventCalendars {
  /** Servers for which the missing permission was already logged. */
  const closed = new Set<string>()
  const keep = (guild: string, id: string, event: PlannedEvent, sent: string): Promise<void> => {
    const { storyId, words, language, startsAt, endsAt } = event
    return memory.remember(
      nameOf(guild, id),
      JSON.stringify({ storyId, words, language, startsAt, endsAt, sent } satisfies ShownEvent),
    )
  }
  const readKept = async (): Promise<ReadonlyMap<string, readonly StoredEvent[]>> => {
    const texts = await memory.recallAll({ platform: 'discord', kind: MEMORY_KIND })
    const all = [...texts].map(([name, text]) => {
      const [guild = '', id = ''] = name.split('/')
      return { guild, id, shown: shownEvent.parse(JSON.parse(text)) }
    })
    return Map.groupBy(all, ({ guild }) => guild)
  }

  function mayMake(guild: string): boolean {
    const us = client.guilds.cache.get(guild)?.members.me
    // A server that is unavailable has no member data.
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
    const left = { calls: MOST_CALLS, room: Math.min(SERVER_EVENTS - listed.length, MOST_OWN_EVENTS - ours) }
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
    const taken = new Set<StoredEvent>()
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

  /** Whether an event is no longer planned. One that has begun is not taken back. */
  const isUnwanted = (shown: ShownEvent, planned: readonly PlannedEvent[]): boolean =>
    shown.startsAt > now() && !planned.some((event) => isSameEvent(shown, event))

  /** Whether a listed event is one we created without receiving the answer. */
  const isLost = (one: Standing, { name, scheduled_start_time: start }: EventBody): boolean =>
    one.creator_id === client.user?.id &&
    one.name === name &&
    Date.parse(one.scheduled_start_time) === Date.parse(start)

  /** Creates an event and returns its id; null if the server has as many as it may. */
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
      const wanting = (await guildsWithEvents(memory)).map((guild) => [guild, true] as const)
      const having = [...(await readKept()).keys()].map((guild) => [guild, false] as const)
      return new Map([...having, ...wanting].filter(([guild]) => client.guilds.cache.has(guild)))
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

const MEMORY_KIND = 'event'

const nameOf = (guild: string, id: string) =>
  ({ platform: 'discord', kind: MEMORY_KIND, id: `${guild}/${id}` }) as const

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

/** Feed items may lack a headline, and Discord requires a name for an event. */
const nonEmpty = (text: string, instead: string): string => {
  const cleaned = harmless(text).trim()
  return cleaned === '' ? harmless(instead).trim() : cleaned
}
