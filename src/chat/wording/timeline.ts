import type { Timeline } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { dotted, type Line, own, quote } from './span.ts'
import { nameArticle } from './story.ts'

/**
 * Tells how a running story went on, one line each: when, who, and the headline. `time` writes an instant (ms
 * since 1970).
 */
export function tellTimeline(
  { entries, earlier }: Timeline,
  time: (at: number) => string,
  language: string,
): { readonly heading: Line; readonly lines: readonly Line[] } {
  return {
    heading: [own(say('follow.timeline', language), 'section')],
    lines: [
      ...(earlier === 0 ? [] : [[own(say('follow.earlier', language, { count: earlier }), 'quiet')]]),
      ...entries.map(({ at, outlet, title, url, isNew }) =>
        dotted(
          [
            [own(time(at), isNew ? 'new' : 'quiet')],
            [quote(outlet, 'quiet')],
            [nameArticle(title, language, undefined, webAddress(url))],
          ],
          'quiet',
        ),
      ),
    ],
  }
}
