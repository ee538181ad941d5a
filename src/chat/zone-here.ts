import { setTimeout as wait } from 'node:timers/promises'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'

/** How many ms a form waits for the store. Slack and Discord both require a form within three seconds. */
const PATIENCE_MS = 500

/**
 * Resolves to the zone (IANA) that was set for the place or the person, with which a form begins. The command
 * uses the same zone without the form. Null where nothing was set, or the store does not answer in time.
 */
export async function zoneHere(commands: Commands, asker: Asker): Promise<string | null> {
  const asked = commands.answer(commands.read('settings'), asker).catch(() => null)
  const told = await Promise.race([asked, wait(PATIENCE_MS, null, { ref: false })])
  if (told?.kind !== 'settings') return null
  return told.settings.zone ?? (told.zone === asker.zone ? null : told.zone)
}
