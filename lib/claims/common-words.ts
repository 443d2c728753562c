/** The commonest words of languages. Pure data, made once. */

/** The words that hold English sentences together: a quarter to a half of every text. */
export const commonEnglish: ReadonlySet<string> = new Set(
  'the of and to in is a for that with are was were be been by on as at from or an it this these those his her he she they we you i not no can may will would should could has have had do does did but if when who which what there their its our your my all more than about into up out so after before how why where one two also other some any such only over between during until most many much very just like get new now then him them us me open day days week year years people time said says help here every each because while through under without within again'.split(
    ' ',
  ),
)

/** The same of Spanish and of languages that could be taken for it; without accents, and without what all of them share. */
export const commonWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    es: 'el los las y del con una un es en por para su sus al lo mas sin muy tambien esta este estos son pero como cuando ya hay fue han nos nuestro nuestra nuestros nuestras usted ustedes hasta desde que se le les no ni si o quien donde porque entre sobre todo todos otra otros cada ser puede pueden tiene hoy despues antes segun la de mi me',
    pt: 'os as e do da dos das com uma um em por para seu sua ao mais sem muito tambem esta este sao mas como quando ja ha foi nao nos nosso nossa voce ate que se lhe no na nem ou quem onde porque entre sobre tudo todos outra cada ser pode podem tem hoje depois antes segundo o de',
    it: 'il lo gli le di del della con una un e in per che suo sua al piu senza molto anche questo questa sono ma come quando gia si non ci nostro nostra lei fino da nel ne o chi dove perche tra su tutto ogni essere puo ha oggi dopo prima la',
    fr: 'le les des et du avec une un est en par pour son sa au plus sans tres aussi cette ce sont mais comme quand deja il a nous notre vous jusque que se ne pas ni ou qui dans sur tout chaque etre peut aujourd hui apres avant la de',
    ca: 'el els les i del amb una un es en per que seu seva al sense molt tambe aquesta aquest son pero com quan ja hi ha fou ens nostre nostra fins des se no ni o qui on perque entre sobre tot cada pot avui despres abans la de',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Verbs that take "n't", without the n. */
export const denials = new Set(
  'do does did is are was were have has had ca wo would could should must need might ai sha dare ought'.split(
    ' ',
  ),
)
