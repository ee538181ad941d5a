/** Is this what stands below a picture? Told by its form in any language: a credit, a "file photo", the persons' places, a post. */
export const isCaption = (sentence: string): boolean =>
  CAPTION.test(sentence) ||
  PICTURE_LINE.test(sentence) ||
  (YEAR_LAST.test(sentence.slice(-6)) && isDated(sentence)) ||
  (sentence.length <= LONGEST && (endsInCredit(sentence) || isPosed(sentence)))

// Most sentences end in a word and a full stop: a look at the end is cheaper than the whole expression.
const endsInCredit = (sentence: string): boolean =>
  (/[)\]]\.?$/u.test(sentence.slice(-2)) || sentence.includes('/')) && CREDIT_END.test(sentence)

const isDated = (sentence: string): boolean =>
  DATED_PLACE.test(sentence) ||
  (DATED_THING.test(sentence) && !/\b(?:said|says|told)\b/u.test(sentence)) ||
  (DATED.test(sentence) && !PAST.test(sentence))

const isPosed = (sentence: string): boolean =>
  POSING_WORD.test(sentence) && POSED.test(sentence) && !/["“«]/u.test(sentence)

/** Is this only who took a picture? What stands before it in its paragraph is the caption. */
export const isPictureCredit = (sentence: string): boolean =>
  sentence.length <= LONGEST_CREDIT && CREDIT.test(sentence)

/** UTF-16 units. */
const LONGEST = 220
const LONGEST_CREDIT = 90

/** "FILE - In this …", "ROME, ITALY - MAY 17: …", "(L) and (2nd R)", a post with its author's handle. */
const CAPTION =
  /^(?:FILE\b|\p{Lu}[\p{Lu}, ]{3,40}\s[-–—]\s\p{Lu}{3,9} \d{1,2}:)|\bFILE\s?[-–—]\s|\bfile photo\b|©(?!\s?\d)|\((?:[LRC]|\d\w\w [LRC]|@\w{1,30})\)|\((?:left|right|centre|center)\)|pic\.twitter\.com|\bREUTERS[/ ]\p{Lu}\p{L}+ \p{Lu}|\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|here|during|inside|outside|after|before|near|with(?! an? \d)|through)\b(?!.*\b(?:said|says|told)\b)|\/ ?фото\b|(?<!\p{L})[Фф]ото ?: /u

const DATE =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.? \\d{1,2}, (?:19|20)\\d\\d\\.$'

/** "Vik, Norway, May 4, 2026.": the place, then a bare date. News says "in Vik on May 4" or "due May 4". */
const DATED_PLACE = new RegExp(
  `(?:(?<!day),|(?<= )(?!\\p{L}+day )\\p{Lu}[\\p{L}.]+) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?${DATE}`,
  'u',
)

/** "… the sentence handed to supporters April 28, 2014." */
const DATED_THING = new RegExp(
  `(?<= )(?!(?:due|ending|starting|beginning|commencing|maturing|matures|expires|opens|closes|dead|found|through|until|before|after|since|from|dated|about|early|late) |\\p{L}+ed )\\p{Ll}{4,} ${DATE}`,
  'u',
)

/** "Troops receive munitions near Vik, Norway, on April 15, 2014.": news that gives the year tells in the past. */
const DATED =
  /(?:,|(?<= )\p{Lu}[\p{L}.’'-]+,?) on (?:\p{Lu}\p{L}+day,? )?\p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d\.$/u
const YEAR_LAST = / \d{4}\.$/u
const PAST =
  /\p{Ll}ed\b|\b(?:was|were|had|did|fell|came|began|took|made|said|told|won|lost|held|met|left|went|gave|found|broke|became|shot|set|cut|hit|put|rose|struck|sent|led|ran|saw|got|will|would)\b/u

/** "In this May 4, 2025 photo …", "Légende image, …", "توضیح تصویر، …", "Правообладатель иллюстрации …" */
const PICTURE_LINE = new RegExp(
  `^[\\s(\\[]{0,2}(?:${[
    "(?:in )?this (?:[\\p{L}\\d.,’']+ ){0,7}(?:photo|photograph|image|picture|video|frame)\\b",
    "photos? d[’']archives?|légende (?:image|photo|vidéo)|crédits? photo",
    '(?:foto(?:s|grafía)?|imagen) de archivo|pie de foto|fuente de la imagen|foto de arquivo',
    '(?:archiv|symbol)(?:bild|foto)\\b|bildquelle|bildunterschrift',
    'fotoğraf altı|arşiv foto|temsili (?:fotoğraf|görsel)|kaynak, ',
    '(?:архивн|архівн)\\p{L}+ фото|фото из|подпись к фото|підпис до фото|автор фото|правообладатель иллюстрации|иллюстративное фото',
    'صورة (?:من الأرشيف|أرشيفية|تعبيرية|متداولة)|التعليق على الصورة|(?:م?صدر) الصورة',
    'عکس (?:آرشیوی|آرشیو|از)|توضیح تصویر|منبع تصویر|تصویر آرشیوی',
  ].join('|')})`,
  'iu',
)

const AGENCIES =
  'AFP|AP|EPA|EFE|dpa|DHA|AA|İHA|Reuters|Getty|TASS|ТАСС|УНІАН|رويترز|رویترز|الأناضول|الفرنسية|الجزيرة|ایسنا|ایرنا|مهر'

/** A credit at the end of the caption itself: "… on Monday [Kari Moen/Norwire]", "… (رويترز)", "… - Kari Moen / AFP". */
const CREDIT_END = new RegExp(
  `[^.!?؟][\\s.][(\\[](?:\\p{Lu}\\p{L}+(?: [\\p{L}.]+){1,3}\\s?/\\s?\\p{Lu}[\\p{L}. -]{1,30}|(?:(?!\\p{Ll})[\\p{L} ]{0,30}[\\s-])?(?:${AGENCIES})(?:[\\s-][\\p{L} ]{0,20})?)[)\\]]\\.?$|[-–—/]\\s?\\p{Lu}[\\p{L}. -]{3,30}\\s?/\\s?(?:${AGENCIES})[\\p{L} ]{0,20}$`,
  'u',
)

/** What people do in pictures, told in the present. Most sentences have none of the words. */
const POSING_WORD = / (?:speak|pose|gesture|wave|look|wade|walk|hold|stand|address|guard)/u
const POSED =
  /(?<!\b(?:an?|two|three|goodwill|symbolic|the|this|that|its|his|her|their|to|can|will|would|could|may|might|must|should|not|who|that|and)) (?:speaks? (?:to|with) (?:reporters|journalists|the media|the press)|poses? (?:for|with|in|at)|gestures? (?:as|during|while|to)|waves? (?:(?:to|at) (?:(?:the|his|her|their) )?(?:supporters|reporters|journalists|crowds?|fans|photographers|onlookers|media|people)|(?:an?|the|his|her|their) (?:\p{L}+ ){0,3}(?:flags?|hands?|banners?|placards?|signs?|portraits?))\b|looks? on (?:as|during|at|in)|wades? through|walks? (?:past|by)|holds? up (?:an?|the|his|her) (?:\p{L}+ )?(?:copy|sign|poster|placard|banner|picture|photo|portrait|phone|document|trophy)|stands? (?:guard|next to|in front of|for a portrait)|addresses (?:the media|a news conference|reporters)|guards? (?:a|the) (?:barricade|checkpoint|entrance|building)) /u

/** A picture's credit that stands as a sentence of its own: "REUTERS/Kari Moen", "(Photo by …)", "(Foto: dpa)", "© …". */
const CREDIT = new RegExp(
  `^[\\s(\\[–—-]{0,3}(?:(?:REUTERS|AFP|AP|EFE|EPA|DPA|dpa)\\s?(?:/|\\bphoto|-photo)|©(?!\\s?\\d)|photo(?:graph)?s?(?: credit| courtesy)?(?: by|:| ?/| courtesy)|(?:handout|file) (?:photo|picture|image)|picture:|image:|credit:|fotos?\\s?:|foto\\s?/|crédits?\\b|bild:|фото\\s?:|fotoğraf(?:lar)?\\s?:|عکس\\s?:|تصوير\\s?:|الصورة\\s?:)|^[(\\[]\\p{Lu}[^()[\\]/]{3,40}/\\s?\\p{Lu}[^()[\\]]{1,30}[)\\]]\\.?$|^[(\\[](?:${AGENCIES})[)\\]]\\.?$`,
  'iu',
)
