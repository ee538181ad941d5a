import { setTimeout as wait } from 'node:timers/promises'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'

/** A form has to be shown within three seconds, on Slack and on Discord; so long it waits for the store, in milliseconds. */
const PATIENCE_MS = 500

/**
 * The zone (IANA) that was set where somebody asks, for the place or for the person: what a form begins with, as the command would without it. Null where
 * nothing was set, or the store does not say in time.
 */
export async function zoneHere(commands: Commands, asker: Asker): Promise<string | null> {
  const asked = commands.answer(commands.read('settings'), asker).catch(() => null)
  const told = await Promise.race([asked, wait(PATIENCE_MS, null, { ref: false })])
  if (told?.kind !== 'settings') return null
  return told.settings.zone ?? (told.zone === asker.zone ? null : told.zone)
}
