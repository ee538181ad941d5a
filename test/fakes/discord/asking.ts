import {
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js'
import { APPLICATION, BOT_PERMISSIONS, botUser, channelData, roleData } from './discord-guild.ts'
import { DESK, GUILD } from './discord-bench.ts'
import type { FakeDiscord } from './discord-server.ts'
import type { FakeInteraction, FakeMessage } from './discord-world.ts'
import { patiently } from '../../patiently.ts'

/** A user in a channel. All fields have defaults. */
interface Somebody {
  readonly user?: string
  readonly guild?: string | null
  readonly channel?: string
  /** Their permissions in the channel. */
  readonly permissions?: bigint
  /** The bot's permissions in the channel. */
  readonly botPermissions?: bigint
  readonly locale?: string
  /** Ids of their roles. */
  readonly roles?: readonly string[]
  /** Whether they brought the bot along as their own app. */
  readonly isOutside?: boolean
}

export const ADA = '500000000000000001'

/** The permissions of a user who manages the server. */
export const MANAGER = { permissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ManageGuild }

interface OptionData {
  readonly name: string
  readonly type: number
  readonly value?: string | number
  readonly focused?: boolean
  readonly options?: readonly OptionData[]
}

/** Sends the interactions and messages of a user, as the gateway reports them to the bot. */
export function asking(discord: FakeDiscord, somebody: Somebody = {}) {
  const {
    user = ADA,
    guild = GUILD,
    channel = DESK,
    permissions = PermissionFlagsBits.ViewChannel,
    botPermissions = BOT_PERMISSIONS,
    locale = 'en-GB',
    roles = [],
    isOutside = false,
  } = somebody
  const person = { id: user, username: 'ada', discriminator: '0', avatar: null, global_name: 'Ada' }

  const ask = (type: InteractionType, data: object, more: object = {}): FakeInteraction => {
    const id = discord.world.newId()
    const asked: FakeInteraction = {
      id,
      token: `token-${id}`,
      channel,
      isOutside,
      callback: null,
      original: null,
      isDismissed: false,
      followUps: [],
    }
    discord.world.interactions.set(id, asked)
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: APPLICATION,
      type,
      token: asked.token,
      version: 1,
      channel_id: channel,
      channel: channelOf(discord, channel, guild),
      locale,
      app_permissions: botPermissions.toString(),
      entitlements: [],
      attachment_size_limit: 10_000_000,
      authorizing_integration_owners: isOutside ? { '1': user } : { '0': guild ?? '0' },
      ...(guild === null
        ? {
            user: person,
            context: isOutside ? InteractionContextType.PrivateChannel : InteractionContextType.BotDM,
          }
        : {
            guild_id: guild,
            guild: { id: guild, features: [], locale: 'en-US' },
            guild_locale: 'en-US',
            context: InteractionContextType.Guild,
            member: {
              user: person,
              roles,
              permissions: permissions.toString(),
              joined_at: '2026-01-01T00:00:00.000000+00:00',
              deaf: false,
              mute: false,
              flags: 0,
            },
          }),
      data,
      ...more,
    })
    return asked
  }

  const message = (): object => ({ message: { ...A_MESSAGE, channel_id: channel } })

  return {
    /** `/news PATH`, with options by name. */
    news: (path: string, options: Readonly<Record<string, string | number>> = {}) =>
      ask(InteractionType.ApplicationCommand, newsData(path, optionsOf(options))),
    /** A subcommand registered as a command of its own: `/subscribe`, `/sources list`. */
    own: (path: string, options: Readonly<Record<string, string>> = {}) => {
      const [name = '', word] = path.split(' ')
      const given = optionsOf(options)
      const type = ApplicationCommandType.ChatInput
      return ask(InteractionType.ApplicationCommand, {
        id: '1',
        name,
        type,
        options: word === undefined ? given : [{ name: word, type: 1, options: given }],
      })
    },
    /** `/notifications`; `role` is a role's id. */
    notifications: ({
      role,
      silent,
      events,
    }: { readonly role?: string; readonly silent?: boolean; readonly events?: boolean } = {}) =>
      ask(InteractionType.ApplicationCommand, {
        id: '1',
        name: 'notifications',
        type: ApplicationCommandType.ChatInput,
        options: [
          ...(role === undefined ? [] : [{ name: 'role', type: 8, value: role }]),
          ...(silent === undefined ? [] : [{ name: 'silent', type: 5, value: silent }]),
          ...(events === undefined ? [] : [{ name: 'events', type: 5, value: events }]),
        ],
        ...(role === undefined ? {} : { resolved: { roles: { [role]: roleData(role, 0n) } } }),
      }),
    /** Asks for the autocompletion of an option. */
    typing: (path: string, option: string, typed: string) =>
      ask(
        InteractionType.ApplicationCommandAutocomplete,
        newsData(path, [{ name: option, type: 3, value: typed, focused: true }]),
      ),
    press: (customId: string) =>
      ask(
        InteractionType.MessageComponent,
        { component_type: ComponentType.Button, custom_id: customId },
        message(),
      ),
    choose: (customId: string, value: string) =>
      ask(
        InteractionType.MessageComponent,
        { component_type: ComponentType.StringSelect, custom_id: customId, values: [value] },
        message(),
      ),
    /** Submits a form: texts by field, lists for menus. */
    fill: (customId: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      ask(InteractionType.ModalSubmit, {
        custom_id: customId,
        components: Object.entries(fields).map(([name, value], index) => ({
          type: ComponentType.Label,
          id: index,
          component:
            typeof value === 'string'
              ? { type: ComponentType.TextInput, id: index + 50, custom_id: name, value }
              : { type: ComponentType.StringSelect, id: index + 50, custom_id: name, values: value },
        })),
      }),
    /**
     * Writes a message in their channel and returns its id. Discord reveals its text only where the bot is
     * mentioned or in direct messages, and never the author's language.
     */
    write: (content: string, of: { readonly isBot?: boolean; readonly id?: string } = {}): string => {
      const { isBot = false, id = discord.world.newId() } = of
      const isTold = guild === null || content.includes(`<@${APPLICATION}>`)
      const author = { ...person, ...(isBot && { bot: true }) }
      discord.gateway.dispatch('MESSAGE_CREATE', {
        ...A_MESSAGE,
        id,
        channel_id: channel,
        channel_type: guild === null ? ChannelType.DM : ChannelType.GuildText,
        author,
        content: isTold ? content : '',
        mentions: content.includes(`<@${APPLICATION}>`) ? [botUser] : [],
        ...(guild !== null && {
          guild_id: guild,
          member: {
            roles,
            joined_at: '2026-01-01T00:00:00.000000+00:00',
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
      })
      return id
    },
    /** Uses the entry in a message's context menu. */
    lookUp: (name: string, said: { readonly content?: string; readonly components?: readonly object[] }) =>
      ask(InteractionType.ApplicationCommand, {
        id: '1',
        name,
        type: ApplicationCommandType.Message,
        target_id: A_MESSAGE.id,
        resolved: { messages: { [A_MESSAGE.id]: { ...A_MESSAGE, channel_id: channel, ...said } } },
      }),
  }
}

const A_MESSAGE = {
  id: '600000000000000001',
  content: '',
  author: { id: ADA, username: 'ada', discriminator: '0', avatar: null },
  embeds: [],
  attachments: [],
  components: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  type: 0,
  flags: 0,
  timestamp: '2026-03-10T08:00:00.000000+00:00',
  edited_timestamp: null,
}

function channelOf(discord: FakeDiscord, id: string, guild: string | null): object {
  return guild === null
    ? { id, type: ChannelType.DM }
    : channelData(discord.world.channels.get(id) ?? { id }, guild)
}

const newsData = (path: string, options: readonly OptionData[]): object => {
  const [word = '', second] = path.split(' ')
  return {
    id: '1',
    name: 'news',
    type: ApplicationCommandType.ChatInput,
    options:
      second === undefined
        ? [{ name: word, type: 1, options }]
        : [{ name: word, type: 2, options: [{ name: second, type: 1, options }] }],
  }
}

const optionsOf = (options: Readonly<Record<string, string | number>>): readonly OptionData[] =>
  Object.entries(options).map(([name, value]) => ({ name, type: typeof value === 'number' ? 4 : 3, value }))

/** Returns what the user sees once the bot has finished: the answer and its follow-ups. */
export async function answerTo(asked: FakeInteraction): Promise<{
  readonly messages: readonly FakeMessage[]
  readonly text: string
  readonly isPrivate: boolean
}> {
  await patiently(() => {
    if (asked.original === null && asked.followUps.length === 0) throw new Error('no answer yet')
  })
  const messages = [...(asked.original === null ? [] : [asked.original]), ...asked.followUps]
  return {
    messages,
    text: messages.map(({ body }) => JSON.stringify(body)).join('\n'),
    isPrivate: messages.every(({ isEphemeral }) => isEphemeral),
  }
}

/** Returns the bot's first response: choices, a form, or that an answer is coming. */
export async function firstWordTo(asked: FakeInteraction): Promise<NonNullable<FakeInteraction['callback']>> {
  return patiently(() => {
    if (asked.callback === null) throw new Error('no word yet')
    return asked.callback
  })
}
