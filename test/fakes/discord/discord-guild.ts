import { ChannelType, PermissionFlagsBits } from 'discord.js'

/** All permissions that the bot asks for when it is invited. */
export const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles

export const APPLICATION = '900000000000000001'

/** To whom every server belongs. */
export const OWNER = '100000000000000001'

export interface FakeChannel {
  readonly id: string
  readonly type?: ChannelType
  readonly name?: string
  /** Permissions denied to everybody there. */
  readonly denied?: bigint
  readonly tags?: readonly { readonly id: string; readonly name: string; readonly moderated?: boolean }[]
  readonly requiresTag?: boolean
}

export interface FakeGuild {
  readonly id: string
  readonly channels: readonly FakeChannel[]
  /** Roles besides that of everybody. */
  readonly roles?: readonly string[]
  /** The bot's permissions beyond those it asks for when it is invited. */
  readonly granted?: bigint
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const REQUIRE_TAG = 1 << 4

export const botUser = {
  id: APPLICATION,
  username: 'dragoman',
  discriminator: '0000',
  avatar: null,
  global_name: null,
  bot: true,
}

export function channelData(channel: FakeChannel, guild: string) {
  const { id, type = ChannelType.GuildText, name = `c${id}`, denied = 0n } = channel
  return {
    id,
    type,
    name,
    guild_id: guild,
    position: 0,
    parent_id: null,
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    permission_overwrites: denied === 0n ? [] : [{ id: guild, type: 0, allow: '0', deny: denied.toString() }],
    available_tags: (channel.tags ?? []).map((tag) => ({
      moderated: false,
      emoji_id: null,
      emoji_name: null,
      ...tag,
    })),
    flags: channel.requiresTag === true ? REQUIRE_TAG : 0,
  }
}

export interface ThreadBase {
  readonly id: string
  readonly parent: string
  readonly isLocked?: boolean
  /** Ids of the people in it, if it is private. */
  readonly members?: readonly string[]
}

/** Returns an open thread as Discord describes it to the bot, which is in it if it is private. */
export function threadData({ id, parent, isLocked = false, members }: ThreadBase, guild: string) {
  return {
    id,
    type: members === undefined ? ChannelType.PublicThread : ChannelType.PrivateThread,
    name: `t${id}`,
    guild_id: guild,
    parent_id: parent,
    owner_id: OWNER,
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2026-03-10T08:00:00.000000+00:00',
      locked: isLocked,
    },
    ...(members === undefined ? {} : { member: threadMemberData(id, APPLICATION) }),
  }
}

/** Returns somebody who is in a thread (https://docs.discord.com/developers/resources/channel#thread-member-object). */
export const threadMemberData = (thread: string, user: string) => ({
  id: thread,
  user_id: user,
  join_timestamp: '2026-03-10T08:00:00.000000+00:00',
  flags: 0,
})

/** Returns a role. The one with the server's id is that of everybody. */
export function roleData(id: string, permissions: bigint) {
  return {
    id,
    name: `role ${id}`,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: permissions.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  }
}

/** Returns a server as the gateway describes it to the bot. */
export function guildData({ id, channels, roles = [], granted = 0n }: FakeGuild) {
  return {
    id,
    name: `server ${id}`,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: OWNER,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [roleData(id, BOT_PERMISSIONS | granted), ...roles.map((role) => roleData(role, 0n))],
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [
      {
        user: botUser,
        roles: [],
        joined_at: '2026-01-01T00:00:00.000000+00:00',
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    channels: channels.map((channel) => channelData(channel, id)),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
