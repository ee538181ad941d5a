import type { Command } from 'commander'
import { type CliContext, openSettings } from './cli-context.ts'

/** Adds `dragoman backup FILE`: writes a consistent copy of the store, even while the bot runs. */
export function addBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description('write a consistent copy of the store to FILE; the bot may be running')
    .argument('<file>')
    .action(async (file: string) => {
      const settings = await openSettings(context)
      const { storeOf } = await import('../storage/open-store.ts')
      await using store = await storeOf(settings).openKept('readOnly')
      await store.backup(file)
      const { articles, stories } = await store.counts()
      context.output.write(`wrote ${file}: ${articles} articles in ${stories} stories\n`)
    })
}
