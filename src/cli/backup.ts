import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Settings } from '../settings/settings.ts'
import { STORE_FILE } from '../storage/store-file.ts'
import { type CliContext, openSettings } from './cli-context.ts'

/** `dragoman backup FILE`: a consistent copy of the store, also while the bot runs. */
export function addBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description('write a consistent copy of the store to FILE; the bot may be running')
    .argument('<file>')
    .action(async (file: string) => {
      const settings = await openSettings(context)
      const { openSqliteStore } = await import('../storage/sqlite/open-sqlite-store.ts')
      const store = await openSqliteStore(keptStore(settings), { readOnly: true })
      try {
        await store.backup(file)
        const { articles, stories } = await store.counts()
        context.output.write(`wrote ${file}: ${articles} articles in ${stories} stories\n`)
      } finally {
        await store.close()
      }
    })
}

/**
 * The file of a store that is there. Opening one makes it where it is missing, and then a backup from the wrong directory would be
 * an empty file that nobody looks into before it is needed.
 * @throws when nothing was kept in the data directory yet.
 */
export function keptStore({ dataDirectory }: Pick<Settings, 'dataDirectory'>): string {
  const file = join(dataDirectory, STORE_FILE)
  if (existsSync(file)) return file
  throw new Error(`Nothing is kept at ${file}. Name the bot’s data directory in DRAGOMAN_DATA.`)
}
