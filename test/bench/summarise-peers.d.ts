/** npm's lexrank, which comes without types. The callback is called at once. */
declare module 'lexrank' {
  const lexrank: {
    summarize(
      text: string,
      lines: number,
      callback: (error: unknown, lines: readonly { readonly text: string }[]) => void,
    ): void
  }
  export default lexrank
}

/** npm's node-summarizer, which comes without types. */
declare module 'node-summarizer' {
  class SummarizerManager {
    constructor(text: string, sentences: number)
    /** Errors are returned: instead of the result, or as the summary if nothing was found. */
    getSummaryByRank(): Promise<{ readonly summary?: string | Error } | Error>
  }
  const nodeSummarizer: { readonly SummarizerManager: typeof SummarizerManager }
  export default nodeSummarizer
}
