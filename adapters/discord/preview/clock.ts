/** Writes an instant (seconds since 1970) as a reader's Discord would: as seen from now, or dated. */
export type Clock = (seconds: number, isRelative: boolean) => string

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** The clock of a reader in a zone (IANA) and a language (BCP 47) at an instant, seconds since 1970. */
export function clockOf(zone: string, language: string, now: number): Clock {
  const date = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' })
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return (seconds, isRelative) => {
    if (!isRelative) return date.format(seconds * 1000)
    const away = seconds - now
    const [unit, length] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1]
    return distance.format(Math.round(away / length), unit)
  }
}
