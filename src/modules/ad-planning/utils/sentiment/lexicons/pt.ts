import type { WordList } from "./word-list"

export const pt: WordList = {
  great:
    "excelente* perfeito perfeita perfeitos perfeitas ótimo ótima ótimos ótimas fantástic* maravilhos* incrível incríveis espetacular* adorei amei adoro amo sensacional* impecável impecáveis magnífic* extraordinári* lindíssim* melhor melhores excepcional* excecional* sensacionais nota_10 superou top maravilha deslumbrante*",
  good: "bom boa bons boas bem bonito bonita bonitos bonitas lindo linda lindos lindas recomendo recomendado recomendável satisfeit* feliz contente* rápido rápida rápidos rapidamente rapidez atencios* simpátic* gentil útil obrigad* barat* prático prática fácil confortável confortáveis agradável gostei gosto gostamos resistente* pontual eficiente* confiável funciona elegante* delicios* macio macia caprichad* cuidados* sólid* conforme_descrito sem_problema sem_problemas nenhum_problema nada_mal vale_a_pena valeu_a_pena antes_do_prazo no_prazo bem_embalado chegou_rápido parabéns",
  bad: "em_pedaços ninguém_respondeu não_respondem feio feia descol* menor_do_que mau má maus ruim ruins mal decepcion* dececion* desilud* defeituos* defeito* quebrad* partid* danificad* lento lenta demorad* demora demorou caro cara caros caras problema* atras* erro* errado errada falta faltou faltando infelizmente pena frágil frágeis inútil insatisfeit* desagradável desconfortável medíocre* complicad* difícil sujo suja riscad* arranh* grosseir* mal_educad* muito_pequeno muito_grande não_chegou nunca_chegou ainda_espero sem_resposta ninguém_responde devolvi devolver devolução reclam* queixa* fraco fraca fracos pior rasg* rasgou quebrou parou_de_funcionar trava travando deixou_a_desejar deixa_a_desejar barulhent* mancha* perdid*",
  awful:
    "péssim* horrível horríveis terrível terríveis lixo desastre* nojo nojent* vergonha vergonhos* golpe burla fraude* roubo odiei odeio inaceitável nunca_mais ladrões enganad* engano* porcaria descaso absurdo ridícul* merda dinheiro_jogado lamentável pavoros*",
  negations:
    "não nao nunca jamais sem nem nada nenhum nenhuma ninguém tampouco",
  intensifiers:
    "muito muita super tão realmente bastante totalmente extremamente demais bem absolutamente",
  diminishers: "pouco um_pouco quase relativamente meio",
  contrasts: "mas porém contudo entretanto embora exceto apesar só_que",
  stop: "o a os as um uma uns umas de do da dos das em no na nos nas com por para que é são era foi ser está eu tu ele ela nós você vocês me meu minha se lhe seu sua este esta isso esse como mais já também tudo todos quando porque ao à e ou não muito mas pelo pela veio",
  aspects: {
    delivery:
      "entreg* envio* enviad* encomenda_chegou chegou chegaram embalag* embalad* pacote* frete* correios transport* prazo*",
    price:
      "preço* caro cara caros barat* custo* dinheiro reais euro euros desconto* valor",
    quality:
      "qualidade* material* tecido* acabamento* resistente* quebrad* defeito* frágil durável",
    size: "tamanho* pequen* grande* curto curta apertad* largo medidas caimento",
    service:
      "atendimento serviço* client* vendedor* suporte resposta* reembolso* equipe equipa apoio",
    product:
      "produto* artigo* cor cores design presente* caneca* abajur almofada* vela* modelo*",
    website:
      "site* página* loja_online pagamento* aplicativo app carrinho navegação",
  },
}
