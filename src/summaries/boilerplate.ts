/**
 * Is this sentence about the page instead of the news: a call to read, follow or subscribe, a credit, a byline, a copyright
 * line, a note to the reader, the label of a button? Patterns of all languages are tried on every sentence: a page mixes them.
 */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length > MAX_LENGTH) return true
  return (
    ADDRESS.test(sentence) ||
    OPENS.test(sentence) ||
    (sentence.length <= SHORT && SHORT_OPENS.test(sentence)) ||
    HOLDS.test(sentence) ||
    DATELINE_ONLY.test(sentence) ||
    (sentence.length <= SHORT && SOURCE_NOTE.test(sentence)) ||
    CAPTION.test(sentence) ||
    isLabel(sentence)
  )
}

/** A "sentence" above this is a table, a list of links or a page without punctuation. UTF-16 units. */
const MAX_LENGTH = 900
/** Openings that also begin real sentences ("Photo of …") count only in lines as short as a caption. UTF-16 units. */
const SHORT = 140

/** Web and mail addresses, and "(…)" around the whole: notes of the desk, never the news. */
const ADDRESS =
  /https?:\/\/|\bwww\.|[\p{L}\d]@[\p{L}\d-]+\.\p{L}|\bt\.(?:co|me)\/|^\([^()]*\)\.?$|^\[[^[\]]*\]\.?$/iu

const beginning = (phrases: readonly string[]): RegExp =>
  new RegExp(`^[\\s•·*►▶→»>|/_—–-]{0,6}(?:${phrases.join('|')})`, 'iu')

/** What page furniture begins with. A word that also opens real sentences stands here only with what makes it a label. */
const OPENS = beginning([
  // English
  'read (?:more|also|next|the full|or share)|see (?:also|more:)|also read|watch (?:the video|live|now|below)|watch:|click (?:here|on|to)|tap here|sign up (?:for|to|here|now)|subscribe (?:to|now|here|for)|log in|follow (?:us|@|\\S+ on )|like us|join (?:us on|our)|download (?:the|our) (?:app|free)|share (?:this|on|your)|get (?:our|breaking|all the|the latest|the best)|breaking news emails|learn more|show more|load more|more (?:from|on this|stories|about this)|most read',
  'an? (?:screen ?shot|(?:general )?view|still image|handout|file (?:photo|picture)) (?:of|from)|story (?:continues|highlights)|article continues|continue reading|advertisement (?:continue|story|article)|sponsored by|image (?:copyright|caption|source|credit)|media caption|playback is unsupported|file photo|photo(?:graph)?s?(?: credit| courtesy)?:|photo(?:graph)?s? (?:by|courtesy)|picture:|image:|video:|getty images|buy photo|hide caption',
  'copyright (?:©|\\(c\\)|\\d)|©|\\(c\\) ?\\d|all rights reserved|(?:additional )?reporting by|editing by|writing by|compiled by|with files from|with (?:inputs|input|agencies)|last (?:updated|modified)|first published|this (?:article|story|post|copy|content|page|material) (?:was|is|has been|may|first|originally|appeared|includes)|the (?:post|article) .{1,80} (?:appeared|was) first|(?:the )?associated press (?:writer|writers|contributed)',
  'to contact the (?:reporter|editor|author)|to (?:order|get the latest|read more|view (?:this|the full)|comment on this)|write to \\p{L}+ \\p{L}+ at|contact (?:us|the (?:author|reporter|editor|writer))|e-?mail us|have a tip|send us|we (?:use cookies|value your privacy)|you (?:must (?:select|enable|log|sign|be logged)|can (?:now |also )?(?:add location|follow|read (?:more|the)|watch|unsubscribe)|always have|have (?:successfully|reached))|please (?:enable|enter|select|try|sign|log|subscribe|refresh)|thank you for (?:reading|subscribing|signing)|related(?: stories| articles| news| topics| content)?:|related (?:stories|articles|topics|content)|editor.?s note|correction:|for more (?:news|on|information|stories|details)|tweet with|terms of (?:use|service)|privacy policy|leave a comment|print this|the (?:opinions|views) expressed|note:',
  // French, Spanish, Portuguese, Italian, German, Dutch
  'lire (?:aussi|la suite|également|plus)|à lire|voir aussi|lire :|abonnez-vous|s.abonner|inscrivez-vous|suivez(?:-nous| l.actualité| toute)|cliquez|partager (?:cet|sur|l)|partagez|crédits? ?(?:photo|:)|photo :|publié le|mis à jour|tous droits réservés|cet article (?:est|a été)|contenu réservé|avec (?:afp|reuters)|retrouvez (?:toute|nos|l.actualité)|téléchargez',
  'lea (?:también|más)|leer más|(?:le|te) puede interesar|suscr[ií]b(?:e|a)|s[ií]g(?:ue|a)nos|haga clic|compartir (?:en|est)|foto:|todos los derechos|leia (?:mais|também)|assine (?:a|o|já)|siga (?:o|a|no|nos|nosso)\\b|inscreva-se|todos os direitos|clique aqui|leggi (?:anche|tutto)|iscriviti|abbonati|seguici|riproduzione riservata|tutti i diritti|clicca|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|lesen)|jetzt abonnieren|folgen sie|melden sie sich|hier klicken|alle rechte|bild:|quelle:|lees (?:ook|meer|verder)|meld je aan|abonneer|volg ons',
  // Turkish
  'haberin devamı|devamını oku|ayrıca oku|ilgili haber|abone ol|takip e(?:t|din)|bizi takip|tıkla|fotoğraf(?:lar)?:|foto ?galeri|kaynak:|editör:|muhabir:|haber merkezi|son güncelleme|güncelleme(?: tarihi)?:|yayın(?:lanma)?(?: tarihi)?:|tüm hakları',
  // Russian, Ukrainian
  'чита(?:йте|ть|й)|смотрите(?: также| видео|:)|смотри:|подписыва(?:йтесь|йся)|подпи(?:шитесь|саться)|следите за|присоединяйтесь|фото(?:графии|графия)?:|фото с сайта|видео:|источник:|автор:|редактор:|все права|подробнее(?: о| об| читайте|:| на)|если вы (?:заметили|нашли|увидели)|нашли (?:ошибку|опечатку)|новости (?:от|по теме|партн[её]ров)|больше новостей|по теме:|материалы по теме|поделиться|перепечатка|при (?:цитировании|копировании|перепечатке)|ранее по теме|теги:|оставьте комментарий',
  'дивіться|підпи(?:суйтесь|шіться|суйтеся)|стежте за|приєднуйтесь|джерело:|(?:у|в)сі права|якщо ви (?:помітили|знайшли)|більше новин|новини за темою|матеріали за темою|поділитися|передрук|детальніше (?:про|читайте|:)',
  // Arabic, Persian, Hebrew
  'اقرأ(?:وا)? (?:أيض|ايض|المزيد|كذلك)|إقرأ|للمزيد|شاهد(?:وا)? ?(?:أيض|ايض|الفيديو|:|بالفيديو)|تابع(?:ونا|نا)|اشترك(?:وا)? (?:في|ب)(?:النشرة| النشرة| قناة|قناة)|اضغط|انقر|حقوق النشر|جميع الحقوق|مصدر الصورة|صدر الصورة|التعليق على الصورة|المصدر ?:|الصورة ?:|صورة أرشيفية|مواضيع ذات صلة|أخبار ذات صلة|قد يهمك|آخر تحديث|تحرير ?:',
  'بیشتر (?:بخوانید|ببینید)|ادامه مطلب|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|کلیک کنید|(?:ما را )?دنبال کنید|عکس ?:|منبع ?:|تصویر ?:|انتهای پیام|حق نشر|کلیه حقوق|تمامی حقوق|کد خبر|لینک کوتاه|קרא(?:ו)? (?:גם|עוד)|צילום ?:|כל הזכויות|הירשמו|עקבו|לחצו',
])

/** Bylines and stamps: capitals count, and only in a line as short as a caption. */
const SHORT_OPENS =
  /^(?:(?:[Bb]y|BY|[Pp]ar|[Vv]on) (?:\p{Lu}[\p{L}.’'-]+ ?){2,4}(?:,|\||$|\d|and\b|for\b)|(?:[Pp]ublished|[Pp]osted|[Uu]pdated|UPDATED)(?: by| at|:| \p{Lu}\p{L}+ \d| on \p{Lu}\p{L}+ \d| \d)|CLOSE\b|From left[,:])/u

/** What gives page furniture away wherever it stands. */
const HOLDS =
  /getty images|afp photo|\/afp\b|\/reuters\b|\((?:ap )?photo|photo(?:graph)?:|photo library|\(file\)|shutterstock|image caption|image copyright|staff photographer|all rights reserved|privacy policy|your (?:inbox|browser|ad blocker)|enable javascript|follow (?:us|him|her|@\S+|\S+ (?:\S+ )?on (?:twitter|facebook|instagram|x\b))|order reprints|for your personal, non-commercial use|may not be (?:published|reproduced|reprinted)|(?:was|were) amended on \d|contributed to this (?:report|story|article)|appeared first on|\.{3}\s?read more|(?:article|story) (?:was|has been) (?:updated|corrected|amended|originally|first)|can be reached at|tous droits réservés|derechos reservados|diritti riservati|rechte vorbehalten|hakları saklıdır|права защищены|права захищені|الحقوق محفوظة|abone ol(?:un|mak)|takip ed(?:in|ebilirsiniz)|подписывайтесь|подпишитесь|підписуйтесь|підпишіться|ctrl ?\+ ?enter|النشرة البريدية|є власністю видавця|является собственностью|використання матеріалів|(?:при )?использовани[ея] материалов|гіперпосилання|гиперссылк|без письмового дозволу|без письменного разрешения/iu

/** Nothing but a place, a day and an agency: "ЛОНДОН, 10 июля, ТАСС." */
const DATELINE_ONLY = /^\p{Lu}{3,}[\p{Lu} -]{0,20}[,.]\s+\d{1,2}\s\p{L}{3,10}[.,]?\s*[\p{L}. -]{0,30}$/u

/** "Об этом сообщает …": who reported it, and nothing more. */
const SOURCE_NOTE =
  /^(?:Об этом|О том|Про це|Bu haberi|Bu bilgiyi|This was|The (?:news|report) was)\s(?:\S+\s){0,6}?(?:сообща|сообщ|пиш|переда|информиру|заяв|говорит|расска|уточн|повідом|інформу|заяви|розпов|йдеться|duyur|aktar|reported by|first reported)/u

/** Captions: "FILE - In this …", "ROME, ITALY - MAY 17: …", "(L) and (2nd R)", a post with its author's handle. */
const CAPTION =
  /^(?:FILE\b|\p{Lu}[\p{Lu}, ]{3,40}\s[-–—]\s\p{Lu}{3,9} \d{1,2}:)|\((?:[LRC]|\d\w\w [LRC]|@\w{1,30})\)|\((?:left|right|centre|center)\)|pic\.twitter\.com|\bREUTERS[/ ]\p{Lu}\p{L}+ \p{Lu}|\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|here|during|inside|outside|after|before|near|with|through)\b|\/ ?фото\b|(?<!\b(?:on|of|by|in|since|until|from|before|after|dated|and|to) (?:\p{Lu}\p{L}+day,? )?)(?<= )(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,6}\.? \d{1,2}, (?:19|20)\d\d\.$/u

/** A heading or button: few words, no sentence's end, or nearly all capitals. */
function isLabel(sentence: string): boolean {
  const ends = /[.!?…。！？؟۔।:;]["'”’»)\]]*$/u.test(sentence)
  if (!ends && sentence.length < 60) return true
  // Counting letters is slow and a sentence with a word in small letters is hardly ever a label.
  if (/\p{Ll}{3}/u.test(sentence)) return false
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const capitals = sentence.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 0 && capitals / letters > 0.6
}
