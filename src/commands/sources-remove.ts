import type { Command } from '../chat/command.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'

/** Reads a source no more. What it has published stays. */
export function sourcesRemoveCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources remove',
    options: ['source'],
    required: ['source'],
    bare: 'source',
    permission: 'host',
    help: 'command.sourcesRemove',
    usage: 'sources remove SOURCE',
    examples: ['sources remove example-org'],
    async run({ wish }, asker) {
      const { language } = asker
      if (newsroom.sources === null) return notice('warning', say('sources.fixed', language), asker)
      const [id, second] = wish.sources
      const source = newsroom.settings.sources.find((other) => other.id === id)
      if (source === undefined || second !== undefined)
        return notice('warning', say('sources.one', language), asker)
      const removed = await newsroom.sources.remove(source.id)
      return removed.status === 'refused'
        ? notice('warning', say('sources.refused', language, { reason: removed.reason }), asker)
        : notice('info', say('sources.removed', language, { name: source.name }), asker)
    },
  })
}
