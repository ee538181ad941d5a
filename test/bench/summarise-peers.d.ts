/** npm's lexrank as it is: no types come with it. The callback is called at once. */
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

/** npm's node-summarizer as it is: no types come with it. */
declare module 'node-summarizer' {
  class SummarizerManager {
    constructor(text: string, sentences: number)
    /** An Error comes as a value: instead of everything, or as the summary where nothing was found. */
    getSummaryByRank(): Promise<{ readonly summary?: string | Error } | Error>
  }
  const nodeSummarizer: { readonly SummarizerManager: typeof SummarizerManager }
  export default nodeSummarizer
}
