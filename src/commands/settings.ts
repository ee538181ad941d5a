import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Change } from '../records/change.ts'
import { NO_PREFERENCES, type Preferences } from '../records/preferences.ts'
import { askerFor, ownerOf, placeNamed } from './asker.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { refusal, warning } from './notice.ts'
import { keepChange } from './undo.ts'

/**
 * `settings`: zone, languages and quiet hours of this channel; in a direct message or with `to:me`, those of
 * the person.
 */
export function settingsCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'settings',
    options: ['zone', 'speak', 'reads', 'quiet', 'to'],
    usage: 'settings [zone:{zone}] [speak:{language}] [reads:en,ar] [quiet:22:00-07:00] [to me]',
    examples: ['settings', 'settings zone:Europe/Istanbul quiet:22:00-07:00', 'settings speak:tr to me'],
    async run(input, asker) {
      const { zone, speak, quiet, to = 'here' } = input
      const place = await placeNamed(to, asker)
      if (place.status === 'mistake') return refusal(asker, place.mistake)
      const { destination } = place
      const speaker = askerFor(destination, asker)
      const ofPerson = destination === asker.direct
      const of = ofPerson ? ownerOf(asker) : destination
      const standing = await context.subscriptions.preferences(of)
      const before = standing ?? NO_PREFERENCES
      const changed = [zone, speak, input.reads, quiet].some((value) => value !== undefined)
      const reads = input.reads ?? before.reads
      if (changed && destination === asker.channel && !ofPerson && !asker.managesChannel && !asker.isAdmin)
        return warning(asker, 'permission.channelSettings')
      const now: Preferences = {
        zone: zone ?? before.zone,
        language: speak ?? before.language,
        quiet: quietHours(input, before, speaker),
        ...(reads !== undefined && { reads }),
      }
      if (changed) await context.subscriptions.keepPreferences(of, now)
      const undo: Change = { kind: 'preferences', of, before: standing, after: now }
      return {
        kind: 'settings',
        settings: {
          of: ofPerson ? 'person' : 'channel',
          zone: now.zone,
          speaks: now.language,
          reads: reads ?? null,
          quiet: now.quiet,
          changed,
        },
        actions: changed ? [await keepChange([undo], context, asker)] : [],
        zone: now.zone ?? speaker.zone,
        language: now.language ?? speaker.language,
      }
    },
  })
}

/**
 * Returns the quiet hours of a place. They apply in the zone of the place and move with it. Where none is
 * set, the zone of whoever set the hours counts, because a channel sleeps by one clock.
 */
function quietHours(
  { zone, quiet }: Pick<CommandInput, 'zone' | 'quiet'>,
  before: Preferences,
  asker: Pick<Asker, 'zone'>,
): Preferences['quiet'] {
  if (quiet === 'off') return null
  const hours = quiet ?? before.quiet
  if (hours === null || (quiet === undefined && zone === undefined)) return hours
  return { ...hours, zone: zone ?? before.zone ?? asker.zone }
}
