/**
 * Instants (milliseconds since 1970) on the clock of whoever reads: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles.
 * The phrases of `src/chat/wording` take them as text, and what they give is escaped; so until then an instant is held between two
 * characters that Unicode keeps free for such use inside a program.
 */

/** "2 hours ago". */
export function relative(at: number): string {
  return hold(at, 'R')
}

/** "24 November 2026 08:00". */
export function dated(at: number): string {
  return hold(at, 'f')
}

/** Our own text, escaped, with the times in it as `<t:1795496400:R>`. */
export function showTimes(text: string): string {
  return text.replace(
    HELD,
    (_held, seconds: string, dated: string) => `<t:${seconds}:${dated === '' ? 'R' : 'f'}>`,
  )
}

/** The style is no letter: a letter would have a direction. */
function hold(at: number, style: 'R' | 'f'): string {
  return `\ufdd0${Math.floor(at / 1000)}\ufdd1${style === 'f' ? '\ufdd1' : ''}`
}

const HELD = /\ufdd0(-?\d{1,12})\ufdd1(\ufdd1?)/g
