import { nameIn } from '../briefings/titles.ts'
import type { ReaderCorrection, ReaderRule } from '../records/reader-rule.ts'
import { countryName } from '../words/names.ts'
import { say } from '../words/say.ts'
import type { CommandContext } from './command-context.ts'
import { quoted } from './notice.ts'

type Settings = Pick<CommandContext['settings'], 'sources' | 'topics'>

/** Describes a rule in a language (BCP 47). */
export function describeRule(
  { correction, about }: Pick<ReaderRule, 'correction' | 'about'>,
  settings: Settings,
  language: string,
): string {
  const [title = '', other = ''] = about.map((headline) => quoted(headline, language))
  switch (correction.kind) {
    case 'not-about':
      return say('rule.notAbout', language, { title, what: nameWhat(correction, settings, language) })
    case 'two-stories':
      return say('rule.twoStories', language, { title, count: correction.reports.length })
    case 'same-as':
      return say('rule.sameAs', language, { title, other })
    case 'no-news':
      return say('rule.noNews', language, { like: describeLike(correction, settings, language) })
    case 'wrong-name':
      return say('rule.wrongName', language, { name: quoted(correction.name, language) })
    default:
      return correction satisfies never
  }
}

export function nameWhat(
  { what, id }: Pick<Extract<ReaderCorrection, { kind: 'not-about' }>, 'what' | 'id'>,
  { topics }: Pick<Settings, 'topics'>,
  language: string,
): string {
  if (what === 'country') return countryName(id, language)
  const topic = topics.find(({ code }) => code === id)
  return nameIn(topic, language, id)
}

/** Describes what is no news: "Courier: comments", "Courier: section “sport”". */
export function describeLike(
  {
    sourceId,
    form,
    section,
  }: Pick<Extract<ReaderCorrection, { kind: 'no-news' }>, 'sourceId' | 'form' | 'section'>,
  { sources }: Pick<Settings, 'sources'>,
  language: string,
): string {
  const label = sources.find(({ id }) => id === sourceId)?.name ?? sourceId
  const text = isNamedForm(form)
    ? say(`like.${form}`, language)
    : say('like.section', language, { section: quoted(section ?? form ?? '', language) })
  return say('list.fact', language, { label, text })
}

const FORMS = ['service', 'live', 'comment', 'viewing', 'lookback', 'explainer'] as const

const isNamedForm = (form: string | null): form is (typeof FORMS)[number] => FORMS.some((one) => one === form)
