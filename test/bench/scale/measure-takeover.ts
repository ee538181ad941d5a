import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { memoryOf, processorSecondsOf } from './process-figures.ts'
import { dateOf } from '../synthetic-news.part.ts'

/** A log line of an editor, and when it came. */
interface Said {
  readonly at: number
  readonly articles: number
  readonly tookMs: number
}

interface Editor {
  readonly child: ChildProcess
  readonly elected: Promise<Said>
  readonly standsBy: Promise<Said>
}

/**
 * Measures how long no editor places articles, from the death of one until the next has loaded its stories:
 * for one that stood by, and for one that starts only then.
 */
export async function measureTakeover({
  url,
  articles,
}: {
  readonly url: string
  readonly articles: number
}): Promise<void> {
  const now = dateOf(articles)
  const first = startEditor(url, now)
  const alone = await first.elected
  console.log(
    `  an editor that begins: ${alone.articles} articles of eight days read in ${seconds(alone.tookMs)} s, ${processorSecondsOf(first.child.pid).toFixed(1)} s of processors since its start`,
  )
  const second = startEditor(url, now)
  const ready = await second.standsBy
  console.log(`  it stands by with ${ready.articles} articles after ${seconds(ready.tookMs)} s`)
  const before = processorSecondsOf(second.child.pid)
  const [killedAt, ended] = [Date.now(), once(first.child, 'exit')]
  first.child.kill('SIGKILL')
  await ended
  const next = await second.elected
  console.log(
    `  one that stood by: the editor ${seconds(next.at - killedAt)} s after the other one was killed, ${next.articles} articles read for that, ${(processorSecondsOf(second.child.pid) - before).toFixed(1)} s of processors; ` +
      `${memoryOf(second.child.pid).now} MB resident`,
  )
  second.child.kill('SIGKILL')
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

function startEditor(url: string, now: number): Editor {
  const program = fileURLToPath(new URL('run-editor-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, url, String(now)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  const heard = { elected: Promise.withResolvers<Said>(), standsBy: Promise.withResolvers<Said>() }
  child.stderr.on('data', (data: Buffer) => {
    log += data.toString()
    for (const [text, { resolve }] of [
      ['is the editor"', heard.elected],
      ['stands by as editor"', heard.standsBy],
    ] as const) {
      const line = log.split('\n').find((one) => one.includes(text))
      if (line === undefined) continue
      const { articles, tookMs }: { articles: number; tookMs: number } = JSON.parse(line)
      resolve({ at: Date.now(), articles, tookMs })
    }
  })
  child.once('exit', () => {
    for (const { reject } of Object.values(heard)) reject(new Error(`the editor ended: ${log.slice(-500)}`))
  })
  for (const { promise } of Object.values(heard)) promise.catch(() => undefined)
  return { child, elected: heard.elected.promise, standsBy: heard.standsBy.promise }
}
