# Gli incontri di una selezione.
interview-state-proposed = Proposto
interview-state-accepted = Confermato
interview-state-moved = Chiesto un altro momento
interview-state-held = Fatto
interview-state-called-off = Annullato
interview-when = { $when }, circa { $minutes } minuti
interview-at-place = Dove: { $place }
interview-open-room = Apri la stanza video
interview-to-calendar = Aggiungi al tuo calendario
interview-calendar-title = Un incontro
interview-step-accept = Va bene, ci sarò
interview-step-move = Chiedi un altro momento
interview-step-hold = Ci siamo incontrati
interview-step-call-off = Annulla l’incontro
interview-ask-another = Chiedi un altro momento
interview-part-title = I tuoi incontri
interview-wish-title = Quando potrebbe
interview-trail-candidacy = La tua candidatura
interview-answer-title = Il tuo incontro
interview-answer-lead = È un incontro per conoscersi, non un esame. Se il momento non va bene, chiedine un altro.
interview-another-title = Un altro momento
interview-another-text = Scrivi quando potresti, o se preferisci un altro luogo o il video. Non devi dire perché.
interview-wish = Quando potresti
interview-wish-hint = Per esempio: di pomeriggio, dopo le quattro, tranne il giovedì.
interview-propose-title = Proponi un incontro a { $name }
interview-propose-lead = La persona può dire di sì, o chiedere un altro momento.
interview-propose-anew-text = La nuova proposta prende il posto di quella che c’è.
interview-starts = Giorno e ora
interview-minutes = Quanto dura, in minuti
interview-place = Dove
interview-place-hint = Un luogo facile da raggiungere, dove si parla con calma.
interview-link = Oppure: indirizzo della stanza video
interview-link-hint = Inizia con https://
interview-propose = Invia la proposta
interview-proposed = La proposta è inviata. Ora tocca alla persona.
interview-proposed-unreached = La proposta è sulla pagina della persona. Non abbiamo una sua mail: se potete, avvisatela a voce.
interview-held = Bene. Ora potete scrivere la nota insieme.
interview-called-off = L’incontro è annullato e la persona lo sa.
interview-called-off-unreached = L’incontro è annullato. Non abbiamo una mail della persona: se potete, avvisatela a voce.
interview-accepted = Bene, ci vediamo lì. Il giorno prima ti scriviamo, se abbiamo un tuo indirizzo.
interview-moved = Abbiamo detto al gruppo che cerchi un altro momento.
interview-invalid-instant = Scrivi giorno e ora così: 24/11/2026 15:30.
interview-invalid-starts = Scegli un momento da qui a sei mesi.
interview-invalid-minutes = Scrivi un numero da 10 a 240.
interview-invalid-where = Scrivi un luogo, oppure l’indirizzo di una stanza video.
interview-meanwhile = Un’altra persona del gruppo ha appena proposto: { $there }. Quello che hai scritto è ancora qui: se lo invii, prende il posto della proposta.
interview-answer-meanwhile = L’incontro è appena cambiato. Quello che hai scritto è ancora qui: guarda com’è ora, poi rispondi.
interview-told-proposed = { $name } ti propone un incontro: { $detail }.
interview-told-anew = { $name } propone un altro momento: { $detail }.
interview-told-called-off = { $name } ha annullato l’incontro: { $detail }.
interview-told-accepted = Hai confermato l’incontro: { $detail }.
interview-told-moved = Hai chiesto un altro momento. Prima era: { $detail }.
interview-seen-wish = quando potresti
interview-mail-subject = Una proposta per un incontro
interview-mail-body =
    Ciao,

    ti proponiamo un incontro: { $when }.

    Per rispondere apri la tua pagina:

    { $link }
interview-off-subject = Un incontro è annullato
interview-off-body =
    Ciao,

    l’incontro previsto per { $when } è annullato.

    Sulla tua pagina trovi come si va avanti:

    { $link }
interview-remind-subject = Un incontro domani
interview-remind-body =
    Ciao,

    ti ricordiamo l’incontro: { $when }.

    Dove e come, lo trovi sulla tua pagina:

    { $link }
interview-remind-panel-subject = Un incontro domani
interview-remind-panel-body =
    Ciao { $name },

    ti ricordiamo l’incontro: { $when }.

    I dettagli sono qui:

    { $link }
interview-panel-accepted-subject = Un incontro è confermato
interview-panel-accepted-body =
    Ciao { $name },

    l’incontro è confermato: { $when }.

    I dettagli sono qui:

    { $link }
interview-panel-moved-subject = Serve un altro momento per un incontro
interview-panel-moved-body =
    Ciao { $name },

    per l’incontro previsto per { $when } serve un altro momento.

    Proponetene uno da qui:

    { $link }
retention-interview = Gli incontri di una candidatura: si cancellano dopo un anno.
