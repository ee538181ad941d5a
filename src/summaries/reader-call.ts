/**
 * Does the page speak to its reader in this line, about its subscription, its comments, its alerts, its app or what to read next? Such lines are short, and
 * what they begin with tells them; words that also begin news stand here with what makes them a call.
 */
export const isReaderCall = (sentence: string): boolean =>
  sentence.length <= LONGEST &&
  (LATIN.test(sentence) ||
    (OTHER_LETTERS.test(sentence) && (CYRILLIC.test(sentence) || ARABIC.test(sentence))))

/** UTF-16 units. */
const LONGEST = 140

const OTHER_LETTERS = /[\u0400-\u04ff\u0600-\u06ff]/u

const beginning = (phrases: readonly string[]): RegExp =>
  new RegExp(`^[\\s•·*►▶→»>|/_—–-]{0,6}(?:${phrases.join('|')})`, 'iu')

const ENDS = String.raw`(?=[\s.!…»>]*$)`

const LATIN = beginning([
  // English
  String.raw`to (?:read|continue|keep reading|access|unlock)\b.{0,60}\b(?:subscribe|sign in|log in|register)\b|already an? (?:subscriber|member\?)|you have \S+ free (?:articles?|stor(?:y|ies))|(?:this|full) (?:content|article|story|text) (?:is )?(?:only )?(?:for|available to) subscribers`,
  String.raw`turn on (?:notifications|alerts)|(?:got|have) a (?:news )?(?:tip|story|question)\b|do you have (?:an?|any) (?:questions?|story|tip|information|photos?|view)\b|write to us|if you or (?:someone|anyone) you know|views expressed (?:in|on|here|are)\b|the (?:writer|author) is an? .{3,60} (?:at|for|of|with) (?-i:\p{Lu}|the )`,
  String.raw`we may (?:earn|receive) (?:an? )?(?:\p{L}+ )?commission|this translation was|for (?:all )?the latest .{0,40}\b(?:follow|subscribe|visit|sign up|download)\b|sign in (?:to|or|with) |enjoying this|subscribe today|our thanks to (?:all )?(?:our )?(?:readers|subscribers|supporters)`,
  String.raw`(?-i:\p{Lu}\S+ \p{Lu}\S+) reported from (?-i:\p{Lu})[^\s,]*(?: (?-i:\p{Lu})[^\s,]*){0,3}(?:, and (?-i:\p{Lu})|\.?$)`,
  // French, Spanish
  String.raw`il vous reste .{1,12} de (?:cet article|ce contenu)|déjà (?:abonné|inscrit)e?s? ?\?|ce contenu (?:est|n['’]est) (?:\p{L}+ )?(?:bloqué|réservé|disponible|accessible)|vous pouvez lire la suite|les commentaires sont (?:fermés|désactivés|modérés|ouverts)|pour aller plus loin[,:]? ?(?:lisez|retrouvez|consultez|:)|temps de lecture|propos recueillis par|retrouvez (?:cet article|tous nos|ce podcast|l['’]intégralité)|vidéo ?:|une erreur (?:est survenue|s['’]est produite),? (?:merci|veuillez)|se connecter${ENDS}`,
  String.raw`contenido (?:exclusivo|s[oó]lo) para|para (?:seguir|continuar) leyendo|si ya (?:eres|es) (?:suscriptor|socio)|(?:lee|mira|vea|ve|sigue|siga) (?:también|leyendo)\b|reg[ií]strate|con información de [^,]{2,60}$|créditos?:|descarg(?:a|ue) (?:nuestra|la) (?:app|aplicaci)|ha(?:z|ga) clic|más información(?:${ENDS}|:| (?:en nuestr|aquí))|este artículo fue (?:publicado|traducido)|tiempo de lectura|activ[ae] (?:las )?notificaciones|compart[ae] est[ae] (?:noticia|artículo|nota)`,
  // Portuguese, Italian
  String.raw`conteúdo exclusivo para|já é assinante|receba (?:as|nossas|no seu|gratuitamente) |saiba mais(?:${ENDS}|:| (?:sobre|em) )|veja (?:também|mais|a seguir|abaixo)\b|continua (?:após|depois d)a? ?a? (?:publicidade|anúncio)|siga-nos|com informações d[aeo]s? [^,]{2,60}$|compartilhe|assine para|faça (?:seu )?login`,
  String.raw`contenuto (?:riservato|esclusivo)|sei già (?:abbonat|registrat)|continua a leggere|resta (?:aggiornat|conness)|ricevi (?:le (?:notizie|news|ultime)|la newsletter|ogni )|guarda (?:il|la|le|tutti) (?:video|gallery|foto)|scarica (?:la )?(?:nostra )?app\b|questo articolo è (?:riservato|stato pubblicato|disponibile)|tempo di lettura|condividi(?:${ENDS}| questo| su )|accedi(?:${ENDS}| (?:o|per|con) )|segui (?:le|tutte) (?:le )?(?:ultime|notizie)`,
  // German, Dutch
  String.raw`sie haben (?:bereits|schon|noch kein) (?:ein )?(?:abo|konto|benutzerkonto)\b|sie können den artikel|hier (?:anmelden|einloggen)|(?:hier|an dieser stelle) (?:finden|sehen) sie (?:einen |ein )?extern|mit ihrer zustimmung wird|empfohlener redaktioneller|verpassen sie (?:kein|nicht)|der (?:artikel|text|beitrag) (?:erschien|ist zuerst)|lesezeit|diskutieren sie mit|hier geht es (?:zum|zur|direkt)|teilen sie (?:diesen|den) (?:artikel|beitrag)|dieser inhalt (?:ist|wird)|anzeige${ENDS}`,
  String.raw`alleen voor abonnees|dit artikel is (?:alleen|exclusief)|log in om|bekijk (?:ook|hier|de video)|deel dit (?:artikel|bericht)|wil je (?:dit artikel|meer|verder) lezen|al abonnee|neem een abonnement`,
  // Turkish
  String.raw`bu (?:içerik|haber) (?:yalnızca|sadece) (?:abone|üye)|(?:bunlar da )?[iİ]lginizi çekebilir|yorum(?:larınızı|unuzu) |(?:haber )?bülten(?:imize|e) (?:kaydol|abone)|uygulamamızı indir|üye olmadan yorum|üye olun|paylaş ?:|okuma süresi ?[:\d]|daha fazla \p{L}+ için .{0,40}(?:tıkla|ziyaret ed|takip ed)|sıradaki haber|reklam${ENDS}`,
])

const CYRILLIC = beginning([
  String.raw`самые важные новости|войдите,? чтобы|также по теме|узнайте больше|поддержите (?:нашу|нас|редакцию|проект)|реклама${ENDS}|ссылка скопирована|(?:основатель|учредитель|главный редактор)(?: проекта| сайта| издания)? ?:|сообщить об (?:опечатке|ошибке)|время (?:на )?чтени[ея] ?[:\d—-]|есть новость|комментарии (?:закрыты|отключены)|хотите (?:получать|узнавать|знать) .{0,30}новост|оформите подписку|будьте в курсе`,
  String.raw`найважливіші новини|увійдіть,? щоб|дізнайтеся більше|підтримайте (?:нашу|нас|редакцію|проєкт)|посилання скопійовано|(?:засновник|головний редактор)(?: про[єе]кту| сайту| видання)? ?:|повідомити про (?:помилку|друкарську)|раніше (?:на цю|за цією) тем|час (?:на )?читання ?[:\d—-]|коментарі (?:закриті|вимкнено)|хочете (?:отримувати|дізнаватися) .{0,30}новин|оформіть підписку|будьте в курсі`,
])

const ARABIC = beginning([
  String.raw`اشترك(?:وا)? في (?:نشرتنا|النشرة|قناتنا)|يمكنكم? (?:الاطلاع|قراءة|الاشتراك|مشاهدة)|هذا المحتوى (?:للمشتركين|مخصص|متاح|غير متاح|حصري)|تابعوا? (?:قناتنا|صفحتنا|آخر الأخبار|أحدث الأخبار)|سجلو?ا? (?:الدخول|دخولك)|فعّ?لو?ا? الإشعارات|حمّ?لو?ا? تطبيقنا|(?:مدة|وقت) القراءة|[أا]خبار ذات صلة|(?:ترجمة|إعداد) ?:|لقراءة المزيد|لا تفوّ?تو?ا? |إعلان${ENDS}`,
  String.raw`(?:این .{0,20})?(?:هم |نیز )?بخوانید ?:|(?:بیشتر|حتما) (?:بخوانید|بدانید|ببینید)|نظر(?:ات)? خود را .{0,20}(?:بنویسید|ارسال کنید|ثبت کنید)|خبرهای بیشتر|عضو (?:خبرنامه|کانال) |اشتراک.?گذاری این|وید[ئی]و ?:|این محتوا (?:فقط|ویژه|مخصوص)|(?:اپلیکیشن|برنامه) ما را|(?:زمان|مدت) مطالعه ?:|گزارش خطا|تبلیغات?${ENDS}`,
])
