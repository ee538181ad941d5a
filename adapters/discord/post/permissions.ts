import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js'

/** All that the bot ever needs, each with its name in Discord's own pages. */
const PERMISSIONS = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  EmbedLinks: 'Embed Links',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>

export type NeededPermission = keyof typeof PERMISSIONS

/** As they stand in the settings of a server. */
export const permissionName = (permission: NeededPermission): string => PERMISSIONS[permission]

/** Of all that it asks for. */
export const permissionNames = (): readonly string[] => Object.values(PERMISSIONS)

/** Without these nothing can be posted at a place. */
export function neededToPost(isThread: boolean): readonly NeededPermission[] {
  return ['ViewChannel', isThread ? 'SendMessagesInThreads' : 'SendMessages', 'EmbedLinks']
}

/** Details go into a thread where these are granted, and into the channel elsewhere. */
export const NEEDED_FOR_THREADS: readonly NeededPermission[] = [
  'CreatePublicThreads',
  'SendMessagesInThreads',
]

export function missingOf(
  needed: readonly NeededPermission[],
  granted: Readonly<PermissionsBitField> | null,
): readonly NeededPermission[] {
  return granted === null ? [] : needed.filter((permission) => !granted.has(PermissionFlagsBits[permission]))
}

/**
 * The page on which somebody invites the bot, asking for the least that it needs; to one server, where one is named.
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteAddress(application: string, guild: string | null = null): string {
  const address = new URL('https://discord.com/oauth2/authorize')
  const names = Object.keys(PERMISSIONS).filter((name): name is NeededPermission => name in PERMISSIONS)
  address.search = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: new PermissionsBitField(names).bitfield.toString(),
    ...(guild === null ? {} : { guild_id: guild }),
  }).toString()
  return address.href
}
