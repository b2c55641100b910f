continuing-title = Formazione continua
continuing-lead = Che cosa proponete alle vostre persone esperte, come per ogni professione sanitaria e sociale.
continuing-charter-met = La Carta chiede di proporre almeno { $hours } ore in { $months } mesi a ogni persona esperta attiva. Avete proposto abbastanza a tutte: { $met } su { $all }.
continuing-charter-open = La Carta chiede di proporre almeno { $hours } ore in { $months } mesi a ogni persona esperta attiva. Finora avete proposto abbastanza a { $met } su { $all }. Gli incontri in programma contano dal loro giorno.
continuing-charter-nobody = La Carta chiede di proporre almeno { $hours } ore in { $months } mesi a ogni persona esperta attiva. Da voi nessuna è attiva da così tanto.
continuing-new = Proponi un incontro
continuing-edit = Cambia la proposta
continuing-add = Invia la proposta
continuing-save = Salva la proposta
continuing-added = La proposta è inviata. Le persone esperte la vedono.
continuing-changed = La modifica è salvata.
continuing-was-called-off = L’incontro è annullato. Chi veniva riceve un messaggio. Non conta tra le ore proposte.
continuing-off-title = Annulla: { $topic }
continuing-off-lead = Chi aveva detto di venire riceve un messaggio e legge qui il motivo.
continuing-off-why = Perché non si fa più
continuing-off-why-hint = Lo leggono le persone esperte che avevano detto di venire. Non nominare la salute di nessuno.
continuing-off-said-why = Non si fa più. Motivo: { $why }
continuing-off-said = Non si fa più.
continuing-why = Motivo: { $why }
continuing-off-mail-subject = Un incontro è annullato
continuing-off-mail-body =
    Ciao { $name },

    l’incontro del { $when } non si fa più.
    Il motivo è nella tua pagina: { $link }
continuing-changed-mail-subject = Un incontro cambia
continuing-changed-mail-body =
    Ciao { $name },

    l’incontro del { $when } a cui hai detto di venire è cambiato.
    Quando: { $new }
    Dove: { $place }

    Se così non puoi venire, puoi dirlo qui: { $link }
continuing-stale = Qualcun altro ha appena cambiato questa proposta. Quello che hai scritto è qui: controllalo e salva di nuovo.
continuing-plan-lead = Conta ciò che proponete. Chi non viene non deve spiegare perché.
continuing-empty = Non c’è ancora una proposta
continuing-empty-text = Qui stanno gli incontri di formazione che proponete. Ogni persona esperta vede i suoi e dice se viene.
continuing-topic = Di che cosa si parla
continuing-about = Altre informazioni
continuing-starts = Quando comincia
continuing-minutes = Quanto dura, in ore
continuing-minutes-hint = Per esempio 3, oppure 1,5, oppure 1:30.
continuing-place = Luogo
continuing-link = Indirizzo della stanza video
continuing-link-hint = Deve iniziare con https://
continuing-team = Insieme a quale équipe
continuing-team-hint = Se è insieme all’équipe, scrivi qui il suo nome.
continuing-audience = Per chi è
continuing-audience-everyone = Per tutte le persone esperte attive da noi
continuing-audience-some = Solo per chi scelgo qui sotto
continuing-invited = Chi inviti
continuing-for-everyone = Per tutte le persone esperte attive
continuing-for-some = { $number ->
    [one] Per una persona esperta
   *[other] Per { $number } persone esperte
 }
continuing-who-comes = Vengono: { $names }
continuing-held = Si è tenuto
continuing-to-come = In programma
continuing-called-off = Annullato
continuing-call-off = Annulla l’incontro
continuing-back = Torna alle proposte
continuing-own-title = La mia formazione continua
continuing-own-lead = Le proposte per te e le ore che raccogli. Le tue ore le vedi solo tu.
continuing-own-sum = Dal { $from } hai raccolto { $length }.
continuing-counts-text = Contano le ore da qualsiasi fonte: incontri, corsi, convegni, supervisione, letture insieme. La Carta chiede alla tua realtà di proporti almeno { $hours } ore in { $months } mesi. A te non chiede nulla: un’assenza non pesa su nessuno.
continuing-own-empty = Non ci sono proposte per te
continuing-own-empty-text = Quando la tua realtà propone un incontro, lo trovi qui. Le ore fatte altrove puoi già scriverle.
continuing-coming = Proposte per te
continuing-with-team = insieme a { $team }
continuing-open-video = Entra nella stanza video
continuing-come = Vengo
continuing-not-come = Non vengo
continuing-answer-yes = Vieni
continuing-answer-no = Non vieni
continuing-answered-yes = Grazie, ti aspettiamo. Il giorno prima ti scriviamo.
continuing-answered-no = Va bene così. Se cambi idea, puoi dirlo qui.
continuing-to-calendar = Porta l’incontro nel mio calendario
continuing-calendar-title = Incontro
continuing-past = Incontri passati
continuing-past-text = Se c’eri, aggiungi le ore alle tue. Basta la tua parola.
continuing-was-there = C’ero: aggiungi le ore
continuing-already-kept = È tra le tue ore.
continuing-own-hours = Le mie ore
continuing-own-none = Non hai ancora scritto ore.
continuing-keep-title = Aggiungi delle ore
continuing-keep-text = Anche da altre realtà o fatte per conto tuo. Le parole sono cifrate con la tua chiave.
continuing-keep = Aggiungi le ore
continuing-kept = Le ore sono tra le tue.
continuing-remove = Togli
continuing-removed = Le ore sono tolte.
continuing-hours-day = In quale giorno
continuing-hours-minutes = Per quante ore
continuing-hours-minutes-hint = Per esempio 3, oppure 1,5, oppure 1:30. Per mezz’ora: 0:30.
continuing-hours-what = Che cosa hai fatto
continuing-hours-source = Con chi o dove
continuing-step-answer = Di’ se vieni alle proposte di formazione: { $number }
continuing-mail-subject = Domani c’è un incontro
continuing-mail-body =
    Ciao { $name },

    domani c’è l’incontro a cui hai detto di venire.
    Quando: { $when }
    Dove: { $place }

    Se non puoi più venire, dillo qui: { $link }
continuing-invalid-place = Scrivi un luogo o l’indirizzo di una stanza video.
continuing-invalid-invited = Scegli almeno una persona, oppure proponi l’incontro a tutte.
continuing-invalid-future = Scegli un giorno che è già passato, oppure oggi.

retention-continuing-answer = Gli inviti e le risposte alle proposte di formazione: restano finché la persona vuole.
retention-continuing-own = Le ore di formazione raccolte: le parole sono cifrate con la chiave della persona e restano finché la persona vuole.
