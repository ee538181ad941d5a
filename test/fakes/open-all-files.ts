import { closeSync, openSync } from 'node:fs'

/**
 * Opens as many files as the system allows this process, so that nothing else can be opened. Returns a
 * function that closes them.
 */
export function openAllFiles(): () => void {
  const opened: number[] = []
  try {
    for (;;) opened.push(openSync('/dev/null', 'r'))
  } catch {
    return () => {
      for (const one of opened) closeSync(one)
    }
  }
}
