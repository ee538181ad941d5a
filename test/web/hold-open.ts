import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/**
 * A connection that sends something and then stays silent. `ended` resolves when the other side closes it.
 */
export interface HeldOpen {
  /** What was answered, and after how many milliseconds the other side closed it. */
  readonly ended: Promise<{ readonly answer: string; readonly afterMs: number }>
  /** Closes it from this side. */
  leave(): void
}

/** Connects and sends a text. Rejects if nobody listens. */
export async function holdOpen(port: number, said: string, host = '127.0.0.1'): Promise<HeldOpen> {
  const began = Date.now()
  const socket: Socket = connect(port, host)
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve())).then(() => ({
    answer,
    afterMs: Date.now() - began,
  }))
  await once(socket, 'connect')
  socket.write(said)
  return { ended, leave: () => socket.destroy() }
}

/** Whether connections are accepted there. */
export async function listensAt(host: string, port: number): Promise<boolean> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
