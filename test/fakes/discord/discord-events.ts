import { PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'
import { APPLICATION } from './discord-guild.ts'
import { Refused, refusal } from './discord-refusals.ts'
import type { DiscordWorld, FakeEvent } from './discord-world.ts'

type Body = Readonly<Record<string, unknown>>

export const standingEvents = (guild: string, world: DiscordWorld): readonly FakeEvent[] =>
  world.events.filter((event) => event.guild === guild && event.status < COMPLETED)

const COMPLETED = 3
const MOST_EVENTS = 100

export const eventData = ({ id, guild, creator, body, status }: FakeEvent) => ({
  ...body,
  id,
  guild_id: guild,
  channel_id: null,
  creator_id: creator,
  entity_id: null,
  status,
})

/** https://docs.discord.com/developers/resources/guild-scheduled-event */
export function makeEvent([guild = '']: readonly string[], body: Body, world: DiscordWorld): unknown {
  mayMakeEvents(guild, world)
  if (standingEvents(guild, world).length >= MOST_EVENTS) throw new Refused(refusal('tooManyEvents'))
  const made: FakeEvent = { id: world.newId(), guild, creator: APPLICATION, body, status: 1 }
  world.events.push(made)
  return eventData(made)
}

/** An upcoming event can be cancelled and a current one completed; afterwards neither can be changed. */
export function changeEvent(
  [guild = '', id = '']: readonly string[],
  body: Body,
  world: DiscordWorld,
): unknown {
  mayMakeEvents(guild, world)
  const event = world.events.find((one) => one.guild === guild && one.id === id)
  if (event === undefined) throw new Refused(refusal('unknownEvent'))
  const { status, ...own } = z.looseObject({ status: z.number().optional() }).parse(body)
  const follows = event.status === 1 ? [2, 4] : event.status === 2 ? [COMPLETED] : []
  if (event.status >= COMPLETED || (status !== undefined && !follows.includes(status)))
    throw new Refused(refusal('invalidBody'))
  event.body = { ...event.body, ...own }
  event.status = status ?? event.status
  return eventData(event)
}

function mayMakeEvents(id: string, world: DiscordWorld): void {
  const guild = world.guilds.get(id)
  if (guild === undefined) throw new Refused(refusal('unknownGuild'))
  if (((guild.granted ?? 0n) & PermissionFlagsBits.CreateEvents) === 0n)
    throw new Refused(refusal('missingPermissions'))
}
