import type { WordList } from "./word-list"

export const fr: WordList = {
  great:
    "excellent* parfait* super génial* géniaux magnifique* superbe* formidable* fantastique* merveill* extraordinaire* adore adorons adoré impeccable* ravi ravie ravis ravies top splendide* exceptionnel* sublime* incroyable* enchanté* irréprochable* remarquable* meilleur meilleure aime_beaucoup sans_faute nickel au_top bluffant* coup_de_cœur comblé*",
  good: "problème_réglé problème_résolu réglé_en résolu bon bonne bons bonnes bien beau belle beaux belles joli jolie jolis jolies satisfait* recommande recommandé agréable* rapide* rapidement sympa sympathique* aimable* gentil* efficace* merci content* heureux heureuse pratique* confortable* solide* conforme* qualité_au_rendez soigné* fiable* facile* facilement utile* aime aimé apprécie apprécié correct* réactif* réactive* professionnel* élégant* doux douce moelleux délicieux délicieuse pas_cher abordable* plaisir fonctionne mieux serviable* à_l'écoute courtois* pas_mal rien_à_dire rien_à_redire sans_problème sans_souci aucun_problème aucun_souci bien_emballé rapport_qualité bravo à_temps",
  bad: "en_morceaux mille_morceaux en_miettes personne_ne_répond ne_répond ne_répondent sans_réponse beaucoup_plus_petit se_décolle abîme laid laide moche* s'est_cassé mauvais mauvaise mauvaises déçu déçue déçus déçues décevant* déception* cassé* abîmé* endommagé* défectu* défaut* lent lente lenteur cher chère chers trop_cher problème* retard* retardé* erreur* manque manquant* manquait malheureusement dommage fragile* inutile* insatisfait* désagréable* impoli* inconfortable* médiocre* bas_de_gamme compliqué* sale* rayé* rayure* fissur* trop_petit trop_grand trop_court trop_long trop_étroit attends_toujours toujours_pas_reçu jamais_reçu jamais_arrivé aucune_réponse pas_de_réponse renvoyé retourné remboursement plainte réclamation* plante bug* bugs difficile* cheap déchiré* froid incompétent* injoignable* usé* pénible* regrette bruyant* odeur panne faible* perdu*",
  awful:
    "horrible* affreux affreuse nul nulle nuls nulles catastroph* arnaque* arnaqué* scandal* honteux honteuse inadmissible* inacceptable* épouvantable* déplorable* pire désastre* désastreux lamentable* escroc* fuyez fuir déteste détesté dégoûtant* poubelle plus_jamais inexistant* merde pourri* voleur* vol ne_plus_jamais minable*",
  negations:
    "ne n pas plus jamais aucun aucune sans ni rien non guère personne",
  intensifiers:
    "très trop vraiment tellement extrêmement absolument si totalement complètement hyper particulièrement super_bien",
  diminishers: "peu assez plutôt légèrement relativement presque parfois",
  contrasts: "mais cependant toutefois pourtant néanmoins sauf malgré",
  stop: "le la les un une des du de et ou est sont était je tu il elle nous vous ils elles on mon ma mes ce cette ces cet à au aux en dans sur pour par avec que qui quoi ai a avons avez ont été être avoir fait c'est j'ai se sa son ses leur y d l c j s qu m t plus pas très mais tout tous toute comme aussi même encore déjà bien",
  aspects: {
    delivery:
      "livraison* livré* colis* expédi* envoi* reçu* emballage* emballé* transporteur* délai* arrivé* poste",
    price:
      "prix cher chère chers coût* euro euros abordable* tarif* argent promo* valeur",
    quality:
      "qualité* matière* tissu* finition* solide* fragile* robuste* cassé* défaut* défectu* durable*",
    size: "taille* taillé* petit petite grand grande court courte étroit* large dimension* coupe",
    service:
      "service* client* sav vendeur* vendeuse* équipe* conseil* réponse* remboursement* personnel accueil support contact*",
    product:
      "produit* article* objet* couleur* design cadeau* tasse* lampe* coussin* bougie* modèle*",
    website:
      "site* commande_en_ligne paiement* navigation page* boutique_en_ligne application appli panier",
  },
  negates_after: true,
}
