/** Something a person must put right in the settings before the bot can start. */
export interface Mistake {
  /** As the person knows it: `config/sources.yaml`, or `environment`. */
  readonly file: string
  /** 1-based; 0 where lines mean nothing (the environment, a file that is not there). */
  readonly line: number
  /** What is wrong, then what to do. */
  readonly text: string
}
