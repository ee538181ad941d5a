import type { Command } from '../chat/command.ts'
import type { SourceHealth } from '../records/message.ts'
import { isEverything, type Wishes } from '../subscriptions/wishes.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { countriesOf } from './wished-codes.ts'

/** What is read and how it fares; only of some countries, regions or languages when they are named. */
export function sourcesListCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources list',
    options: ['what', 'region', 'country', 'language'],
    bare: 'what',
    help: 'command.sourcesList',
    usage: 'sources [region, country]',
    examples: ['sources', 'sources turkey', 'sources language:fa'],
    async run({ wish }, { zone, language }) {
      const all = await newsroom.sourceHealth()
      return { kind: 'sources', sources: all.filter(fitting(wish, newsroom)), zone, language }
    },
  })
}

/** The sources that need somebody to look at them. */
export function sourcesHealthCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources health',
    options: ['what', 'region', 'country', 'language'],
    bare: 'what',
    help: 'command.sourcesHealth',
    usage: 'sources health [region, country]',
    examples: ['sources health'],
    async run({ wish }, { zone, language }) {
      const asked = (await newsroom.sourceHealth()).filter(fitting(wish, newsroom))
      const ailing = asked.filter(({ state, finding }) => !HEALTHY.has(state) || finding !== null)
      if (ailing.length === 0 && asked.length > 0)
        return notice('info', say('sources.well', language, { count: asked.length }), { language })
      return { kind: 'sources', sources: ailing, zone, language }
    },
  })
}

const HEALTHY: ReadonlySet<SourceHealth['state']> = new Set(['active', 'unread'])

function fitting(wish: Wishes, { settings }: NewsroomView): (source: SourceHealth) => boolean {
  if (isEverything(wish)) return () => true
  const countries = new Set(countriesOf(wish, settings.regions))
  return ({ sourceId, country, language }) =>
    (countries.size === 0 || countries.has(country)) &&
    (wish.languages.length === 0 || wish.languages.includes(language)) &&
    (wish.sources.length === 0 || wish.sources.includes(sourceId))
}
