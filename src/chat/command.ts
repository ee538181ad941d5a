import type { CommandHelp, Message } from './message.ts'

/** Who asks and where; adapters fill it from their platform. */
export interface Asker {
  /** IANA zone to show times in. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** Destination the question came from: what "new here" is measured against. */
  readonly channel: string
}

/** One word of `/news`, as data. */
export interface Command {
  readonly name: string
  readonly help: CommandHelp
  /** `words` is everything after the command's own name. Bad input is answered with a notice, never thrown. */
  run(words: string, asker: Asker): Promise<Message>
}
