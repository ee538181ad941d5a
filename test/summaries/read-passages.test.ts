import { describe, expect, it } from 'vitest'
import { readPassages } from '../../src/summaries/read-passages.ts'

const quoted = (text: string, language: string): string[] =>
  readPassages(0, text, language).map((passage) => passage.text)

/** One sentence of news in each language, to stand below what must not be quoted. */
const NEWS: Readonly<Record<string, string>> = {
  en: 'The dam above Vik broke on Monday and flooded nine streets.',
  tr: 'Vik yakınlarındaki baraj pazartesi günü yıkıldı ve dokuz sokağı su bastı.',
  ar: 'انهار السد فوق مدينة فيك يوم الاثنين وغمرت المياه تسعة شوارع.',
  fa: 'سد بالای شهر ویک روز دوشنبه شکست و نه خیابان را آب گرفت.',
  ru: 'Плотина над городом Вик прорвалась в понедельник и затопила девять улиц.',
  uk: 'Гребля над містом Вік прорвалася в понеділок і затопила дев’ять вулиць.',
  fr: 'Le barrage de Vik a cédé lundi et inondé neuf rues de la vieille ville.',
  es: 'La presa de Vik se rompió el lunes e inundó nueve calles del casco antiguo.',
  de: 'Der Damm oberhalb von Vik brach am Montag und überflutete neun Straßen.',
}

/** Lines that pages and feeds put round the news: captions, credits, bylines, links, buttons, cookie notices, appeals. */
const FURNITURE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'FILE PHOTO: The dam stands above the town of Vik, Norway, in May 2025.',
    'Rescuers search houses in Vik after the flood. REUTERS/Kari Moen',
    'A house in Vik after the flood on Monday. (Photo by Kari Moen/Norwire)',
    'A house in Vik after the flood on Monday [Kari Moen/Norwire]',
    'In this May 4, 2025 photo, the dam stands above the town.',
    'The mayor of Vik speaks to reporters outside the town hall on Monday.',
    'Residents wade through a flooded street in Vik, Norway, on Monday.',
    'By Kari Moen and Ola Berg, Norwire Staff Writers',
    'By Kari Moen | Norwire',
    'Kari Moen is a reporter who covers floods for Norwire.',
    'Read more about the flood in Vik and its causes.',
    'Sign up for our daily newsletter and never miss a story.',
    'This website uses cookies to improve your experience and show you advertisements.',
    'By clicking “Accept all” you agree to the storing of cookies on your device.',
    'We and our partners use cookies to personalise content and ads.',
    'Home > World > Europe > Norway > Floods and storms today',
    'Share this story on Facebook, Twitter or by email with friends.',
    '1 of 10 Full Screen Autoplay Close Skip Ad × View Photos',
    'This feature is not available right now.',
    'Please try again later, or refresh the page to see comments.',
    'This story appears in the May 2026 issue of Norwire.',
    'Here are nine pictures that show how the valley looks now.',
    'Anyone with information is asked to call the police of Vik at 555 0100.',
    'Have you been affected by the flood in Vik?',
    'Call 555-0100 or 555-0101 for more details about the flood.',
    'The ministry of works did not immediately respond to a request.',
    'Soldiers carry sandbags on the outskirts of Vik, on April 15, 2026.',
    'The views expressed in this article are those of the author.',
    'VIK, Norway, May 4 (Norwire) -',
    'OSLO, May 4, 2026',
    'Listen to this article, read by an automated voice, in four minutes.',
    'Advertisement: scroll down to continue reading the story below.',
    'Scroll down for video of the dam in Vik as it breaks.',
    'Get the day’s top headlines in your inbox every morning.',
  ],
  tr: [
    'Fotoğraf: Kari Moen / Norwire haber ajansı, Vik barajı',
    'Fotoğraf altı yazısı, Vik barajı mayıs ayında böyle görünüyordu.',
    'Kaynak, Getty Images, Vik barajının eski bir görüntüsü',
    'Haberin devamını okumak için tıklayınız.',
    'Daha fazla haber için bizi sosyal medyada takip edin.',
    'Bu internet sitesi deneyiminizi geliştirmek için çerezler kullanmaktadır.',
    'Çerez politikamız hakkında ayrıntılı bilgi alabilirsiniz.',
    'Ana Sayfa > Dünya > Avrupa > Norveç haberleri',
    'Bu içerik ilk olarak 4 Mayıs 2026 tarihinde yayımlandı.',
    'Haber: Kari Moen, Kamera: Ola Berg, Vik (Norveç)',
    'Son dakika haberleri için bültenimize abone olun.',
    'Ayrıca bakınız: Vik barajı nasıl yapıldı, kimler çalıştı?',
    'İLGİLİ HABER Vik barajı nasıl yapıldı, kimler çalıştı?',
    'Yorum yapmak için giriş yapmanız gerekmektedir.',
    'Arşiv fotoğrafı: Vik barajı, Mayıs 2025, Norveç',
    'Okumaya devam et: Vik barajı nasıl yapıldı?',
  ],
  ar: [
    'مصدر الصورة: وكالة نورواير للأنباء',
    'التعليق على الصورة، السد كما بدا في شهر أيار من العام الماضي.',
    'صورة من الأرشيف للسد فوق مدينة فيك في النرويج.',
    'السد فوق مدينة فيك بعد انهياره يوم الاثنين (رويترز)',
    'السد فوق مدينة فيك بعد انهياره يوم الاثنين [الأناضول]',
    'اقرأ المزيد عن انهيار السد في مدينة فيك.',
    'اقرأ أيضا: كيف بني السد فوق مدينة فيك؟',
    'للاطلاع على المزيد من الأخبار تابعونا على مواقع التواصل.',
    'يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.',
    'باستخدامك هذا الموقع فإنك توافق على سياسة الخصوصية.',
    'الرئيسية > أخبار > العالم > أوروبا والنرويج',
    'كتب: أحمد سالم من مدينة فيك النرويجية',
    'اشترك في نشرتنا البريدية ليصلك كل جديد.',
    'جميع الحقوق محفوظة لموقع نورواير 2026.',
    'إعداد وتحرير: أحمد سالم ومنى حداد في فيك',
    'يمكنكم متابعة آخر الأخبار عبر قناتنا على تلغرام.',
    'شارك هذا الخبر مع أصدقائك عبر فيسبوك.',
    'مقالات ذات صلة بانهيار السد في مدينة فيك',
    'شاهد: لحظة انهيار السد فوق مدينة فيك',
  ],
  fa: [
    'عکس: سد بالای شهر ویک در سال گذشته',
    'عکس آرشیوی از سد بالای شهر ویک در نروژ است.',
    'منبع تصویر، نوروایر و خبرگزاری‌های دیگر',
    'توضیح تصویر، سد بالای شهر ویک پیش از شکستن.',
    'بیشتر بخوانید: سد ویک چگونه ساخته شد؟',
    'برای خواندن ادامه این مطلب کلیک کنید.',
    'این وب‌سایت برای بهبود تجربه شما از کوکی استفاده می‌کند.',
    'خانه > جهان > اروپا > نروژ و سیل',
    'انتهای پیام/ ۱۲۳۴ گروه جهان خبرگزاری',
    'کپی لینک کوتاه خبر برای دوستان شما',
    'نویسنده: کاری موئن، خبرنگار در شهر ویک',
    'ما را در تلگرام و اینستاگرام دنبال کنید.',
    'تمام حقوق مادی و معنوی این سایت محفوظ است.',
    'بازنشر مطالب تنها با ذکر منبع مجاز است.',
    'خبرهای مرتبط با شکستن سد در شهر ویک',
    'تاریخ انتشار: ۱۴ اردیبهشت ۱۴۰۵ ساعت ۱۰:۳۰',
    'ببینید: لحظه شکستن سد بالای شهر ویک',
  ],
  ru: [
    'Фото: Кари Моен / Норвайр, архив агентства новостей',
    'Правообладатель иллюстрации PA Image caption Плотина над городом Вик',
    'Автор фото, Getty Images и другие агентства мира',
    'Подпись к фото, Плотина над городом Вик в мае прошлого года.',
    'Читайте также: как строили плотину над городом Вик',
    'Читать далее о том, как прорвалась плотина.',
    'Подписывайтесь на наш канал в телеграме.',
    'Мы используем файлы cookie, чтобы сайт работал лучше.',
    'Продолжая пользоваться сайтом, вы соглашаетесь с политикой конфиденциальности.',
    'Главная > Новости > Мир > Европа и Норвегия',
    'Текст: Кари Моен, корреспондент в городе Вик',
    'Перейти к основному содержанию этой страницы новостей',
    'Архивное фото плотины над городом Вик в Норвегии.',
    'ОСЛО, 4 мая. /Норвайр/.',
    'ОСЛО, 4 мая - РИА Новости.',
    'Материал опубликован при поддержке фонда из города Вик.',
    'Фото из архива агентства, город Вик, Норвегия.',
    'О прорыве плотины читайте в нашем материале.',
    'Полная версия статьи доступна только подписчикам сайта.',
    'Нажмите на изображение, чтобы увеличить его на экране.',
  ],
  uk: [
    'Фото: Карі Моен / Норвайр, архів агентства новин',
    'Автор фото, Getty Images та інші агенції світу',
    'Підпис до фото, Гребля над містом Вік у травні торік.',
    'Читайте також: як будували греблю над містом Вік',
    'Ми використовуємо файли cookie, щоб сайт працював краще.',
    'Головна > Новини > Світ > Європа та Норвегія',
    'Текст: Карі Моен, кореспондентка в місті Вік',
    'Архівне фото греблі над містом Вік у Норвегії.',
    'Підписуйтесь на наш канал у телеграмі.',
    'Дивіться відео: гребля над містом Вік прорвалася',
    'Матеріал опубліковано за підтримки фонду з міста Вік.',
    'Якщо ви помітили помилку, виділіть її мишкою.',
    'Повна версія статті доступна лише передплатникам.',
    'ОСЛО, 4 травня. /Норвайр/.',
  ],
  fr: [
    'Photo d’archives : le barrage de Vik en mai 2025.',
    'Crédit photo, Getty Images et agences du monde',
    'Légende image, Le barrage de Vik en mai de l’an dernier.',
    'Le barrage de Vik après la crue de lundi. © Kari Moen / Norwire',
    'Le barrage de Vik après la crue de lundi. - Kari Moen / AFP',
    'Lire aussi : comment le barrage de Vik fut construit',
    'A ne pas manquer sur Norwire : le barrage de Vik en images',
    'A lire aussi sur Norwire : le barrage de Vik en images',
    'Ce site utilise des cookies pour améliorer votre expérience.',
    'En poursuivant votre navigation, vous acceptez l’utilisation de cookies.',
    'Accueil > Monde > Europe > Norvège et inondations',
    'Par Kari Moen, envoyée spéciale à Vik (Norvège)',
    'Par Kari Moen (avec AFP)',
    'Publié le 4 mai 2026 à 10h30, modifié à 12h00',
    'Inscrivez-vous à notre lettre quotidienne gratuite.',
    'Temps de lecture : quatre minutes pour cet article',
    'La suite après la publicité de notre partenaire',
    'Recevez chaque matin les informations importantes du jour.',
    'Le reste de cet article est réservé à nos abonnés.',
    'Cliquez ici pour voir la carte de la crue.',
  ],
  es: [
    'Foto de archivo de la presa de Vik en mayo de 2025.',
    'Fuente de la imagen, Getty Images y otras agencias',
    'Pie de foto, La presa de Vik en mayo del año pasado.',
    'La presa de Vik tras la crecida del lunes. EFE/Kari Moen',
    'La presa de Vik tras la crecida del lunes (Foto: Kari Moen)',
    'Lee también: cómo se construyó la presa de Vik',
    'Leer más sobre la rotura de la presa de Vik.',
    'Te puede interesar: cómo se construyó la presa',
    'Este sitio utiliza cookies para mejorar su experiencia de usuario.',
    'Utilizamos cookies propias y de terceros para mostrar publicidad.',
    'Inicio > Mundo > Europa > Noruega e inundaciones',
    'Por Kari Moen, enviada especial a Vik (Noruega)',
    'Redacción: Kari Moen y Ola Berg, desde Vik',
    'Suscríbete a nuestro boletín de noticias diario.',
    'Síguenos en nuestras redes sociales y en WhatsApp.',
    'Imagen de archivo de la presa de Vik, en Noruega.',
    'Recibe cada mañana las noticias del día en tu correo.',
    'Ver también: cómo se construyó la presa de Vik',
  ],
  de: [
    'Foto: Kari Moen / Norwire, Archiv der Nachrichtenagentur',
    '(Archivbild) Der Damm oberhalb von Vik im Mai 2025.',
    'Symbolbild: Ein Damm in Norwegen bei Hochwasser im Mai',
    'Bildquelle: Kari Moen / Norwire und andere Agenturen',
    'Der Damm oberhalb von Vik nach der Flut. (Foto: dpa)',
    'Der Damm oberhalb von Vik nach der Flut. © Kari Moen',
    'Lesen Sie auch: So wurde der Damm von Vik gebaut',
    'Mehr zum Thema: So wurde der Damm von Vik gebaut',
    'Weiterlesen auf der nächsten Seite des Artikels',
    'Diese Website verwendet Cookies, um Ihr Erlebnis zu verbessern.',
    'Wir verwenden Cookies und ähnliche Techniken für Werbung.',
    'Startseite > Welt > Europa > Norwegen und Hochwasser',
    'Von Kari Moen, Vik (Norwegen)',
    'Abonnieren Sie unseren täglichen Newsletter mit Nachrichten.',
    'Dieser Artikel ist nur für Abonnenten lesbar.',
    'Stand: 4. Mai 2026, 10:30 Uhr, zuletzt geändert',
    'Zum Hauptinhalt der Seite über die Flut springen',
    'Zur Startseite mit allen Nachrichten des Tages',
    'Mit Material von dpa und anderen Agenturen',
  ],
}

const DATELINES: readonly (readonly [string, string])[] = [
  ['ru', '08.11.2018 Источник: '],
  ['en', 'DUBAI: '],
  ['en', 'Sycamore, Illinois (CNN) '],
  ['en', 'LONDON, May 4 (Reuters) - '],
  ['en', 'VIK, Norway, May 4, 2026 (NORWIRE) -- '],
  ['en', 'Vik – '],
  ['en', 'BERGEN, Norway—'],
  ['de', 'Wien – '],
  ['de', 'Berlin (dpa) - '],
  ['de', 'Frankfurt/Main (dpa) – '],
  ['de', 'Indian Wells – '],
  ['fr', 'PARIS, 4 mai (Reuters) - '],
  ['fr', 'Paris (AFP) – '],
  ['es', 'Madrid, 4 may (EFE).- '],
  ['es', 'CARACAS.- '],
  ['es', 'México, 4 de mayo.— '],
  ['tr', 'ANKARA (AA) - '],
  ['tr', 'İSTANBUL, (DHA) - '],
  ['tr', 'Ali Veli / ANKARA, (DHA) - '],
  ['tr', 'ANKARA (AA) - AYŞE DEMİR - '],
  ['ru', 'МОСКВА, 4 мая — РИА Новости. '],
  ['ru', 'МОСКВА, 4 мая ПРАЙМ '],
  ['ru', ', 13:59 REGNUM '],
  ['ru', 'МОСКВА, 4 мая. /ТАСС/. '],
  ['ru', 'Киев. 4 мая. ИНТЕРФАКС - '],
  ['uk', 'Київ. 4 травня. УНІАН. '],
  ['ar', 'القاهرة 4 مايو/ أيار (رويترز) - '],
  ['ar', 'دبي – العربية.نت: '],
  ['ar', 'القاهرة - أ ف ب: '],
  ['ar', 'غزة/ الأناضول '],
  ['fa', 'خبرگزاري فارس: '],
  ['fa', 'به گزارش خبرگزاری فارس از اسلو، '],
  ['fa', 'به گزارش ایسنا، '],
  ['fa', 'تهران - ایرنا - '],
  ['fa', 'تهران (ایسنا) - '],
]

describe('readPassages', () => {
  it.each(
    Object.entries(FURNITURE).flatMap(([language, lines]) => lines.map((line) => [language, line] as const)),
  )('quotes the news and not what stands round it (%s): %s', (language, line) => {
    const news = NEWS[language] ?? ''
    expect(quoted(`${line}\n\n${news}`, language)).toEqual([news])
  })

  it.each(DATELINES)('begins behind the dateline (%s): %s', (language, dateline) => {
    const news = NEWS[language] ?? ''
    expect(quoted(dateline + news, language)).toEqual([news])
  })

  it.each([
    ['en', 'Barriers hold up a river that rises every spring, engineers of the ministry said.'],
    ['en', 'Residents can stand guard along the river until Friday, the mayor of Vik said.'],
    ['en', 'The European Union fined two advertisers for storing cookies without consent.'],
    ['en', 'A messaging service delayed its new privacy policy after protests in three countries.'],
    ['en', 'The winner of the photo contest is a nurse from Vik.'],
    ['de', 'Das Bündnis (SPD/Grüne) will den Damm bis zum Sommer erneuern (Stand 2025/26).'],
    ['de', 'UNICEF: Neun Kinder werden nach dem Bruch des Damms noch vermisst.'],
    ['fa', 'به گزارش رویترز، سد بالای شهر ویک روز دوشنبه شکست.'],
    ['fa', 'به گزارش خبرگزاری فارس به نقل از رویترز، سد بالای شهر ویک شکست.'],
    ['ru', 'Премьер Норвегии Кари Моен прибыла в город Вик утром во вторник.'],
    ['ar', 'قال الرئيس إن صورة السد بعد الانهيار صادمة للجميع.'],
    ['tr', 'Bu haber üzerine bakanlık barajdaki denetimi pazartesi günü başlattı.'],
  ])('leaves news whole (%s): %s', (language, sentence) => {
    expect(quoted(sentence, language)).toEqual([sentence])
  })

  it('takes the sentence before a picture’s credit for its caption, in one paragraph only', () => {
    const credit = '(Photo by Kari Moen/Norwire)'
    expect(quoted(`Boats lie on a street in Vik. ${credit}\n\n${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
    expect(quoted(`${NEWS['en']}\n\n${credit}`, 'en')).toEqual([NEWS['en']])
  })

  it('quotes no sentence with characters that cannot be read', () => {
    expect(quoted(`The mayor\ufffds boats came late to the old town. ${NEWS['en']}`, 'en')).toEqual([
      NEWS['en'],
    ])
    expect(quoted(`The mayorâ€™s boats came late to the old town. ${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
  })

  it('takes what stands within a quotation of several sentences for a part that has lost its speaker', () => {
    const said = '"The dam was old. No dam should be so old. Nobody looked," the engineer Kari Moen said.'
    expect(readPassages(0, `${said} The school of Vik is closed.`, 'en').map(({ torn }) => torn)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('quotes no half of a sentence because it stands between marks of quotation', () => {
    const half = "'stop building houses below the dam and instead listen to those who built it.'"
    expect(quoted(`${half} ${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
  })

  it('takes what a feed cuts behind an abbreviation for cut', () => {
    const cut = 'Engineers had inspected the dam above Vik on Dec. […]'
    const whole = 'Engineers had inspected the dam above Vik in December. […]'
    expect(readPassages(0, cut, 'en').map(({ torn, complete }) => [torn, complete])).toEqual([[true, false]])
    expect(readPassages(0, whole, 'en').map(({ torn, complete }) => [torn, complete])).toEqual([
      [false, true],
    ])
  })

  it.each(['Friday', 'October'])('takes no border before the name of a day or month: %s', (time) => {
    const said =
      'Four people were killed in the crash ' +
      time +
      ' of a ferry that had left the harbour of Vik with nine hundred bags of flour, two horses and the brother of the mayor of Bergen on board.'
    expect(readPassages(0, said, 'en')[0]?.torn).toBe(false)
  })

  it('takes several headlines in one line for no sentence', () => {
    const line = 'Dam above Vik bursts; Ferry sails again after a week; Minister flies to Vik.'
    expect(readPassages(0, line, 'en')[0]?.torn).toBe(true)
    expect(
      readPassages(0, 'The dam burst; the mayor, who had warned of it; said nothing.', 'en')[0]?.torn,
    ).toBe(false)
  })

  it.each([
    ['The dam was built near the border of Vik, Norway, on April 15, 1932.', true],
    ['The flood was the first of the year and the third at .', false],
  ])('knows a sentence that is whole: %s', (sentence, whole) => {
    expect(readPassages(0, sentence, 'en')[0]?.complete).toBe(whole)
  })

  it('cuts a dateline also behind a teaser', () => {
    expect(quoted(`Neun Straßen sind überflutet. Wien – ${NEWS['de']}`, 'de')).toEqual([
      'Neun Straßen sind überflutet.',
      NEWS['de'],
    ])
  })

  it('parts a rubric from the sentence that it ran into', () => {
    expect(quoted('Енергетика Раніше суд у місті Вік зупинив роботи на греблі.', 'uk')).toEqual([
      'Раніше суд у місті Вік зупинив роботи на греблі.',
    ])
  })

  it('hears that a Persian sentence leans on another though it is typed with Arabic letters', () => {
    expect(readPassages(0, 'وي افزود: سد بالاي شهر ويك ديروز شكست.', 'fa')[0]?.dangling).toBe(true)
  })
})
