import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Asker } from '../../../src/chat/command.ts'
import { notice } from '../../../src/commands/notice.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import { keepNotifications, notificationsOf } from '../post/notifications.ts'
import { CREATE_EVENTS } from '../post/server-events.ts'

/** The permission's name in Discord's own interface. */
const CALL_ANY_ROLE = 'Mention @everyone, @here, and All Roles'

/**
 * Changes the given settings of a server (the role that alerts mention, silent briefings, scheduled events)
 * and returns a notice with all of them. The role @everyone, whose id is the server's, stands for no role.
 */
export async function setNotifications(
  interaction: ChatInputCommandInteraction,
  asker: Asker,
  { memory }: Pick<ChatTools, 'memory'>,
): Promise<Message> {
  const { language } = asker
  const { guild, guildId, options, appPermissions } = interaction
  // A server can open the command to others under Integrations, but only its managers may change these
  // settings.
  if (!asker.isAdmin || guild === null || guildId === null)
    return notice('warning', say('permission.admin', language), asker)
  const role = options.getRole('role')
  const [silent, events] = [options.getBoolean('silent'), options.getBoolean('events')]
  const before = await notificationsOf(guildId, memory)
  const set = {
    role: role === null ? before.role : role.id === guildId ? null : role.id,
    silent: silent ?? before.silent,
    events: events ?? before.events,
  }
  if (role !== null || silent !== null || events !== null) await keepNotifications(guildId, set, memory)
  const called = set.role === null ? null : (guild.roles.cache.get(set.role) ?? role)
  const name = called === null ? null : `@${called.name}`
  const isClosed =
    called !== null && !called.mentionable && !appPermissions.has(PermissionFlagsBits.MentionEveryone)
  const isWithoutEvents = set.events && !appPermissions.has(PermissionFlagsBits.CreateEvents)
  return notice(
    isClosed || isWithoutEvents ? 'warning' : 'info',
    [
      name === null
        ? say('place.alertsCallNobody', language)
        : say('place.alertsCall', language, { role: name }),
      say(set.silent ? 'place.briefingsSilent' : 'place.briefingsSound', language),
      ...(isClosed && name !== null
        ? [say('place.roleClosed', language, { role: name, permission: CALL_ANY_ROLE })]
        : []),
      say(set.events ? 'place.eventsShown' : 'place.eventsHidden', language),
      ...(isWithoutEvents ? [say('place.eventsClosed', language, { permission: CREATE_EVENTS })] : []),
    ].join('\n'),
    asker,
  )
}
