import { ComponentType, MessageFlags } from 'discord.js'
import { z } from 'zod'
import type { Message } from '../../../src/records/message.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { type DiscordMessage, type DiscordPart, formOf } from '../draw/drawing.ts'

/** A server's settings for everything posted there. */
export interface Notifications {
  /** Id of the role that alerts mention; null for none. */
  readonly role: string | null
  /** Whether briefings are posted without a notification sound. */
  readonly silent: boolean
  /** Whether upcoming events are shown as scheduled events of the server. */
  readonly events: boolean
}

const kept = z.object({
  role: z.string().nullable(),
  silent: z.boolean(),
  // Settings saved before events existed have no such field.
  events: z.boolean().default(false),
})

const NOTHING_SET: Notifications = { role: null, silent: false, events: false }

const nameOf = (guild: string) => ({ platform: 'discord', kind: 'notifications', id: guild }) as const

export async function notificationsOf(
  guild: string,
  memory: Pick<ChatMemory, 'recall'>,
): Promise<Notifications> {
  const text = await memory.recall(nameOf(guild))
  return text === null ? NOTHING_SET : kept.parse(JSON.parse(text))
}

/** Ids of the servers that turned on scheduled events. */
export async function guildsWithEvents(memory: Pick<ChatMemory, 'recallAll'>): Promise<readonly string[]> {
  const all = await memory.recallAll({ platform: 'discord', kind: 'notifications' })
  return [...all].flatMap(([guild, text]) => (kept.parse(JSON.parse(text)).events ? [guild] : []))
}

export function keepNotifications(
  guild: string,
  set: Notifications,
  memory: Pick<ChatMemory, 'remember'>,
): Promise<void> {
  return memory.remember(nameOf(guild), JSON.stringify(set))
}

/**
 * Applies a server's settings to a drawn message. An alert mentions the role once, and no one else whatever
 * the text says; a briefing is posted without a sound. Notices stay unchanged.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function notifying(
  drawn: DiscordMessage,
  message: Message,
  { role, silent }: Notifications,
): DiscordMessage {
  if (message.kind !== 'briefing') return drawn
  if (message.briefing.isAlert !== true) return silent ? silenced(drawn) : drawn
  const [first, ...others] = drawn.main
  return role === null || first === undefined ? drawn : { ...drawn, main: [calling(first, role), ...others] }
}

/** Both forms of a message keep room free for the mention (`MENTION`). */
function calling(part: DiscordPart, role: string): DiscordPart {
  const content = `<@&${role}>`
  const allowed_mentions = { parse: [], roles: [role] }
  if (formOf(part) === 'embeds')
    return {
      ...part,
      content: [...(part.content ? [part.content] : []), content].join('\n'),
      allowed_mentions,
    }
  const components = [...(part.components ?? []), { type: ComponentType.TextDisplay, content } as const]
  return { ...part, components, allowed_mentions }
}

function silenced({ main, thread, ...rest }: DiscordMessage): DiscordMessage {
  return {
    ...rest,
    main: main.map(silence),
    thread: thread && { ...thread, parts: thread.parts.map(silence) },
  }
}

const silence = (part: DiscordPart): DiscordPart => ({
  ...part,
  flags: (part.flags ?? 0) | MessageFlags.SuppressNotifications,
})
