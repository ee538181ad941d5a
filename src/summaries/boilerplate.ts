import { isCaption } from './caption.ts'
import { isReaderCall } from './reader-call.ts'

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
    (CYRILLIC.test(sentence) && HOLDS_CYRILLIC.test(sentence)) ||
    (ARABIC.test(sentence) && HOLDS_ARABIC.test(sentence)) ||
    (PICTURE_AGENCY.test(sentence) && CREDITED.test(sentence)) ||
    (COOKIE_WORD.test(sentence) && COOKIES.test(sentence)) ||
    DATELINE_ONLY.test(sentence) ||
    (sentence.length <= SHORT && SOURCE_NOTE.test(sentence)) ||
    BYLINE.test(sentence) ||
    ON_AIR.test(sentence) ||
    (sentence.length <= SHORT && UNANSWERED.test(sentence) && !BY_THE_WAY.test(sentence)) ||
    isCaption(sentence) ||
    isReaderCall(sentence) ||
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

/** Behind "Sponsored by …" a comma and a sentence: "…, the militia fired", "…, le rapport accuse". */
const CLAUSE = String.raw`[^,]{1,80}, (?:(?:the|an?|this|these|its?|they|he|she|l[ea]s?|une?|ce(?:tte|t)?|ils?|elles?) |l['’]|(?-i:\p{Lu})\S+ (?-i:\p{Ll}))`

/** The sentence goes on to say what somebody found or said: then it is no credit, call or caption. */
const TELLS = String.raw`.*\b(?:said|says|told|warned|shows?|showed|reveal\p{L}*|suggest\p{L}*|found|finds)\b`

/** Nothing but a mark behind a label. */
const ENDS = String.raw`(?=[\s.!…»>]*$|\s?[:|•·–—-])`

/** What page furniture begins with. A word that also opens real sentences stands here only with what makes it a label. */
const OPENS = beginning([
  // English
  `this (?:web ?)?(?:site|page) (?:uses|is using|requires)|by (?:clicking|continuing|using|subscribing|signing)\\b.{0,60}\\b(?:you|cookies)\\b|this (?:feature|video|service|content) is (?:not|un|no longer|currently)|rating is available|here(?:[’']s| is| are) (?:a|an|the|some|our|what|how|why|where|everything|\\d+|two|three|four|five|six|seven|eight|nine|ten)\\b|call [(+]?\\d[\\d() -]{5}|anyone with (?:any )?information|have you (?:been|seen|got|ever|experienced)|listen to (?:this|the|our) (?:article|story|podcast|episode)|advertisement(?:${ENDS}| (?:(?-i:\\p{Lu})|continue|story|article|scroll|skip))|scroll (?:down|up|left|right)|skip to`,
  `read (?:more(?! (?:than|and more|books|newspapers|often|widely))|also|next|the full|or share)|see (?:also|more:)|also read|watch (?:the (?:video|report|full)|live|below|now${ENDS})|watch:|click (?:here|on|to)|tap here|sign up (?:for|to|here|now)|subscribe (?:to|now|here|for)|log in(?:${ENDS}| (?:or|with|here|now|to (?:read|continue|view|see|comment|access|your))\\b)|follow (?:us|@|\\S+ on |the latest)|like us(?:${ENDS}| on)|join (?:us on|our)|download (?:the|our) (?:app|free)|share (?:this|on|your)|get (?:our|breaking|all the .{0,40}news|the latest|the best of (?-i:\\p{Lu}))|breaking news emails|learn more(?:${ENDS}| (?:about|at|here|in our|on our))|(?:show|load) more(?:${ENDS}| (?:stories|news|comments|results|posts|photos|articles))|more (?:from (?:(?-i:\\p{Lu})|our |this )(?!.* than )|on this(?:${ENDS}| (?:story|topic|subject))|stories|about this)|most read(?:${ENDS}| (?:stories|articles|news|in ))`,
  `an? (?:general )?view (?:of|from)(?!${TELLS})|an? (?:screen ?shot|still image|handout|file (?:photo|picture)) (?:of|from)|story (?:continues|highlights)|article continues|continue reading|advertisement (?:continue|story|article)|sponsored by(?!${CLAUSE})|image (?:copyright|caption|source|credit)|media caption|playback is unsupported|file photo|photo(?:graph)?s?(?: credit| courtesy)?:|photo(?:graph)?s? (?:courtesy|by (?-i:\\p{Lu})(?!${TELLS}))|picture:|image:|video:|buy photo|hide caption`,
  `copyright (?:©|\\(c\\)|\\d)|©|\\(c\\) ?\\d|all rights reserved|(?:(?:additional )?reporting|editing|writing) by (?-i:\\p{Lu})(?!${TELLS})|compiled by(?!${CLAUSE})|with files from|with (?:inputs? from|agencies${ENDS}|agencies in)|(?:last (?:updated|modified)|first published)(?!${CLAUSE})|this (?:article|story|post|copy|content|page|material) (?:was|is|has been|may|first|originally|appear(?:s|ed)|includes)|the (?:post|article) .{1,80} (?:appeared first on|first appeared (?:on|in)|was first published)|this is a (?:developing|breaking)(?: news)? story|(?:the |this )?story is developing${ENDS}|support (?:independent|our|local|quality) journalism|our journalism|(?:the )?associated press (?:writer|writers|contributed)`,
  `to contact the (?:reporter|editor|author)|to (?:order|get the latest|read more|view (?:this|the full)|comment on this)|write to \\p{L}+ \\p{L}+ at|contact (?:us|the (?:author|reporter|editor|writer)(?:${ENDS}| (?:at|by|on|via|here|of this)))|e-?mail us|have a tip|send us|we (?:use cookies|value your privacy)|you (?:must (?:select|enable|log|sign|be logged)|can (?:now |also )?(?:add location|follow|read (?:more|the)|watch|unsubscribe)|always have|have (?:successfully|reached))|please (?:enable|enter|select|try(?: again)?(?:${ENDS}| later| refresh| reload)|sign|log|subscribe|refresh)|thank you for (?:reading|subscribing|signing)|related(?: stories| articles| news| topics| content)?:|related (?:stories|articles|topics|content)|editor.?s note|correction:|for more (?:news|on|information|stories|details)|tweet with|terms of (?:use|service)(?:${ENDS}|,| and (?:privacy|conditions)| appl)|privacy policy|leave a comment|print this(?:${ENDS}| (?:article|page|story))|the (?:opinions|views) expressed (?:in|on|by (?:the )?(?:author|writer|contributor)|here|are)|note:`,
  // French, Spanish, Portuguese, Italian, German, Dutch
  `lire (?:aussi|la suite|également|plus)|[àa] (?:surtout )?lire|[àa] ne pas (?:manquer|rater)|articles? recommandés?|plus sur (?:ce|le même) sujet|recevez (?:chaque|tous|toute|notre|nos|les)|le reste de (?:cet article|ce contenu)|en poursuivant votre|voir aussi|lire :|abonnez-vous|s.abonner|inscrivez-vous|suivez(?:-nous| l.actualité| toute)|cliquez|partager (?:cet? (?:article|contenu)|sur|l['’]article)|partagez|crédits? ?(?:photo|:)|photo :|(?:publié le|mis à jour)(?!${CLAUSE})|tous droits réservés|cet article (?:est|a été) (?:\\p{L}+ )?(?:réservé|publié|paru|traduit|mis à jour|rédigé|écrit|issu|extrait|tiré|modifié|corrigé|sponsorisé|republié|initialement|originellement)|contenu réservé|avec (?:afp|reuters)|retrouvez (?:toute|nos|l.actualité)|rejoignez(?:-nous| notre| nos| la (?:chaîne|communauté))|connectez-vous|téléchargez`,
  'lea (?:también|más)|leer más|(?:le|te) puede interesar|suscr[ií]b(?:e|a)|s[ií]g(?:ue|a)nos|[úu]n[ea](?:te|se) (?:a|al) (?:nuestr|canal|comunidad|grupo)|(?:participe|entre) (?:do|no|em) (?:nosso )?(?:canal|grupo)|(?:unisciti|iscriviti) al|entra nel nostro|haga clic|recib[ae] (?:cada|todas|nuestr|las (?:últimas|noticias|mejores|alertas|novedades))|compartir (?:en|est)|foto:|todos los derechos|leia (?:mais|também)|assine (?:a|o|já)|siga (?:o|a|no|nos|nosso)\\b|inscreva-se|todos os direitos|clique aqui|leggi (?:anche|tutto)|iscriviti|abbonati|seguici|riproduzione riservata|tutti i diritti|clicca|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|lesen)|jetzt abonnieren|folgen sie|melden sie sich|abonnieren sie|(?:unseren |den |jetzt )?newsletter abonnieren|mehr nachrichten (?:finden|lesen|gibt)|folgt uns|weiterlesen|zum hauptinhalt|dieser (?:artikel|beitrag|text) (?:ist|wurde|erschien)|mit material von|hier klicken|alle rechte|bild:|quelle:|lees (?:ook|meer|verder)|meld je aan|abonneer|volg ons|sluit je aan bij (?:ons|onze)',
  // Turkish
  '[iİ]lg[iİ]l[iİ] haber|yorum yap(?:ın|mak için)?(?!\\p{L})|okumaya devam (?:et|için)|ayrıca bak|bu (?:içerik|haber|yazı) (?:ilk|daha önce)|haberin devamı|devamını oku|ayrıca oku|ilgili haber|abone ol(?:un|mak için)?(?!\\p{L})|takip e(?:t|din)|bizi takip|tıkla(?:yın|yınız)?(?!\\p{L})|fotoğraf(?:lar)?:|foto ?galeri|kaynak:|editör:|muhabir:|haber merkezi(?!\\p{L})|son güncelleme|güncelleme(?: tarihi)?:|yayın(?:lanma)?(?: tarihi)?:|tüm hakları',
  // Russian, Ukrainian
  'чита(?:йте|й)|читать (?:дал|ещ|так|полн|подроб|на |стать|все новост)|смотрите(?: также| видео|:)|смотри:|подписыва(?:йтесь|йся)|подпи(?:шитесь|саться)|следите за|присоединяйтесь|вступайте в (?:наш|групп)|фото(?:графии|графия)?:|фото с сайта|видео:|источник:|автор:|редактор:|все права(?:$|[.:]| (?:защищ|охраня|принадлеж|на (?:материал|опублик|текст|контент|стать|сайт|фото)))|подробнее(?: о| об| читайте|:| на)|если вы (?:заметили|нашли|увидели)|нашли (?:ошибку|опечатку)|новости (?:от|по теме|партн[её]ров)|больше новостей|по теме:|материалы по теме|поделиться(?:$|[.:]| (?:в |ссылк|новост|стать|материал|с друзьями|этой))|перепечатка|нажмите|полная версия(?:$|[.:]| (?:сайт|стать|материал|текст|новост|интервью))|продолжая (?:пользоваться|использовать)|(?:этот |данный )?материал (?:был )?(?:опубликован|подготовлен|впервые)|перейти к(?:$| (?:содержан|основн|комментар|новост|навигац|материал|стать|обсужден))|при (?:цитировании|копировании|перепечатке)|ранее по теме|теги:|оставьте комментарий',
  'дивіться(?:$|[.:]| (?:також|відео|фото|онлайн|наш))|підпи(?:суйтесь|шіться|суйтеся)|стежте за|слідкуйте за|приєднуйтесь|долучайтесь до (?:нас|наш)|джерело:|(?:у|в)сі права(?:$|[.:]| (?:захищ|охорон|належ|на (?:матеріал|опублік|текст|контент|статт|сайт|фото)))|якщо ви (?:помітили|знайшли)|більше новин|новини за темою|матеріали за темою|поділитися(?:$|[.:]| (?:в |у |посиланн|новин|статт|матеріал|з друзями|цією))|передрук|повна версія(?:$|[.:]| (?:сайт|статт|матеріал|текст|новин|інтерв))|(?:цей )?матеріал (?:було )?(?:опубліковано|підготовлено)|натисніть|детальніше (?:про|читайте|:)',
  // Arabic, Persian, Hebrew
  'اقرأ(?:وا)? (?:أيض|ايض|المزيد|كذلك)|إقرأ|ل?لمزيد من (?:الأخبار|المعلومات|التفاصيل|التغطي|القصص|المقالات|التحليلات|التقارير|الفيديو|الصور|المحتوى|المواد)|للمزيد(?! من)|للاطلاع على المزيد|شارك(?:وا)? (?:هذا (?:الخبر|المقال|التقرير|المحتوى|الموضوع)|هذه (?:الصفحة|القصة|المادة)|الخبر|المقال)|يمكنكم (?:متابعة|الاشتراك|مشاهدة)|شاهد(?:وا)? ?(?:أيض|ايض|الفيديو|:|بالفيديو)|تابع(?:ونا|نا (?:على|عبر))|اشترك(?:وا)? (?:في|ب)(?:النشرة| النشرة| قناة|قناة)|انضم(?:وا)? إل(?:ى (?:قناة .{0,40}(?:واتس|تلي?غرام|يوتيوب)|قناتنا|مجموعت)|ينا)|اضغط|انقر|حقوق النشر|جميع الحقوق|مصدر الصورة|صدر الصورة|التعليق على الصورة|المصدر ?:|الصورة ?:|صورة أرشيفية|مواضيع ذات صلة|أخبار ذات صلة|قد يهمك|آخر تحديث|تحرير ?:',
  'بازنشر (?:مطالب|این|اخبار)|برای (?:خواندن|مشاهده|دیدن|دریافت) .{0,40}(?:کلیک|اینجا)|بیشتر (?:بخوانید|ببینید)|ادامه مطلب|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|کلیک کنید|(?:ما را )?دنبال کنید|عکس ?:|منبع ?:|تصویر ?:|انتهای پیام|حق نشر|کلیه حقوق|تمامی حقوق|کد خبر ?[:\\d]|لینک کوتاه|קרא(?:ו)? (?:גם|עוד)|צילום ?:|כל הזכויות|הירשמו|עקבו|לחצו',
])

/** Bylines and stamps: capitals count, and only in a line as short as a caption. */
const SHORT_OPENS =
  /^(?:(?:[Bb]y|BY|[Pp]ar|[Vv]on) (?:\p{Lu}[\p{L}.’'-]+ ?){2,4}(?:,|\||$|\d|and\b|for\b)|(?:[Pp]ublished|[Pp]osted|[Uu]pdated|UPDATED)(?: by| at|:| \p{Lu}\p{L}+ \d| on \p{Lu}\p{L}+ \d| \d)|CLOSE\b|From left[,:])/u

/** A search that tries phrases under their first letter passes most characters at one look. */
function holding(phrases: readonly string[]): RegExp {
  const alike = Map.groupBy(phrases, (phrase) => /^\p{L}(?![?*+{])/u.exec(phrase)?.[0] ?? '')
  const parts = [...alike].map(
    ([first, same]) => `${first}(?:${same.map((phrase) => phrase.slice(first.length)).join('|')})`,
  )
  return new RegExp(parts.join('|'), 'iu')
}

/** What befell a report that a note to the reader owns up to. */
const PUT_RIGHT = String.raw`(?:was|has been) (?:updated|corrected|amended|(?:originally|first) (?:published|posted|appeared|written))`

/** What gives page furniture away wherever it stands. */
const HOLDS = holding([
  'afp photo',
  String.raw`/afp\b`,
  String.raw`/reuters\b`,
  String.raw`\((?:ap )?photo`,
  'photo(?:graph)?:',
  String.raw`photo library(?=[\s.]*$|\)| image)`,
  String.raw`\(file\)`,
  'image caption',
  'image copyright',
  '/ ?staff photographer',
  'all rights reserved',
  'our privacy policy',
  'this privacy policy',
  "the site[’']s privacy policy",
  String.raw`privacy policy (?:and|\|)`,
  'your (?:inbox|browser|ad blocker)',
  'enable javascript',
  String.raw`follow (?:us\b|@\S+|\S+ (?:\S+ )?on (?:twitter|facebook|instagram|x\b))`,
  'order reprints',
  'for your personal, non-commercial use',
  String.raw`may not be (?:published|reproduced|reprinted)(?<=\b(?:material|content|article|story|page|copyright\p{L}*|information)\b.{0,60} may not be \p{L}+)`,
  'may not be published, (?:broadcast|rewritten)',
  String.raw`amended on \d(?<=\b(?:article|story|post|report|headline|caption|text|piece)\b.{0,60} (?:was|were) amended on \d)`,
  'earlier version of this (?:article|story|report)',
  'previous version of this (?:article|story|report)',
  'contributed to this (?:report|story|article)',
  'appeared first on',
  String.raw`\.{3}\s?read more`,
  String.raw`article ${PUT_RIGHT}`,
  String.raw`story ${PUT_RIGHT}`,
  String.raw`post ${PUT_RIGHT}`,
  String.raw`can be reached at \(?\+?\d[\d() .-]{5}`,
  'tous droits réservés',
  'derechos reservados',
  'diritti riservati',
  'rechte vorbehalten',
  'hakları saklıdır',
  String.raw`abone ol(?:un|mak için)(?!\p{L})`,
  String.raw`takip ed(?:in|ebilirsiniz)(?!\p{L})`,
  String.raw`ctrl ?\+ ?enter`,
  'réservée?s? (?:à nos|aux) abonnés',
  'nur für abonnent',
  'full ?screen autoplay',
  String.raw`skip ad\b`,
  String.raw`view photos\b`,
  'için (?:buraya )?tıklayın',
  String.raw`whatsapp (?:kanalımız|grubumuz)\p{L}*`,
  String.raw`telegram (?:kanalımız|grubumuz)\p{L}*`,
  String.raw`youtube (?:kanalımız|grubumuz)\p{L}*`,
  String.raw`n(?:uestr[oa]|osso) (?:canal|grupo|bolet[ií]n|boletim|newsletter) (?:de|do|no|en)\b`,
  'nostro canale (?:whatsapp|telegram|youtube)',
  'no(?:tre|s) (?:chaînes?|newsletters?|infolettres?) (?:whatsapp|telegram|youtube|quotidienne|hebdomadaire)',
  'pour lire la suite',
  'o(?:ur|ns|nze) (?:whatsapp|telegram|youtube)[ -]?(?:channel|group|kanal|kanaal)',
  String.raw`unser\p{L}* (?:whatsapp|telegram|youtube)[ -]?(?:channel|group|kanal|kanaal)`,
  'newsletter (?:abonnieren|bestellen)',
])

/** The same where there are letters of these scripts: most sentences need not be searched for them. */
const CYRILLIC = /[а-яіїєґ]/iu
const HOLDS_CYRILLIC = holding([
  String.raw`редакци\p{L} .{0,20}не нес[её]т ответственност`,
  String.raw`редакці\p{L} .{0,20}не несе відповідальн`,
  'права защищены',
  'права захищені',
  'подписывайтесь',
  'подпишитесь',
  'підписуйтесь',
  'підпишіться',
  'только (?:подписчикам|по подписке)',
  'лише (?:передплатникам|за передплатою)',
  'читайте (?:в|на|у) наш',
  'є власністю видавця',
  String.raw`(?:материал|текст|фото|контент|информаци|логотип)\p{L}*.{0,60} является собственностью`,
  'використання матеріалів',
  String.raw`использовани[ея] материалов(?=[\s.]*$| (?:сайт|разреш|допуск|возможн|только|агентств|«|без |издани|ресурс|портал|с данного|с сайта|газет|журнал|в |на ))`,
  'гіперпосилання',
  'гиперссылк',
  String.raw`(?:передрук|копіюв|використан|відтвор|поширен|матеріал|публікац)\p{L}*.{0,80} без письмового дозволу`,
  'на правах реклами',
  'на правах рекламы',
  String.raw`(?:перепечат|копирован|использован|воспроизве|распростран|материал|публикац)\p{L}*.{0,80} без письменного разрешения`,
  'слідкуйте за (?:нами|нашим)',
])

const ARABIC = /[\u0600-\u06ff]/u
const HOLDS_ARABIC = holding([
  'الحقوق محفوظة',
  'النشرة البريدية',
  'نشرتنا البريدية',
  'تابعونا',
  '(?:عبر|على|إلى|في) (?:قناتنا|مجموعتنا|صفحتنا|حساباتنا|تطبيقنا)',
  'توافق على (?:سياسة (?:الخصوصية|ملفات|الاستخدام)|شروط (?:الاستخدام|الخدمة|الموقع))',
  'کلیک کنید',
  '(?:تلگرام|اینستاگرام|توییتر).{0,30}دنبال کنید',
  'حقوق .{0,40}محفوظ است',
  '(?:بازنشر|استفاده|نقل|کپی|انتشار|مطالب).{0,60}ذکر (?:نام )?منبع',
  'ذکر منبع .{0,20}(?:مجاز|بلامانع|آزاد|الزامی)',
  '(?:به|در) (?:کانال|گروه|صفحه) .{0,40}بپیوندید',
])

/** A picture agency as a credit; also a company that sues and merges. */
const PICTURE_AGENCY = /getty images|shutterstock/iu
const CREDITED =
  /(?:^|[/|([]\s?|\bvia )(?:getty images|shutterstock)(?=[\s.]*$|\s?[)\]/|,;]| (?-i:\p{Lu}))|(?:getty images|shutterstock)[)\]]/iu

/**
 * Notices about cookies. News about them speaks otherwise: it names who keeps them from whom, not the reader's "experience".
 */
const COOKIE_WORD = /cookie|куки|çerez|الارتباط|کوکی|соглаша|погоджує|конфіденц/iu
const COOKIES =
  /\b(?:we|site|website|page|partners) (?:also )?(?:use|uses|store|stores|set|sets) (?:\p{L}+ ){0,3}cookies|cookie (?:policy|settings|preferences|notice)|accept (?:all )?cookies|storing of cookies|\b(?:site|page|website|webseite|seite|wir|nous|sito|sitio|web) (?:\p{L}+ ){0,2}(?:utilise|utilisons|utiliza|utilizamos|usa|usamos|utilizza|verwendet|verwenden|nutzt|nutzen|setzt|setzen|gebruikt) (?:\p{L}+ ){0,4}cookies|^utilizamos (?:\p{L}+ ){0,2}cookies|acceptez .{0,40}cookies|файл\p{L}+ (?:cookie|куки)|çerez\p{L}* (?:kullan|politika|ayar)|ملفات تعريف الارتباط|(?:از|این) کوکی|соглашаетесь с|погоджуєтесь|політик\p{L}+ конфіденційності/iu

/**
 * Who said nothing to a reporter: true, and never what a story is about. A state that does not answer an offer, or refuses to
 * comment on a strike, is the news: a request for comment, or nothing at all, must stand behind the verb.
 */
const UNANSWERED = new RegExp(
  [
    String.raw`\b(?:did not|didn[’']t|has not|had not|have not|hasn[’']t|hadn[’']t) (?:immediately |yet )?(?:respond|repl(?:y|ied)|return|answer)\p{L}* (?:(?:to )?(?:\S+ ){0,5}(?:phone calls?|voicemails?|messages?|e-?mails?|inquir\p{L}+|quer(?:y|ies)|questions)\b|to (?:\S+ ){0,4}requests?(?:[.,;]|$| seeking| from \p{L}+ for comment| for (?:\S+ ){0,2}(?:comment|interview|response|reaction|information|clarification))|(?:\S+ ){0,3}calls? (?:for comment|seeking|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|left|from))`,
    String.raw`\b(?:did not|didn[’']t|has not|had not|have not) (?:immediately|yet) (?:respond|repl(?:y|ied)|answer)\p{L}*(?:[.,;]|$)`,
    String.raw`\b(?:declined|refused) (?:to comment|comment)\b(?! on (?!(?:the|this|that|those|these|any|specific|individual|pending|ongoing|personnel) (?:\p{L}+ )?(?:matters?|records?|cases?|stor(?:y|ies)|reports?|articles?|issues?|litigation|specifics|allegations?|claims?|details?|investigations?|lawsuits?)|it\b|this[.,]|specifics|details|(?:mon|tues|wednes|thurs|fri|satur|sun)day))`,
    String.raw`could not (?:immediately )?be (?:immediately )?reached (?:for|to|by (?:phone|telephone|e-?mail))|could not immediately be reached`,
    String.raw`n['’]a pas (?:souhaité|voulu) (?:répondre|réagir|commenter|faire de commentaires?|s['’]exprimer|donner suite)|n['’]a pas (?:(?:immédiatement )?répondu|donné suite) (?:à (?:nos|notre) |(?:à|aux) (?:\S+ ){0,3}(?:questions|sollicitations?|demandes? de (?:commentaires?|réaction|précisions)))`,
    String.raw`(?:stellungnahme|rückfrage|anfrage|telefonisch|zunächst)\P{Lu}{0,40} nicht zu erreichen`,
    String.raw`no respondió (?:de inmediato |inmediatamente )?a (?:\S+ ){0,3}(?:(?:solicitud|petici[oó]n|pedido)(?:es)? de (?:comentario|entrevista)|preguntas|llamadas|correos|mensajes)`,
    String.raw`на запрос (?:(?!о (?!комментар)|об )\S+ ){0,5}не ответил|отказ\p{L}+ (?:от комментариев|комментировать(?:[.,;]|$| (?:ситуаци|эт|данн|вопрос|информаци|сообщени|тем)))`,
  ].join('|'),
  'iu',
)

/** "Berg will leave, although his agent declined to comment": the news stands before. */
const BY_THE_WAY =
  /^(?:\S+ ){4,}(?:but|though|although) (?:\S+ ){0,4}(?:did not|didn[’']t|has not|have not|had not|declined|refused|could not) /iu

/** Who wrote it: "Kari Moen is a reporter for …". One to whom something happens is news. */
const BYLINE =
  /^(?:\p{Lu}\S+ ){2,3}is an? (?:[\p{L}-]+ ){0,4}(?:reporter|correspondent|writer|columnist|editor|journalist)\b(?=[.]?$| (?:for|at|with|based|covering|focus\p{L}*|on|who (?:covers|writes|reports|has|is)|(?:in|from) (?:the )?(?:\p{Lu}\S* ?){1,3}(?:bureau|newsroom|office)?[.]?$))(?!.* (?:held|detained|arrested|jailed|imprisoned|killed|shot|freed|missing|charged|accused)\b)/u

/** "Kari Moen reports during Evening News at 6pm …" */
const ON_AIR = /^(?:\p{Lu}\S+ ){2,3}reports (?:live )?(?:during|on|at|for|from) (?:\S+ ){0,4}at \d/u

/** Nothing but a place, a day and an agency: "ЛОНДОН, 10 июля, ТАСС." */
const DATELINE_ONLY = /^\p{Lu}{3,}[\p{Lu} -]{0,20}[,.]\s+\d{1,2}\s\p{L}{3,10}[.,]?\s*[\p{L}. -]{0,30}$/u

/** "Об этом сообщает …": who reported it, and nothing more. */
const SOURCE_NOTE =
  /^(?:Об этом|О том|Про це|Bu haberi|Bu bilgiyi|This was|The (?:news|report) was)\s(?:\S+\s){0,6}?(?:сообща|сообщ|пиш|переда|информиру|заяв|говорит|расска|уточн|повідом|інформу|заяви|розпов|йдеться|duyur|aktar|reported by|first reported)/u

/** A heading, a button or a list of names: few words and no sentence's end, or no word without a capital, or nearly all capitals. */
function isLabel(sentence: string): boolean {
  const ends = /[.!?…。！？؟۔।:;]["'”’»)\]]*$/u.test(sentence)
  if (!ends && sentence.length < 60) return true
  // Of scripts without capitals only foreign names are counted.
  if (!SMALL_WORD.test(sentence) && !/\p{Lo}/u.test(sentence) && countCapitalWords(sentence) >= HEADING_WORDS)
    return true
  // Counting letters is slow and a sentence with a word in small letters is hardly ever a label.
  if (/\p{Ll}{3}/u.test(sentence)) return false
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const capitals = sentence.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 0 && capitals / letters > 0.6
}

/** A word written small that a headline would not write so: a sentence has its verb among them. */
const SMALL_WORD =
  /(?<!\p{L})(?!(?:and|the|for|but|nor|per|via|und|der|die|das|des|von|les|aux|los|las|del|por|con)(?!\p{L}))\p{Ll}{3}/u
const CAPITAL_WORD = /(?<!\p{L})\p{Lu}\p{L}{3}/gu
const countCapitalWords = (sentence: string): number => sentence.match(CAPITAL_WORD)?.length ?? 0

/** Fewer capital words may be a sentence with a short verb: "Tim Cook is in Oslo." */
const HEADING_WORDS = 6
