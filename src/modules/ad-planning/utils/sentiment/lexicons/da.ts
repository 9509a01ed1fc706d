import type { WordList } from "./word-list"

/** Danish, and Norwegian with it: written reviews share most of these words. */
export const da: WordList = {
  great:
    "fantastisk* perfekt* fremragende vidunderlig* super elsker skøn* bedste best genial* utrolig* enestående strålende nydelig* suveræn* suveren* flot* kjempebra kjempefornøyd supergod* lækker* topp eminent* herlig*",
  good: "god godt gode bra fin fint fine tilfreds tilfredse fornøjet fornøyd glad anbefal* hurtig* hurtigt rask* raskt venlig* vennlig* hjælpsom* hjelpsom* tak takk smuk* pæn* pen pent praktisk* nem nemt let lett stabil* pålidelig* virker fungerer passer billig* behagelig* kvalitetsrig* smart* koselig* hyggelig* dejlig* deilig* rar rart ingen_problemer uden_problemer ikke_dårlig* til_tiden som_beskrevet grei",
  bad: "i_stykker ingen_svarer svarer_ikke grim grimt stygg mye_mindre meget_mindre dårlig* skuff* ødelagt* ødelag* defekt* beskadig* skadet langsom* treg* sen dyr* problem* fejl feil forsinke* mangler manglede desværre dessverre synd ubehagelig* ubekvem* uvenlig* uhøflig* besværlig* vanskelig* snavset skitten ridse* ripe* for_lille for_liten for_stor for_kort for_sent aldrig_modtaget aldri_mottatt aldri_kommet venter_stadig venter_fortsatt intet_svar ikke_svar ingen_svar returner* sendt_tilbage klag* utilfreds* misfornøyd* dårligere knækk* knust sluttet_at_virke sluttet_å løs",
  awful:
    "forfærdelig* forferdelig* elendig* katastrof* værdiløs* verdiløs* svindel snyd skrald skrot søppel rædsel* redsel* uacceptabel* aldrig_mere aldri_mer hader hater værst* verst* skandal* ulækker* ekkel* pinlig* spild_af bortkastet",
  negations: "ikke ikkje aldrig aldri ingen intet uden uten næppe",
  intensifiers:
    "meget veldig rigtig riktig virkelig virkelig super helt utrolig ekstremt så svært",
  diminishers: "lidt litt ganske nogenlunde noget noe",
  contrasts: "men dog imidlertid alligevel likevel desværre dessverre",
  stop: "og i på en et den det de er var som at å af av for med til fra om har havde hadde jeg du han hun vi mig meg min mit mitt sig seg kan skal efter etter også nu nå når eller denne dette ikke men meget veldig bare alt der jo",
  aspects: {
    delivery: "lever* pakke* forsend* fragt* frakt* emballa* levering* sendt",
    price: "pris* dyr* billig* penge* kroner rabat*",
    quality: "kvalitet* materiale* stof* holdbar* ødelagt* defekt* stabil*",
    size: "størrels* pasform passer lille liten stor kort lang mål",
    service: "service kundeservice support svar* personale betjening refusion",
    product:
      "produkt* vare* farve* farge* design gave* krus kop lampe* pude* pute* stearinlys",
    website:
      "hjemmeside* nettside* webside* betaling* app webshop nettbutikk kurv",
  },
  negates_after: true,
}
