import { say } from '../../../words/say.ts'
import type { Message, Trial } from '../../../records/message.ts'
import { phrase } from '../../../words/say.ts'
import { dotted, own, quote, spans } from '../pieces.ts'
import type { Sheet, TellInstant } from './sheet.ts'
import { nameArticle, nameStory } from '../story.ts'

/** What a subscription would have sent: every serving with its headlines. */
export function trialSheet(
  { trial, zone, language }: Extract<Message, { readonly kind: 'trial' }>,
  instant: TellInstant,
): Sheet {
  const { subscription, from, to, servings, empty, earlier, capped, lookedAt } = trial
  const time = (at: number) => instant(at, zone)
  return {
    title: spans(
      phrase('trial.title', language, {
        title: quote(subscription.title, 'title'),
        from: own(time(from), 'title'),
        to: own(time(to), 'title'),
      }),
      'title',
    ),
    lines: [
      ...(servings.length === 0 ? [[own(say('trial.nothing', language))]] : []),
      ...(empty === 0 || servings.length === 0
        ? []
        : [[own(say('trial.empty', language, { count: empty }), 'quiet')]]),
      ...(earlier === 0 ? [] : [[own(say('trial.earlier', language, { count: earlier }), 'quiet')]]),
      ...(lookedAt === null ? [] : [[own(say('trial.strongest', language, { count: lookedAt }), 'quiet')]]),
      ...tellCap(capped, language).map((text) => [own(text, 'quiet')]),
    ],
    parts: servings.map(({ at, stories, leftOut }) => ({
      heading: dotted(
        [
          [own(say('trial.serving', language, { time: time(at), count: stories.length }), 'section')],
          ...(leftOut === 0 ? [] : [[own(say('trial.leftOut', language, { count: leftOut }), 'quiet')]]),
        ],
        'quiet',
      ),
      lines: stories.map(({ id, headline }) =>
        dotted([[nameArticle(headline, language, 'headline')], nameStory(id, language)], 'quiet'),
      ),
    })),
  }
}

function tellCap(capped: Trial['capped'], language: string): readonly string[] {
  if (capped === null) return []
  const { late, lost, perHour: most } = capped
  return [
    ...(late === 0 ? [] : [say('trial.late', language, { count: late, most })]),
    ...(lost === 0 ? [] : [say('trial.lost', language, { count: lost, most })]),
  ]
}
