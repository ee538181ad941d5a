import { Presets, SingleBar } from 'cli-progress'
import type { CliContext } from './cli-context.ts'

/** A progress bar on standard error while sources are read; nothing at all in a pipe. */
export function readingProgress({ errors }: CliContext): {
  readonly onProgress: (done: number, total: number) => void
  readonly stop: () => void
} {
  if (errors.isTTY !== true) return { onProgress: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: errors,
      format: 'reading {bar} {value} of {total} sources',
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
