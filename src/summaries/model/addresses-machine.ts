/**
 * Does this sentence speak to the machine that reads it ("ignore previous instructions", chat templates)? Such text is not given to a model and never
 * taken from one. It spares the check work; what holds where it knows a phrase not is the check itself.
 */
export function addressesMachine(text: string): boolean {
  return TEMPLATE.test(text) || ORDER.test(text)
}

const TEMPLATE = /<\|[^|]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>|^(?:system|assistant|user)\s*:/iu

const ORDER =
  /\b(?:ignore|disregard|forget|override)\s(?:\S+\s){0,4}(?:instructions?|prompts?|rules|directions|guidelines)\b|\b(?:system|developer) (?:prompt|message)\b|\byou are (?:now )?(?:an? |the )?(?:ai|assistant|chatbot|language model|llm)\b|\b(?:as|dear) an? (?:ai|language model|llm)\b|\b(?:respond|reply|answer|output) (?:only )?(?:with|exactly)\b/iu
