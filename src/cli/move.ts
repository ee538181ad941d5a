import type { Command } from 'commander'
import { type CliContext, EXIT, Exit, openSettings, stopSignal } from './cli-context.ts'
import { readingProgress } from './print-message.ts'

/**
 * Adds `dragoman move --from STORE --to STORE`: copies everything in a store to another, whatever their
 * engines.
 */
export function addMove(program: Command, context: CliContext): void {
  program
    .command('move')
    .description(
      'copy a whole store into another, empty one, and compare the two; no bot may run on either; run it again to continue',
    )
    .requiredOption('--from <store>', 'a directory, or postgres://NAME:PASSWORD@HOST:5432/DATABASE')
    .option('--to <store>', 'the same; without it, the store that the settings name, as by DATABASE_URL')
    .action(async (stores: { readonly from: string; readonly to?: string }) => {
      const { storeAt, storeOf } = await import('../storage/open-store.ts')
      const { moveStore } = await import('../storage/copying/move-store.ts')
      const source = storeAt(stores.from)
      const target = stores.to === undefined ? storeOf(await openSettings(context)) : storeAt(stores.to)
      // Otherwise the second opening would meet the lock of the first, and blame another Dragoman for it.
      if ((await source.identity()) === (await target.identity()))
        throw new Exit(EXIT.usage, explainSame(await source.name(), stores.to !== undefined))
      await using closing = new AsyncDisposableStack()
      const from = await source.openTables({ kept: true })
      closing.defer(() => from.close())
      const to = await target.openTables()
      closing.defer(() => to.close())
      const signal = stopSignal(context)
      const progress = readingProgress(context, 'moving', 'rows')
      closing.defer(async () => progress.stop())
      try {
        const rows = await moveStore(from, to, { onProgress: progress.onProgress, signal })
        context.output.write(`moved ${rows} rows, and compared them: both stores keep the same\n`)
      } catch (error) {
        if (!signal.aborted) throw error
        throw new Exit(EXIT.stopped, 'stopped before all was moved; move again to go on')
      }
    })
}

const explainSame = (name: string, isToGiven: boolean): string =>
  `--from and ${isToGiven ? '--to' : 'the store of the settings'} are the same store, ${name}; nothing was moved. ` +
  'Name another, empty one in --to.'
