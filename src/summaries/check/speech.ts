/** Is this lower-case English word one that reports speech? */
export const isSpeech = (lower: string): boolean => SPEECH.has(lower)

const SPEECH: ReadonlySet<string> = new Set(
  'say says said tell tells told add adds added according announce announces announced claim claims claimed deny denies denied insist insists insisted warn warns warned argue argues argued quip quips declare declares declared report reports reported think thinks believe believes believed ask asks asked call calls called write writes wrote tweet tweets tweeted statement testified explain explains explained spokesman spokeswoman'.split(
    ' ',
  ),
)
