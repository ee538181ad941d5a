import { readFileSync } from 'node:fs'

/** The unit of processor times in /proc on Linux (sysconf(_SC_CLK_TCK)). */
const TICKS_A_SECOND = 100

const read = (pid: number | undefined, file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8')

/** Returns the resident memory of a process, now and at its peak, in megabytes. */
export function memoryOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  const status = read(pid, 'status')
  const mb = (field: string): number =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0) / 976.6)
  return { now: mb('VmRSS'), most: mb('VmHWM') }
}

/** Returns the processor time of all threads of a process so far, in seconds. */
export function processorSecondsOf(pid: number | undefined): number {
  // The 12th and 13th field behind the name, which may contain spaces
  // (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
  const fields = read(pid, 'stat')
    .replace(/^.*\) /u, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}
