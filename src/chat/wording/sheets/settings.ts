import { localeOf } from '../../../words/locale.ts'
import { languageName } from '../../../words/names.ts'
import { say } from '../../../words/say.ts'
import type { Message } from '../../../records/message.ts'
import type { Quiet } from '../../../records/subscription.ts'
import { writeClock } from '../../../words/write-clock.ts'
import { tellFact } from '../fact.ts'
import { own } from '../pieces.ts'
import type { Sheet } from './sheet.ts'

/** What was set for a channel or a person, and how to change it. */
export function settingsSheet({
  settings,
  zone: zoneInUse,
  language,
}: Extract<Message, { readonly kind: 'settings' }>): Sheet {
  const { of, zone, speaks, quiet, changed } = settings
  const unset = (value: string): string => say('settings.unset', language, { value })
  const facts = [
    [say('settings.zone', language), zone ?? unset(zoneInUse)],
    [
      say('settings.language', language),
      speaks === null
        ? unset(languageName(localeOf(language).language, language))
        : languageName(speaks, language),
    ],
    [
      say('settings.quiet', language),
      quiet === null ? say('settings.none', language) : hours(quiet, zone ?? zoneInUse, language),
    ],
  ] as const
  return {
    title: [own(say(`settings.${of}`, language), 'title')],
    lines: [
      ...(changed ? [[own(say('settings.changed', language), 'new')]] : []),
      ...facts.map(([label, text]) => tellFact(label, own(text), language)),
      [own(say('settings.how', language), 'quiet')],
    ],
    parts: [],
  }
}

function hours(quiet: Quiet, zoneInUse: string, language: string): string {
  const span = { from: writeClock(quiet.from, language), to: writeClock(quiet.to, language) }
  return quiet.zone === undefined || quiet.zone === zoneInUse
    ? say('settings.hours', language, span)
    : say('settings.hoursIn', language, { ...span, zone: quiet.zone })
}
