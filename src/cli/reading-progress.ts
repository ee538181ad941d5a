import { Presets, SingleBar } from 'cli-progress'
import type { CliContext } from './cli-context.ts'

/** A progress bar on standard error while something is read (`of` in the plural); nothing at all in a pipe. */
export function readingProgress(
  { errors }: Pick<CliContext, 'errors'>,
  of = 'sources',
): {
  /** Shows the bar with the first call. */
  readonly onProgress: (done: number, total: number) => void
  /** Takes the bar away. */
  readonly stop: () => void
} {
  if (errors.isTTY !== true) return { onProgress: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: errors,
      format: `reading {bar} {value} of {total} ${of}`,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    onProgress(done, total) {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(done)
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
