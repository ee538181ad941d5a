import type { BriefedOutlet, Count, Development, State } from '../../records/briefing.ts'
import type { Toll } from '../../records/finding.ts'
import { phrase, say } from '../../words/say.ts'
import { citeOutlet } from './cite-outlet.ts'
import { sayFigure } from './figure.ts'
import type { Reader } from './reader.ts'
import { inLine, type Line, own, quote, spans } from './span.ts'

/** Lists what is new in a story, one line each, with the number of the outlet that has it. */
export function tellDevelopments(
  developments: readonly Development[],
  outlets: readonly BriefedOutlet[],
  reader: Pick<Reader, 'number' | 'language'>,
): readonly Line[] {
  return developments.map((development) => {
    if (development.kind === 'quiet')
      return [own(say('development.quiet', reader.language, { days: development.days }), 'updated')]
    const cite = citeOutlet(development.outlet, development.url, reader)
    return [...tellOne(development, outlets, reader), { text: ' ', whole: true }, cite]
  })
}

function tellOne(
  development: Exclude<Development, { readonly kind: 'quiet' }>,
  outlets: readonly BriefedOutlet[],
  reader: Pick<Reader, 'number' | 'language'>,
): Line {
  const { language } = reader
  if (development.kind === 'figure') {
    const { what, before, now, toldBy, toldIn, countedBy } = development
    const told: Line = [
      own(sayCount(before, what, language)),
      { text: ' ', whole: true },
      citeOutlet(toldBy, (toldIn ?? outlets[toldBy])?.url ?? null, reader),
    ]
    const parts = phrase<'development.figure', Line>('development.figure', language, {
      kind: [own(say(`figures.${what}`, language), 'updated')],
      before: told,
      now: [own(sayCount(now, what, language), 'updated')],
    })
    const counter = countedBy === null ? [] : [own(' ('), quote(countedBy), own(')')]
    return [...inLine(parts), ...counter]
  }
  if (development.kind === 'state') {
    const { before, now, words } = development
    const label = say('development.state', language, {
      before: sayState(before, language),
      now: sayState(now, language),
    })
    return labelled([own(label, 'updated')], words, language)
  }
  const { kind, speaker, words, isShown } = development
  const label = spans(
    phrase(`development.${kind}`, language, { speaker: quote(speaker, 'updated') }),
    'updated',
  )
  return isShown === true ? label : labelled(label, words, language)
}

const sayState = (state: State, language: string): string => say(`state.${state}`, language)

const sayCount = ({ value, qualifier }: Count, what: Toll, language: string): string =>
  sayFigure({ value, qualifier, what, low: null, high: null, unit: null }, language)

/** A label, followed by words of an outlet in quotation marks. */
function labelled(label: Line, words: string, language: string): Line {
  const text = inLine(phrase<'list.quoted', Line>('list.quoted', language, { text: [quote(words)] }))
  return inLine(phrase<'list.fact', Line>('list.fact', language, { label, text }))
}
