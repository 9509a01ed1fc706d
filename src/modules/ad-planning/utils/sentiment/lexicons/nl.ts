import type { WordList } from "./word-list"

export const nl: WordList = {
  great:
    "geweldig* fantastisch* uitstekend* perfect* super prachtig* schitterend* heerlijk* top toppie briljant* subliem* dol_op fenomenaal* uitmuntend* beste mooiste fantastische liefde aanrader absolute_aanrader zeer_tevreden helemaal_blij dik_tevreden voortreffelijk*",
  good: "raad goed goede mooi mooie blij tevreden aanbevelen raad_aan vriendelijk* snel snelle behulpzaam behulpzame fijn fijne prettig* handig* bedankt dank leuk leuke netjes degelijk* stevig* betrouwbaar* goedkoop comfortabel* zacht* lekker* correct* prima keurig* duidelijk* makkelijk* gemakkelijk* werkt past kwalitatief lief gezellig* betaalbaar* top_service graag zoals_beschreven geen_problemen geen_probleem niet_slecht niks_mis niets_op_aan_te_merken op_tijd goed_verpakt elegant* voordelig* beter",
  bad: "in_stukken niemand_reageert reageert_niet lelijk* losgelaten laat_los veel_kleiner slecht* teleurgesteld* teleurstellend* teleurstelling kapot* stuk beschadigd* defect* traag trage langzaam* duur dure onvriendelijk* probleem problemen fout foute fouten verkeerd* vertraging vertraagd ontbreekt ontbrak mist helaas jammer klacht* onhandig* oncomfortabel* ongemakkelijk* te_klein te_groot te_laat te_duur te_kort te_strak nog_steeds_niet nooit_aangekomen nooit_ontvangen geen_reactie geen_antwoord teruggestuurd geretourneerd retour vies vieze kras krassen gebroken goedkope_troep ondermaats* matig* onduidelijk* ingewikkeld* lastig* vervelend* irritant* dun wankel* zwak* onbetrouwbaar* ontevreden wachten gewacht vastloopt waardeloos_spul valt_tegen viel_tegen tegenvallend* gescheurd* stinkt",
  awful:
    "verschrikkelijk* vreselijk* waardeloos waardeloze rampzalig* ramp schandalig* oplichter* oplichting afschuwelijk* walgelijk* rommel troep nooit_meer belachelijk* belabberd* weggegooid* bedrog onacceptabel* haat dramatisch* slechtste schande drama dieven bagger",
  negations: "niet geen nooit zonder niets niks nauwelijks noch",
  intensifiers:
    "heel erg zeer echt super ontzettend enorm absoluut helemaal zo extreem veel hele",
  diminishers: "beetje redelijk vrij enigszins best",
  contrasts: "maar echter toch alleen desondanks hoewel",
  stop: "de het een en of is zijn was ik je jij hij ze we wij u mijn in op aan van voor met bij naar uit over als dat die dit deze er ook nog al heb heeft had hebben word wordt werd kan om te tot dan wat zo weer maar niet door",
  aspects: {
    delivery:
      "lever* bezorg* pakket* verzend* verpak* aangekomen ontvangen postnl verzonden",
    price:
      "prijs* prijzen duur dure goedkoop* geld euro betaalbaar* korting* voordelig*",
    quality:
      "kwaliteit* materia* stof afwerking stevig* kapot* defect* degelijk* kwalitatief",
    size: "maat* maten pasvorm past klein groot lang kort strak formaat",
    service:
      "service klantenservice klantendienst medewerk* contact antwoord reactie helpdesk terugbetal* verkoper*",
    product:
      "product* artikel* kleur* design cadeau* mok* lamp* kussen* kaars*",
    website:
      "website* site webshop bestelproces betalen app inloggen winkelwagen",
  },
  negates_after: true,
}
