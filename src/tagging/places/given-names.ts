const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** First names, folded. A place name after one of them is a family name: "Jack London", "Michael Jordan". */
export const GIVEN_NAMES =
  names(`aaron abdul abdullah abigail abraham adam adele adrian ahmad ahmed aidan alan albert alejandro alex alexander alexandra alexis alfred ali alice
alicia alison allen amanda amber amelia amir amy ana andre andrea andrei andres andrew andy angela anna anne annie anthony antonio arnold arthur ashley audrey barack barbara
barry ben benjamin bernard beth betty bill billy blake bob bobby brad bradley brandon brenda brett brian bruce bryan caleb calvin cameron carl carla carlos carol caroline carrie
catherine cathy cecil charles charlie cheryl chris christian christina christine christopher cindy claire clara clarence claude clint colin connor craig crystal curtis cynthia
dale dan dana daniel danny darren darryl dave david dawn dean deborah debra dennis derek diana diane dick don donald donna doris dorothy doug douglas duncan dwayne dylan earl
ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena elizabeth ellen emily emma eric erica erik erin ernest esther ethan eugene eva evan evelyn felix
fernando fiona frances francis francisco frank fred frederick gabriel gareth gary gavin gene geoffrey george gerald gerard gilbert gina giovanni glen glenn gloria gordon grace
graham greg gregory gunter guy hannah harold harrison harry harvey hassan heather hector helen henry herbert howard hugh hugo ian ibrahim igor irene isaac isabella ivan jack
jacob jake jamal james jamie jan jane janet janice jason jay jean jeff jeffery jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel john
johnny jon jonathan jorge jose joseph joshua joyce juan judith judy julia julian julie julio justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
kevin kim kimberly kirk kurt kyle larry laura lauren laurence lawrence lee leo leon leonard leonardo leslie lewis liam linda lisa lloyd logan lori lou louis louise lucas lucy luis
liz luke lynn manuel marc marcus margaret maria marie marilyn mario marion marjorie mark marlene marshall martha martin marvin mary mason matt matthew maurice max megan mel melanie
melissa michael michelle miguel mike mitch mitchell mohamed mohammad mohammed molly monica morgan muhammad mustafa nancy natalie natasha nathan neil nelson nicholas nick nicolas
nicole nigel nina noah noel norma norman oliver olivia omar oscar owen pablo pamela pat patricia patrick percy paul paula pauline pedro peggy pete peter phil philip phillip phyllis pierre
rachel rafael ralph ramon randy ray raymond rebecca rené ricardo richard rick ricky rob robert roberto robin rodney roger ron ronald rosa rose ross roy russell ruth ryan sally sam
samantha samuel sandra sara sarah scott sean sergei sergio seth shane shannon sharon shaun shawn sheila shirley simon sophia sophie stacy stan stanley stefan stephanie stephen steve
steven stewart stuart sue susan suzanne sylvia tamara tammy tanya ted teresa terry theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor
tyler vanessa vera vernon veronica victor victoria vincent vivian vladimir walter wanda warren wayne wendy whitney william willie yusuf zachary hakeem kyrie lebron mickey
alberto alejandra alessandro alfonso alfredo alvaro anatole anja annette antoine arnaud aurelie baptiste beatriz benoit bernd bertrand birgit bruno cecile celine chantal christoph clemence corinne
cristina detlef didier dieter dietmar ekkehard enrico enrique esteban fabio fabrice federico florian francesco francoise franz frederic gerd gerhard gianni gilles giorgia giorgio giulia giulio
giuseppe gonzalo guillaume guillermo gunther hannelore hans heike heinrich heinz helmut henri hernan herve holger horst ignacio ingrid jacques javier jeanne jens joachim joaquin jochen johann johannes josefina
jurgen karl klaus kirsten lars laurent lorenzo lothar luca lutz manfred manuela mariana mariano mathieu matteo matthias maximilian mercedes mireille nathalie norbert olaf paolo pascal petra philippe
pietro rainer ralf ramiro raphael raul reinhard rodrigo rudiger rudolf sabine salvatore sandro sebastien serge severine sigmar silke silvio stefano stephane sven sylvie thierry tobias torsten ulrich ulrike ursula uwe
nuno joao tiago goncalo rui diogo luiz thiago gustavo mateus vinicius rafaela leandro duarte afonso jordi sergi xavi iker unai mikel ander gorka gerard kylian ousmane erling martina
valerie veronique vicente vincenzo volker werner wilhelm wolfgang ximena yannick yves`)

/** First names in Arabic and Persian, folded, that are no other word: a nationality right behind one is a family name. */
export const ARABIC_GIVEN_NAMES = names(
  'محمد احمد محمود مصطفی ابراهیم حسین حسن خالد طارق یوسف مهدی رضا حمید سعید جعفر جواد اسماعیل عثمان مرتضی فاطمه مریم زینب خدیجه عایشه لیلی سمیر ولید فیصل سلمان هشام هیثم ایمن یاسر یاسین ادریس ایوب داود سلیمان موسی عیسی عبدالله عبدالرحمن',
)

/** Places that are also first names: before a family name they are no place ("Jordan Peterson", "Paris Hilton"). */
export const PLACES_AS_GIVEN_NAMES =
  names(`adelaide kobe alexandria america asia austin brooklyn carolina charlotte chad chelsea china cuba dakota dallas denver devon
diego eden eugene florence florencia francisco geneva georgia helena holland houston india indiana israel jackson jordan kent kenya laurel lincoln london louis lourdes lydia madison malta
marco marion melbourne milan montana orlando paris persia phoenix preston regina roman salem samara santiago savannah sharon siena sofia sydney tyrone valencia vienna victoria virginia`)

/** A word after a place that shows it is one after all: "Jordan Valley", "Paris Olympics". */
export const PLACE_COMPANIONS =
  names(`administration agency air airport airways ambassador archbishop area arena army attorney avenue bank bay beach board border bridge bureau
capital cathedral church city climate club coast college commission committee constitution convention council country county court daily declaration defence defense department
district division east embassy fair federation festival force forces foreign forum games gazette general governor government group gulf hall harbor health herald high highway
hills hospital house human independent institute international island islands jewish journal judge king lake law league legislature marathon mayor media medical metro metropolitan military minister ministry
motor mountain museum national navy news north northern office olympics open opera orchestra park parliament parish party peace peninsula police port post president press prime
prison protocol province public queen republic river road rugby school sea secretary securities senate senator sheriff show social south southern stadium star state station stock street
summit supreme symphony talks television tech territory times today tower town trade treaty tribune u union united university valley week west western world zoo authorities exchange
gov sen rep ag red black white open prime-minister after and at before for from in into is of on over says to under when where which while with but as the a an jan feb mar apr may
june july aug sept oct nov dec january february march april august september october november december monday tuesday wednesday thursday friday saturday sunday i ii iii iv first second third`)
