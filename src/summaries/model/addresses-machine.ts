/**
 * Does this sentence speak to the machine that reads it ("ignore previous instructions", chat templates)? Such text is not shown to a model.
 * It spares an answer; where it knows a phrase not, the model still can only point at the outlets' sentences. News about rules that
 * somebody ignores tells; only an order counts here, which opens its sentence and names what came before.
 */
export function addressesMachine(text: string): boolean {
  return TEMPLATE.test(text) || ORDERS.some((order) => order.test(text)) || SPOKEN_TO.test(text)
}

const TEMPLATE =
  /<\|[^|]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>|^(?:(?:new )?system (?:prompt|message)|system|assistant|user)\s*:/iu

/** Where an order begins. */
const START = String.raw`(?:^|[.!?:;,…\n—–"“”«»„‘(\[]\s?|\b(?:please|now|(?:you|ais?|assistants?|models?|llms?|summari[sz]ers?) (?:must|should|will|shall))\s)`

/** `verb` is an imperative; what it speaks of and which of them follow in either order in the same clause. */
const order = (verb: string, what: string, which: string): RegExp =>
  new RegExp(
    String.raw`${START}(?:${verb})(?!\p{L})(?=[^.!?,]{0,60}?(?<!\p{L})(?:${what}))(?=[^.!?,]{0,60}?(?<!\p{L})(?:${which}))`,
    'iu',
  )

const ORDERS: readonly RegExp[] = [
  order(
    'ignore|disregard|forget|override',
    '(?:instructions?|prompts?|rules|directions|guidelines|orders|messages?|context|text|everything|anything|the above)(?!\\p{L})',
    '(?:previous|above(?!-)|prior|all|preceding|earlier|your)(?!\\p{L})',
  ),
  order(
    'ignore[zr]?|oublie[zr]?|ne (?:tiens|tenez) pas compte',
    'instructions?|consignes?|directives?|règles|tout ce qui',
    'précéd|antérieur|ci-dessus|plus haut|toutes',
  ),
  order(
    'ignor[ae]n?|ignorad|olvid[ae]n?|descart[ae]n?',
    'instrucciones|indicaciones|órdenes|reglas|todo lo',
    'anterior|previ[ao]s|precedente|de arriba|todas',
  ),
  order(
    'ignoriere?(?: sie)?|ignoriert|ignorieren sie|vergiss|vergessen sie|missachten? sie|missachte',
    'anweisung|instruktion|befehl|vorgabe|regeln|alles',
    'vorherig|vorig|obig|bisherig|früher|vorangegangen|alle(?!\\p{L})|oben|davor',
  ),
  order(
    '(?:про)?игнорируй(?:те)?|забудь(?:те)?|не обращай(?:те)? внимания на|отмени(?:те)?',
    'инструкци|указани|команд|правил|промпт|вс[её] (?:что|выше)',
    'предыдущ|прежн|выше|ранн|прошл|все(?!\\p{L})',
  ),
  order(
    '(?:про)?ігноруй(?:те)?|забудь(?:те)?|не зважай(?:те)? на',
    'інструкці|вказівк|команд|правил|промпт|(?:усе|все) (?:що|вище)',
    'попередн|вище|колишн|раніш|(?:усі|всі)(?!\\p{L})',
  ),
  // "تجاهل" is "ignore!" and "he ignored": as news it has its subject next.
  new RegExp(
    String.raw`${START}(?:تجاهل(?:وا|ي)?|انس|أهمل(?:وا|ي)?)\s(?:(?:جميع|كل|كافة)\s)?(?:ال)?(?:تعليمات|أوامر|توجيهات|إرشادات|قواعد)\s(?:\S+\s){0,2}?(?:السابقة|أعلاه|المذكورة)`,
    'u',
  ),
  // Turkish and Persian close with the verb.
  /(?<!\p{L})(?:önceki|yukarıdaki|tüm|bütün)\s(?:\S+\s){0,3}?(?:talimat|komut|yönerge|kural|direktif)\p{L}*\s(?:\S+\s){0,2}?(?:yok say(?:ın|ınız)?|görmezden gel(?:in|iniz)?|unut(?:un|unuz)?|dikkate alma(?:yın|yınız)?|göz ardı et(?:in|iniz)?)(?!\p{L})/iu,
  /(?<!\p{L})(?:دستور|فرمان|راهنما|قوانین)\S*\s(?:\S+\s){0,3}?(?:قبلی|پیشین|بالا|فوق)\s(?:را\s)?(?:\S+\s)?(?:نادیده بگیر(?:ید)?|فراموش کن(?:ید)?)(?!\p{L})/u,
]

const SPOKEN_TO = new RegExp(
  [
    String.raw`${START}(?:respond|reply|answer|output) (?:only with|exactly|only the following|with (?:exactly|only|the following))(?!\p{L})`,
    String.raw`${START}(?:antworten? (?:sie )?(?:nur|ausschließlich) mit|répond(?:s|ez) (?:uniquement|seulement) (?:avec|par)|responde (?:solo|sólo|únicamente) con|(?:отвечай|ответь)(?:те)? только|відповідай(?:те)? (?:лише|тільки))(?!\p{L})`,
    String.raw`${START}(?:reveal|print|show|repeat|output) (?:the |your )?(?:system|developer) (?:prompt|message)(?!\p{L})`,
    String.raw`\byour (?:system|developer) (?:prompt|message)\b`,
    String.raw`\byou are (?:now )?(?:an? |the )?(?:ai|assistant|chatbot|language model|llm)\b`,
    String.raw`\bas an? (?:ai(?: language model| model| assistant)?|language model|llm),? (?:i|you|please)\b|\bdear (?:an? )?(?:ai|language model|llm|assistant|chatbot)\b`,
    String.raw`${START}(?:notes?|messages?|instructions?|attention|memo) (?:to|for) (?:the |all |any )?(?:ais?|llms?|(?:ai |language )?models?|summari[sz]ers?|(?:ai )?assistants?|chatbots?|bots?|crawlers?)\s?[:,—–-]`,
  ].join('|'),
  'iu',
)
