import { ChannelType, PermissionsBitField, PermissionFlagsBits } from 'discord.js'
import {
  APPLICATION,
  BOT_PERMISSIONS,
  type FakeChannel,
  type FakeGuild,
  type ThreadBase,
} from './discord-guild.ts'
import { Refused, refusal } from './discord-refusals.ts'

export interface FakeMessage {
  readonly id: string
  readonly channel: string
  body: Readonly<Record<string, unknown>>
  readonly isEphemeral: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

interface FakeThread extends ThreadBase {
  readonly name: string
  readonly guild: string | null
  readonly tags: readonly string[]
}

/** The state of an interaction. */
export interface FakeInteraction {
  readonly id: string
  readonly token: string
  readonly channel: string
  /** Whether the bot is not on the server: then five follow-ups at most. */
  readonly isOutside: boolean
  /** The bot's first response: type of the callback and its data. */
  callback: { readonly type: number; readonly data?: Readonly<Record<string, unknown>> } | null
  original: FakeMessage | null
  isDismissed: boolean
  readonly followUps: FakeMessage[]
}

/** A scheduled event of a server, also one that has ended (status 3 and 4). */
export interface FakeEvent {
  readonly id: string
  readonly guild: string
  readonly creator: string
  body: Readonly<Record<string, unknown>>
  status: number
}

/** How long a nonce is remembered, in milliseconds. */
const NONCE_MS = 180_000

/** The state of this Discord: servers, channels, threads, messages, interactions. */
export class DiscordWorld {
  readonly guilds = new Map<string, FakeGuild>()
  readonly channels = new Map<string, FakeChannel & { readonly guild: string | null }>()
  readonly threads = new Map<string, FakeThread>()
  readonly messages: FakeMessage[] = []
  readonly interactions = new Map<string, FakeInteraction>()
  readonly crossposted: string[] = []
  readonly events: FakeEvent[] = []
  /** Registered commands by server; the global ones under `global`. */
  readonly commands = new Map<string, readonly unknown[]>()
  /** What servers set under Integrations, by server and then by command name. */
  readonly limits = new Map<
    string,
    ReadonlyMap<
      string,
      readonly { readonly id: string; readonly type: number; readonly permission: boolean }[]
    >
  >()
  /** The owner of the application, as the API describes it. */
  owner: object = {}
  tell: (event: string, data: unknown) => void = () => undefined
  #nonces = new Map<string, { readonly message: FakeMessage; readonly at: number }>()
  #byId = new Map<string, FakeMessage>()
  #last = 1_000_000_000_000_000_000n

  constructor(guilds: readonly FakeGuild[]) {
    for (const guild of guilds) this.add(guild)
  }

  newId(): string {
    this.#last += 1n
    return String(this.#last)
  }

  add(guild: FakeGuild): void {
    this.guilds.set(guild.id, guild)
    for (const channel of guild.channels) this.addChannel(channel, guild.id)
  }

  addChannel(channel: FakeChannel, guild: string | null): void {
    this.channels.set(channel.id, { ...channel, guild })
  }

  removeGuild(id: string): void {
    this.guilds.delete(id)
    for (const [channel, { guild }] of this.channels) if (guild === id) this.channels.delete(channel)
  }

  /** Returns the bot's permissions in a channel. */
  permissionsIn(channel: FakeChannel): PermissionsBitField {
    return new PermissionsBitField(BOT_PERMISSIONS & ~(channel.denied ?? 0n))
  }

  /** @throws Refused */
  post(channelId: string, body: Readonly<Record<string, unknown>>): FakeMessage {
    const parent = this.threads.get(channelId)?.parent ?? channelId
    const channel = this.channels.get(parent)
    if (channel === undefined) throw new Refused(refusal('unknownChannel'))
    const granted = this.permissionsIn(channel)
    if (!granted.has(PermissionFlagsBits.ViewChannel)) throw new Refused(refusal('missingAccess'))
    const needed =
      parent === channelId ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads
    if (!granted.has(needed)) throw new Refused(refusal('missingPermissions'))
    const nonce = typeof body['nonce'] === 'string' ? `${channelId} ${body['nonce']}` : null
    const known = nonce === null ? undefined : this.#nonces.get(nonce)
    if (body['enforce_nonce'] === true && known !== undefined && performance.now() - known.at < NONCE_MS)
      return known.message
    const message = this.keep(channelId, body, false)
    if (nonce !== null) this.#nonces.set(nonce, { message, at: performance.now() })
    return message
  }

  keep(
    channel: string,
    body: Readonly<Record<string, unknown>>,
    isEphemeral: boolean,
    id = this.newId(),
  ): FakeMessage {
    const message = { id, channel, body, isEphemeral, at: Date.now() }
    this.messages.push(message)
    this.#byId.set(id, message)
    return message
  }

  /** @throws Refused */
  message(id: string): FakeMessage {
    const found = this.#byId.get(id)
    if (found === undefined) throw new Refused(refusal('unknownMessage'))
    return found
  }

  remove(id: string): void {
    const message = this.message(id)
    this.#byId.delete(id)
    this.messages.splice(this.messages.indexOf(message), 1)
  }

  openThread(thread: Omit<FakeThread, 'guild'>): FakeThread {
    const guild = this.channels.get(thread.parent)?.guild ?? null
    const opened = { ...thread, guild }
    this.threads.set(thread.id, opened)
    return opened
  }

  /**
   * Returns messages as the API does, newest first; none if the bot may not read them.
   * @throws Refused
   */
  history(channelId: string, limit: number, before: string | null): readonly FakeMessage[] {
    const channel = this.channels.get(this.threads.get(channelId)?.parent ?? channelId)
    if (channel === undefined) throw new Refused(refusal('unknownChannel'))
    const isGranted = this.permissionsIn(channel).has(PermissionFlagsBits.ReadMessageHistory)
    if (channel.type !== ChannelType.DM && !isGranted) return []
    return this.shownIn(channelId)
      .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
      .toReversed()
      .slice(0, limit)
  }

  /** Returns what everybody sees in a channel, oldest first. */
  shownIn(channel: string): readonly FakeMessage[] {
    return this.messages.filter((message) => message.channel === channel && !message.isEphemeral)
  }
}

export const messageData = ({ id, channel, body, isEphemeral }: FakeMessage) => ({
  content: '',
  embeds: [],
  components: [],
  ...body,
  id,
  channel_id: channel,
  author: { id: APPLICATION, username: 'dragoman', discriminator: '0000', avatar: null, bot: true },
  timestamp: '2026-03-10T08:00:00.000000+00:00',
  edited_timestamp: null,
  type: 0,
  tts: false,
  pinned: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  flags: isEphemeral ? 64 : 0,
})

/** Returns a message as the history of a channel has it: complete, trimmed, without its nonce. */
export function historyData(message: FakeMessage): unknown {
  const { nonce: _, ...body } = message.body
  const data = messageData({ ...message, body })
  return {
    ...data,
    content: data.content.trim(),
    embeds: data.embeds.map((embed) => ({ ...Object(embed), type: 'rich' })),
    timestamp: new Date(message.at).toISOString(),
  }
}
