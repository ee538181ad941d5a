import { phrase, say } from '../../../words/say.ts'
import { webAddress } from '../../../words/web-address.ts'
import type { Message, Trace } from '../../../records/message.ts'
import { tellFact } from '../fact.ts'
import { own, quote, spans } from '../pieces.ts'
import type { Sheet } from './sheet.ts'
import type { Look } from '../span.ts'

/** Why an article was told here or not: its way through the news, then what each subscription made of it. */
export function traceSheet({ trace, language }: Extract<Message, { readonly kind: 'trace' }>): Sheet {
  return {
    title: spans(
      phrase('why.title', language, { title: quote(trace.title, 'title', webAddress(trace.url)) }),
      'title',
    ),
    lines: trace.steps.map(({ label, text }) => tellFact(label, quote(text), language)),
    parts: [
      {
        heading: [own(say('why.here', language), 'section')],
        lines:
          trace.verdicts.length === 0
            ? [[own(say('why.noSubscription', language))]]
            : tellVerdicts(trace.verdicts, language),
      },
      ...(trace.elsewhere.length === 0
        ? []
        : [
            {
              heading: [own(say('why.elsewhere', language), 'section')],
              lines: tellVerdicts(trace.elsewhere, language),
            },
          ]),
    ],
  }
}

const tellVerdicts = (verdicts: Trace['verdicts'], language: string): Sheet['lines'] =>
  verdicts.map(({ subscription, status, text }) =>
    tellFact(quote(subscription, LOOKS[status]), quote(text), language),
  )

const LOOKS: Readonly<Record<Trace['verdicts'][number]['status'], Look>> = {
  told: 'new',
  waiting: 'updated',
  'not-told': 'quiet',
}
