import type { Timeline } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { dotted, type Line, own, quote } from './span.ts'
import { nameArticle } from './story.ts'

/** How a running story went on, a line each: when, who, and what was new. `time` writes an instant, milliseconds since 1970. */
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
