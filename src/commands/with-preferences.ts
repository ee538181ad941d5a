import type { Asker } from '../chat/command.ts'
import { NO_PREFERENCES, type Preferences } from '../records/preferences.ts'
import { ownerOf } from './rights.ts'

/** Preferences that count for what speaks at a destination: those of the person in direct messages, else those of the channel. */
export async function preferencesAt(
  destination: string,
  asker: Asker,
  shelf: { preferences(of: string): Promise<Preferences | null> },
): Promise<Preferences> {
  const of = asker.isDirect || destination === asker.direct ? ownerOf(asker) : destination
  return (await shelf.preferences(of)) ?? NO_PREFERENCES
}

/** The asker with the zone and language that were set: for the channel, else for the person, else as the platform tells. */
export async function withPreferences(
  asker: Asker,
  shelf: { preferences(of: string): Promise<Preferences | null> },
): Promise<Asker> {
  const here = await preferencesAt(asker.channel, asker, shelf)
  const own = (await shelf.preferences(ownerOf(asker))) ?? NO_PREFERENCES
  const told = isZone(asker.zone) ? asker.zone : 'UTC'
  const person = {
    zone: own.zone ?? (asker.isZoneGuessed === true ? here.zone : null) ?? told,
    language: own.language ?? (isLanguage(asker.language) ? asker.language : 'en'),
  }
  return { ...asker, zone: here.zone ?? person.zone, language: here.language ?? person.language, person }
}

/** The asker as they are without what was set for the channel, where what they ask is about another place. */
export function askerFor(destination: string, asker: Asker): Asker {
  return destination === asker.channel ? asker : { ...asker, ...asker.person }
}

/** What platforms tell of people comes from the people: an unknown zone must not fail every question. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}
