import type { WordList } from "./word-list"

export const es: WordList = {
  great:
    "excelente* perfecto perfecta perfectos perfectas genial* fantástic* maravill* increíble* espectacular* estupend* encanta encantan encantó encantado encantada encantados fenomenal* magnífic* extraordinari* impresionante* inmejorable* sensacional* amo adoro mejor mejores preciosa precioso preciosas preciosos espléndid* impecable* 10/10 excepcional* de_lujo superó",
  good: "sin_ningún_problema bueno buena buenos buenas buen bien bonito bonita bonitos bonitas recomiendo recomendable* recomendado satisfech* contento contenta contentos feliz rápido rápida rápidos rápidamente amable* útil útiles cómod* gracias barat* económic* fácil fácilmente práctic* eficiente* eficaz agradable* gusta gustan gustó gustado lindo linda hermos* suave* resistente* puntual* correcto correcta atent* profesional* fiable* funciona elegante* acogedor* calidad_precio robust* cumple sólid* delicios* sin_problema sin_problemas ningún_problema nada_mal vale_la_pena repetiré volveré a_tiempo antes_de_lo_esperado bien_embalado",
  bad: "hecho_pedazos en_pedazos nadie_contesta no_contestan no_responden nadie_responde estrope* mucho_más_pequeño feo fea se_despega se_ha_roto tardó_semanas tardaron malo mala malos malas mal decepción decepcion* defectuos* defecto* rot* dañad* lento lenta lentos caro cara caros caras problema* retraso* tarde error* falta faltaba faltan lamentablemente desafortunadamente lástima frágil* inútil* insatisfech* desagradable* incómod* mediocre* complicad* difícil suci* rayad* arañazo* equivocad* pequeñ*_demasiado demasiado_pequeño demasiado_grande muy_pequeño muy_pequeña sigo_esperando no_llegó nunca_llegó no_ha_llegado sin_respuesta nadie_responde devolví devolver devuelto devolución queja* reclam* falla fallo* falló maleducad* antipátic* descontento deficiente* endeble incompleto manchad* pobre peor perdido despegó rompió rompe se_cae ruidos* dejó_de_funcionar incorrecto*",
  awful:
    "horrible* terrible* pésim* fatal estafa* estafador* timo asco asqueros* basura desastre* espantos* vergüenza vergonzos* odio nefast* inaceptable* lamentable* nunca_más ladrones engaño* engañ* robo fraude* malísim* horroros* penoso penosa tirar_el_dinero mierda porquería",
  negations:
    "no ni nunca jamás sin nada tampoco ningún ninguna ninguno nadie apenas",
  intensifiers:
    "muy mucho mucha muchísimo tan realmente totalmente absolutamente súper super extremadamente bastante demasiado verdaderamente",
  diminishers: "poco algo ligeramente relativamente casi",
  contrasts: "pero sino aunque sin_embargo no_obstante excepto salvo",
  stop: "el la los las un una unos unas de del al a y o u en con por para que es son era fue ser está están estaba yo tú él ella nosotros me mi mis te se lo le les su sus este esta esto ese esa como más ha he han hay ya también todo todos toda cuando porque muy pero no si",
  aspects: {
    delivery:
      "entrega* envío* envio* paquete* llegó llegaron llegado embalaje* embalado pedido_llegó mensajer* transport* correos reparto recibí",
    price:
      "precio* caro cara caros barat* coste* costó dinero euro euros económic* vale descuento*",
    quality:
      "calidad* material* tela acabado* resistente* defectuos* rot* durader* frágil* robust*",
    size: "talla* tamaño* pequeñ* grande* corto corta estrech* ancho medidas",
    service:
      "servicio* atención cliente* vendedor* soporte respuesta* devolución reembolso* trato personal atienden",
    product:
      "producto* artículo* color* diseño* regalo* taza* lámpara* cojín* vela* modelo*",
    website:
      "web página* sitio tienda_online pago* compra_online aplicación app carrito navegación",
  },
}
