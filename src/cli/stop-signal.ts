import type { CliContext } from './cli-context.ts'

/** Aborts when a person or the system asks the process to stop. */
export function stopSignal({ stopped }: Pick<CliContext, 'stopped'>): AbortSignal {
  const stopping = new AbortController()
  void stopped.then(() => stopping.abort())
  return stopping.signal
}
