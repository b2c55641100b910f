lesson-list-title = Incontri del corso
lesson-list-lead = Qui trovi gli incontri di questa edizione e chi c’era. Apri un incontro per segnare le presenze.
lesson-new = Aggiungi un incontro
lesson-edit = Cambia l’incontro
lesson-add = Aggiungi l’incontro
lesson-save = Salva l’incontro
lesson-added = L’incontro è nel programma.
lesson-changed = La modifica è salvata.
lesson-was-called-off = L’incontro è annullato. Resta nel programma, e lo dice.
lesson-plan-lead = Di’ quando, dove e con chi. Chi partecipa lo vede subito.
lesson-empty = Non c’è ancora un incontro
lesson-empty-text = Quando aggiungi gli incontri, chi partecipa vede le date e può portarle nel suo calendario.
lesson-title = Di che cosa si parla
lesson-starts = Quando comincia
lesson-length = Quanto dura
lesson-minutes = Quanto dura, in ore
lesson-minutes-hint = Per esempio 3, oppure 1,5, oppure 1:30.
lesson-part = Come si impara
lesson-module = A quale modulo appartiene
lesson-no-module = Nessun modulo
lesson-place = Luogo
lesson-link = Indirizzo della stanza video
lesson-link-hint = Deve iniziare con https://
lesson-team = Insieme a quale équipe
lesson-team-hint = Se l’incontro è con l’équipe che accoglierà chi impara, scrivi qui il suo nome.
lesson-teacher = Chi tiene l’incontro
lesson-state = A che punto è
lesson-held = Si è tenuto
lesson-to-come = In programma
lesson-called-off = Annullato
lesson-called-off-text = Questo incontro è annullato. Le sue ore non contano.
lesson-with-team = Insieme a: { $team }
lesson-trainees = Chi partecipa
lesson-trainees-lead = In ordine alfabetico. Serve a vedere chi ha bisogno di recuperare, non a confrontare le persone.
lesson-who = Chi
lesson-column-meetings = Incontri
lesson-to-field = Tirocini e affiancamenti di questa edizione
lesson-to-list = Tutti gli incontri
lesson-trail-courses = Corsi
lesson-trail-teaching = Formazione
lesson-trail-own = I miei corsi
lesson-present = Chi c’era
lesson-present-lead = Tocca i nomi di chi c’è. Puoi salvare più volte: cambia solo ciò che hai toccato.
lesson-who-was-there = Chi c’è
lesson-nobody = Non c’è ancora nessuna persona ammessa a questa edizione.
lesson-too-early = Puoi segnare chi c’è da un’ora prima dell’inizio.
lesson-mark = Salva le presenze
lesson-marked = Le presenze sono salvate.
lesson-by-code = con il codice
lesson-made-up-part = ha recuperato { $length } il { $on }
lesson-made-up-all = ha recuperato tutto il { $on }
lesson-to-code = Mostra il codice da inquadrare
lesson-make-up-title = Ore recuperate
lesson-make-up-lead = Chi non c’era può recuperare in un altro modo: un altro gruppo, un colloquio, una lettura insieme.
lesson-made-up = Quanto ha recuperato, in ore
lesson-made-up-most = Per esempio 1, oppure 1:30. Al massimo { $most }, quanto dura l’incontro.
lesson-on = In quale giorno
lesson-make-up = Salva le ore recuperate
lesson-make-up-kept = Le ore recuperate sono salvate.
lesson-change-title = Cambia il programma
lesson-call-off = Annulla l’incontro
lesson-call-off-text = Se lo annulli, le sue ore e le presenze già segnate non contano più.
lesson-off-sure = Sì, voglio annullarlo
lesson-invalid-sure = Se vuoi annullarlo davvero, spunta la casella.
lesson-open-video = Entra nella stanza video
lesson-stale = Qualcun altro ha appena cambiato questo incontro. Quello che hai scritto è qui: controllalo e salva di nuovo.
lesson-code-title = Codice per le presenze
lesson-code-lead = Mostralo nella stanza. Chi partecipa lo inquadra con il telefono e tocca una volta.
lesson-code-today = Il codice vale oggi, fino a mezzanotte.
lesson-code-only-on = Il codice vale solo nel giorno dell’incontro: { $day }.
lesson-code-picture = Codice da inquadrare con il telefono
lesson-code-address = Chi non può inquadrarlo apre questo indirizzo:
lesson-code-make = Crea il codice
lesson-code-renew = Crea un codice nuovo: quello vecchio smette di valere
lesson-code-back = Torna alle presenze
lesson-tap-title = Sei qui?
lesson-tap-text = Tocca il pulsante: la tua presenza è segnata.
lesson-tap = Sono qui
lesson-tapped = La tua presenza è segnata.
lesson-tap-already = La tua presenza è già segnata. Non devi fare altro.
lesson-tap-over = Questo codice vale solo nel giorno dell’incontro. Se c’eri, dillo a chi tiene il corso.
lesson-tap-not-yours = Non risulti tra chi partecipa a questo incontro. Se c’è un errore, dillo a chi tiene il corso.
lesson-own-title = I miei incontri
lesson-own-lead = Le date, dove, e quanta strada hai fatto. Lo vedi tu, insieme a chi tiene il corso.
lesson-own-empty = Il programma non c’è ancora
lesson-own-empty-text = Chi tiene il corso aggiunge qui gli incontri. Puoi poi portarli nel tuo calendario.
lesson-own-asks-meetings = Per l’attestato il corso chiede di esserci per almeno il { $percent } per cento delle ore di incontro.
lesson-own-asks-field = Per l’attestato il corso chiede di esserci per almeno il { $percent } per cento delle ore di incontro. Chiede poi sul campo { $field }.
lesson-own-asks = Per l’attestato il corso chiede di esserci per almeno il { $percent } per cento delle ore di incontro. Chiede poi sul campo { $field }, di cui in affiancamento { $shadowing }.
lesson-own-coming = Prossimi incontri
lesson-own-cannot = Non posso venire
lesson-own-come = Vengo
lesson-own-away = Hai detto che non puoi venire.
lesson-own-said-away = Grazie di averlo detto. Non devi spiegare perché.
lesson-own-said-coming = Bene, ti aspettiamo.
lesson-said-away = ha detto che non può venire
lesson-own-past = Incontri passati
lesson-own-past-text = Se manca una tua presenza, o vuoi recuperare delle ore, parlane con chi tiene il corso.
lesson-own-there = C’eri
lesson-own-not-there = La tua presenza non è segnata
lesson-own-made-up = Hai recuperato { $length }
lesson-own-calendar = Porta gli incontri nel mio calendario
lesson-own-to-field = Le mie ore sul campo
lesson-own-to-diary = Il mio diario
lesson-calendar-title = Incontro
lesson-step-next = Il tuo prossimo incontro: { $when }, { $place }
lesson-step-next-video = Il tuo prossimo incontro, in video: { $when }
lesson-remind-subject = Domani c’è un incontro
lesson-remind-body =
    Ciao { $name },

    domani c’è un incontro a cui partecipi.
    Quando: { $when }
    Dove: { $place }

    Se non puoi venire, dillo qui: { $link }
    Non devi spiegare perché.
lesson-off-mail-subject = Un incontro è annullato
lesson-off-mail-body =
    Ciao { $name },

    l’incontro del { $when } non si fa più.

    Le altre date: { $link }
lesson-moved-mail-subject = Un incontro cambia giorno o ora
lesson-moved-mail-body =
    Ciao { $name },

    l’incontro del { $when } ora è il { $new }.

    Tutte le date: { $link }
lesson-picture-title = La strada fatta
lesson-coming = Da oggi in poi
lesson-past = Già passati, dal più recente
lesson-picture-edition = La strada di questa edizione
lesson-picture-done = fatto
lesson-picture-held = tenuto
lesson-picture-open = resta
lesson-picture-field = Sul campo
lesson-picture-shadowing = In affiancamento
lesson-invalid-moment = Scrivi giorno e ora, per esempio 31/5/2026 10:30.
lesson-invalid-minutes = Scrivi le ore, non i minuti: al massimo { $most }. Per esempio 2, oppure 1,5, oppure 1:30.
lesson-invalid-place = Scrivi un luogo o l’indirizzo di una stanza video.
lesson-invalid-future = Scegli un giorno che è già passato, oppure oggi.

retention-lesson-notice = Gli incontri a cui hai detto di non poter venire, e i promemoria che hai ricevuto: restano con la tua partecipazione al corso.
retention-lesson-presence = Le presenze agli incontri di un corso: restano finché serve l’attestato. Se chi le ha segnate cancella i suoi dati, il nome scompare.
