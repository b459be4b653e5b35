package io.cloudpbx.messaging.flow;

/** The same in Spanish; accents are gone from what is compared. */
final class SpanishPhrases {
    static final Phrases OPT_OUT = Phrases.of(
            "\\bno (?:quiero |deseo |necesito |me interesa )?(?:recibir |que me \\w+ )?(?:mas|otros?|ningun\\w*) <mensajes>",
            "\\bno (?:mas|mandes?|manden) <mensajes>|\\b(?:basta|alto|fuera|paren?|stop)(?: \\w+){0,3}? <mensajes>",
            "^ya no mas(?: \\w+)?$|^no mas(?: por favor| gracias)?$",
            "\\b(?:no|ya no|tampoco) (?:quiero|deseo|quisiera|autorizo|acepto|doy permiso)(?: \\w+){0,5}? (?:<mensajes>|recib\\w+|contact\\w+|que me"
                    + " <envien>|que me sigan|nada de (?:ustedes|usted))\\b",
            "\\bno (?:(?:me|nos|le|les|se) )*(?:vuelva[ns]? a |siga[ns]? |este[ns]? |sea[ns]? )?<envien>(?: (?:mas|nada|nunca|otra vez|por favor|ni|"
                    + "<mensajes>|a este numero|estos?|estas?|ya|gracias)\\b|$| ,)",
            "\\bno (?:me |nos )?(?:vuelva[ns]?) a <envien>|\\bde no (?:me )?<envien>(?:me|nos)?\\b",
            "\\b(?:deje[ns]?|deja|dejar|parar|pare[ns]?|basta|parenle|cesen?) (?:ya )?(?:de|con)(?: \\w+){0,2}? (?:<envien>|<mensajes>|recibir)",
            "\\bdej(?:a|e|en)(?:me|nos) (?:en paz|tranquil\\w+|sol[oa])\\b|\\bno insistan?\\b|\\bdije que (?:parar\\w+|no me|dejar\\w+)\\b",
            "\\b(?:quit|quite|quiten|sac|saq|saqu|borr|elimin|remuev|remov|bor|baj)\\w*(?:me|nos)\\b(?! (?:el|la cuenta|los|una?)\\b)"
                    + "(?!.*\\b(?:espera|cita)\\b)",
            "\\b(?:quit\\w*|saqu\\w+|sacar|borr\\w+|elimin\\w+|remuev\\w+|pierd\\w+|olvid\\w+) (?:mi|este|nuestro|el) (?:numero|telefono|celular|"
                    + "contacto|nombre)\\b(?! de (?:pedido|orden))",
            "\\b(?:dar|darme|dame|deme|denme|darnos|doy|den)(?: me)? de baja\\b(?! (?:mi|el|la|un|una) (?!lista|suscripcion|numero))",
            "\\b(?:salir(?:me)?|salgo|saquenme|sacarme|quitarme|fuera) de (?:la|esta|su|sus|las|tu) lista|^(?:ya )?(?:me )?quiero salir(?:me)?$",
            "\\b(?:quit|elimin|borr|remov|sac)(?:ar|er|en|e|an)(?:me)? (?:de la lista|de lista|de su lista|(?:mi |este |el )?(?:numero|telefono|contacto))\\b(?! de (?:pedido|orden))",
            "\\b(?:que me|me pueden|me puede|pueden|puede|me) (?:quit|borr|elimin|sac|saqu)\\w+(?: \\w+){0,2}? (?:lista|sistema|base de datos)\\b",
            "\\b(?:solicito|pido|quiero|necesito|exijo|tramitar|solicitar|pedir)(?: \\w+){0,3}? (?:la |mi |una )?baja\\b|^baja (?:inmediata|por favor|ya|total)$|\\b(?:aqui )?no vive"
                    + " (?:aqui|ning\\w+|nadie|es[ea]|el|ella)\\b|\\baqui no vive\\b",
            "\\bdes(?:u|in)scri\\w+|\\bdesactiv\\w+ (?:los |las )?<mensajes>",
            "\\b(?:cancel\\w+|anul\\w+|deteng\\w+|detener|termin\\w+|par\\w{1,3}|suspend\\w+)(?: \\w+){0,3}? (?:<mensajes>|suscripcion)\\b",
            "\\b(?:numero|persona) (?:equivocad[oa]|incorrect[oa])\\b|\\bequivoc\\w+ de (?:numero|persona|telefono)\\b|\\bno soy (?:\\w+ (?:ni|y no)|la"
                    + " persona)\\b|\\b(?:numero|celular|telefono|cel) (?:ya )?no es\\b|\\bno es el (?:numero|celular|telefono) de\\b|\\beste (?:numero |telefono |celular )?(?:no es|ya no es|no le pertenece|ya no pertenece)\\b(?=.*\\b(?:numero|telefono|de \\w+)\\b)",
            "\\b(?:retiro|revoco|cancelo) mi (?:consentimiento|permiso|autorizacion)\\b",
            "\\b(?:ya )?basta (?:ya|de)\\b|^ya basta$|^ya (?:parenle|paren|pare|parale)\\b",
            "\\bcomo (?:hago|puedo|le hago)?(?: para| yo)? ?(?:no recibir|dejar de recibir|me doy de baja|cancelo|paro|detengo|salirme|"
                    + "quitarme|me salgo|me quito)(?: \\w+){0,4}?$");

    /** "No me manden la factura" is about the bill, "despues de las nueve" about the hour. */
    static final Phrases NARROWED = Phrases.of(
            "\\b(?:la factura|el recibo|el codigo|la direccion|el pedido|la cuenta|despues de las|antes de las|en la noche|de noche|hasta|todavia|"
                    + "mientras|tan tarde|tan temprano|la cita|mi cita|lista de espera|tan seguido|tantos)\\b",
            "\\bmi numero de (?:pedido|orden)\\b");

    static final Phrases DOUBT = Phrases.of(
            "\\bcancel(?:ar|arla|arlo|arme|o|e|en|a|ame|enme|eme|emos)\\b(?! (?:sin|con) (?:costo|cargo))",
            "\\b(?:ya )?no (?:me|nos) interesa\\b|\\bno esto?y? interesad[oa]\\b",
            "\\b(?:cuando|hasta cuando) (?:termina|acaba|para|terminan|paran|se acaba) ?(?:esto|eso|estos mensajes)?$",
            "\\bpor ?que (?:me|nos|siguen|sigue|estoy)\\b(?=.*(?:mensaj|texto|mand|envi|escrib|recib|llam))",
            "\\b(?:demasiados|tantos|muchos) <mensajes>",
            "\\b(?:es|son|puro|mucho) spam\\b|\\b(?:fraude|estafa|estafadores)\\b|\\bacos(?:o|ando|ar)\\b|\\b(?:report|denunci|demand)ar\\w*|\\bmi abogado\\b",
            "\\b(?:dar|darme|doy|dame|quiero|pedir|solicit\\w+)(?: \\w+){0,2}? de baja\\b|\\bno (?:me|nos) <envien>\\b(?!.*(?:factura|recibo|codigo|direccion))",
            "\\b(?:parar|pare|paren|detener|detenga|detengan) (?:el|la|mi|los|las|todo)\\b|\\b(?:estoy|tienen) (?:hart|cansad)\\w+|\\bme canse\\b");

    /** What is about a thing or a price raises no doubt. */
    static final Phrases NARROWED_TO_THINGS = Phrases.of(
            "\\b(?:la factura|el recibo|el codigo|la direccion|politica|cargo por|multa|cobran|cobrar)\\b|^(?:cuanto|cual|si cancelo)\\b");

    static final Phrases PERSON = Phrases.of(
            "\\b(?:habl\\w+|comuni\\w+|pas\\w+|conect\\w+|contactar\\w*|atiend\\w+|atend\\w+|platicar)(?: \\w+){0,3}? (?:con|a|una|un|por)"
                    + "(?: \\w+){0,2}? ?(?:persona|alguien|agente|representante|humano|asesora?|gerente|encargad[oa]|doctora?|operadora?|"
                    + "supervisora?|ejecutiv[oa]|duen[oa]|alguno|recepcionista)\\b",
            "^(?:(?:un|una|por favor|quiero|necesito|quisiera|el|la|con) )*(?:agente|representante|humano|persona(?: real)?|operadora?|"
                    + "asesora?|gerente|persona de verdad)(?: (?:por favor|ya|gracias))*$",
            "\\balguien (?:me |que me )?(?:puede|podria) (?:atender|ayudar|llamar|contestar)\\w*\\b|\\bhay alguien (?:ahi|que)\\b",
            "\\b(?:llamenme|llameme|llamame|marquenme|marqueme|me pueden llamar|me puede llamar|pueden llamarme|puede llamarme|"
                    + "alguien (?:que )?me (?:llame|atienda|ayude|conteste|puede llamar)|que me (?:llamen|llame|marquen|marque|contacten))\\b",
            "\\bno quiero (?:hablar|tratar) con (?:un |una )?(?:robot|maquina|bot|computadora)\\b");

    static final Phrases EMERGENCY = Phrases.of(
            "\\b(?:llam\\w+|marc\\w+) (?:\\w+ ){0,2}?(?:911|ambulancia|policia|bomberos)\\b|\\b(?:necesit\\w+|mand\\w+|envi\\w+)(?: \\w+){0,2}? "
                    + "(?:ambulancia|bomberos|policia)\\b",
            "\\b(?:es una|tenemos una|tengo una|hay una) emergencia\\b|^emergencia$",
            "\\bauxilio\\b|^fuego\\b|^incendio\\b|\\barmad[oa]s?\\b(?! de)|\\bhay (?:un )?(?:incendio|fuego)|\\bse (?:esta )?(?:quema|quemando|incendia)\\w*|\\bincendio en\\b|\\ben llamas\\b",
            "\\b(?:huele|olor|fuga|escape)(?: \\w+)? (?:a|de) gas\\b|\\bmonoxido\\b",
            "\\bno (?:puedo|puede|podemos) respirar\\b|\\bno (?:esta )?respira(?:ndo)?\\b|\\bse (?:esta )?(?:ahoga|ahogando|asfixia)\\w*",
            "\\b(?:duele|dolor)(?: \\w+){0,3}? (?:el|de|en el) pecho\\b|\\binfarto\\b|\\bderrame cerebral\\b|\\bataque (?:al corazon|cardiaco)\\b|"
                    + "\\bconvulsion\\w*",
            "\\b(?:tiene|trae|con) (?:una? )?(?:pistola|arma|cuchillo|navaja)\\b|\\bme (?:disparo|dispararon|apunalo|apunalaron|esta pegando|estan"
                    + " pegando|esta golpeando|atacan|estan atacando)\\b|\\b(?:hay|un) tirador\\b|\\bbalazos?\\b",
            "\\balguien (?:entro|se metio|esta entrando|quiere entrar)\\b|\\bladron en\\b",
            "\\b(?:quiero|voy a|pienso) (?:morir|morirme|matarme|suicidarme)\\b|\\bme quiero (?:morir|matar)\\b|\\bsuicidar\\w*|\\bno quiero (?:vivir|seguir"
                    + " viviendo)\\b|\\bquitarme la vida\\b",
            "\\bse desmayo\\b|\\binconsciente\\b|\\bno (?:despierta|responde|reacciona)\\b|\\bsobredosis\\b|\\bsangrando mucho\\b|\\bse desangra\\b|"
                    + "\\bse cayo y no\\b|\\batropell\\w+");

    private SpanishPhrases() {}
}
