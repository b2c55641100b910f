# Edizioni di un corso
edition-list-title = Edizioni: { $name }
edition-none = Non c’è ancora un’edizione
edition-none-text = Un’edizione ha le sue date, i suoi posti e le sue persone.
edition-new = Aggiungi un’edizione
edition-edit = Modifica l’edizione
edition-edit-lead = Date, posti, luogo. Chi vuole partecipare legge quello che scrivi.
edition-title = Come si chiama
edition-title-hint = Per esempio: primavera 2027.
edition-starts = Primo giorno
edition-ends = Ultimo giorno
edition-places = Posti
edition-venue = Dove
edition-venue-hint = Un indirizzo, o come ci si collega da lontano.
edition-pace = Giorni, orari e forma
edition-pace-hint = Scrivi anche come si adattano a una persona: pause, recuperi, mezze giornate.
edition-open = Si può chiedere di partecipare
edition-add = Aggiungi l’edizione
edition-save = Salva l’edizione
edition-added = L’edizione è aggiunta.
edition-saved = L’edizione è salvata. Se si sono liberati posti, sono andati a chi aspettava.
edition-invalid-ends = L’ultimo giorno viene prima del primo.
edition-invalid-places = Scrivi un numero da 1 a 500.
edition-invalid-taken = { $taken } posti sono già occupati: non possono diventare di meno.
edition-when = Dal { $from } al { $until }
edition-places-taken = Posti occupati: { $taken } su { $places }. In lista d’attesa: { $waiting }.
edition-places-free = { $free ->
    [one] C’è un posto libero.
   *[other] Ci sono { $free } posti liberi.
 }
edition-places-none = I posti sono tutti occupati. Puoi chiedere lo stesso: c’è una lista d’attesa.
edition-is-open = Si può chiedere di partecipare.
edition-is-closed = Ora non si può chiedere di partecipare.
edition-course-draft = Il corso non è ancora pubblico: nessuno può trovare questa edizione.
edition-nobody = Non ha ancora chiesto nessuno
edition-nobody-text = Quando qualcuno chiede di partecipare, lo trovi qui, in ordine di richiesta.
edition-group-asked = Chi ha chiesto di partecipare
edition-group-placed = Chi partecipa
edition-group-waiting = Chi aspetta un posto
edition-group-completed = Chi ha completato il corso
edition-group-left = Chi ha lasciato
edition-person-erased = Persona che ha cancellato i suoi dati
edition-asked-on = Ha chiesto il { $day }.
edition-back-on = Pensa di tornare il { $day }.
edition-offer-due = Gruppo da proporre
edition-back = Torna all’edizione
edition-lessons = Lezioni e presenze
edition-fieldwork = Tirocinio e affiancamento
edition-invite-title = Invita una persona
edition-invite-text = Riceve un invito ad aprire un profilo. Poi decide se chiedere di partecipare. Nessuno viene iscritto da altri.
edition-invite-name = Come si chiama
edition-invite-email = Indirizzo di posta
edition-invite-send = Invia l’invito
edition-invited = L’invito è partito.

# Dove sta una persona
edition-state-asked = Richiesta ricevuta
edition-state-waiting = In lista d’attesa
edition-state-admitted = Con un posto
edition-state-paused = In pausa
edition-state-completed = Corso completato
edition-state-left = Non più nel corso
edition-turn-asked = Richiesta di partecipare
edition-turn-waited = Entrata in lista d’attesa
edition-turn-admitted = Posto assegnato
edition-turn-paused = Inizio di una pausa
edition-turn-returned = Ritorno dalla pausa
edition-turn-completed = Corso completato
edition-turn-left = Uscita dal corso
edition-turn-group-offered = Un gruppo proposto
edition-first-day = Primo giorno
edition-last-day = Ultimo giorno
edition-their-next-asked = La persona aspetta una risposta. Se i posti sono finiti, entra in lista d’attesa.
edition-their-next-waiting = Il primo posto che si libera va a chi aspetta da più tempo. La persona riceve un messaggio.
edition-their-next-admitted = Il corso è in cammino fino al { $until }. Se la persona ha bisogno di una pausa, puoi segnarla qui.
edition-their-next-paused = Il posto e tutto quello che ha fatto restano suoi. Quando torna, segna il ritorno.
edition-their-next-completed = Quando le regole del corso sono rispettate, puoi proporre il suo attestato.
edition-their-next-left = Può chiedere di nuovo, in questa o in un’altra edizione.
edition-next-asked = Chi cura il corso legge la richiesta e risponde. La risposta arriva qui.
edition-next-waiting = Il primo posto che si libera va a chi aspetta da più tempo. Ricevi un messaggio.
edition-next-before = Il corso comincia il { $from }.
edition-next-admitted = Il corso è in cammino fino al { $until }. Puoi fare una pausa quando serve.
edition-next-paused = Il posto e tutto quello che hai fatto restano tuoi. Torna quando vuoi.
edition-now-completed = L’attestato
edition-next-completed = Quando le regole del corso sono rispettate e due persone lo firmano, lo trovi tra i tuoi attestati.
edition-next-left = Puoi chiedere di nuovo, in questa o in un’altra edizione.

# La persona, vista da chi cura il corso
edition-path-title = Il percorso, con le sue parole
edition-path-lead = La persona ha detto di avere un proprio percorso di recovery. La sua parola basta: non chiedere altro.
edition-path-call = Arriva da una candidatura: il percorso ne ha già parlato. Non chiedere altro.
edition-group-title = Gruppo o associazione
edition-group-lead = Se non ne ha uno, proponilo. Non è una condizione per il posto.
edition-group-link = Vedi i gruppi e le associazioni
edition-group-list = l’elenco dei gruppi
edition-group-offered = Proposto il { $day }: { $group }
edition-group-was-offered = La proposta è scritta: la persona la legge nella sua pagina.
edition-belonging-they-unsaid = Non ha detto se fa parte di un gruppo.
edition-belonging-they-belongs = Fa parte di un gruppo o di un’associazione.
edition-belonging-they-would-like = Non ha un gruppo e vorrebbe trovarne uno.
edition-belonging-they-not-now = Non ha un gruppo, e per ora va bene così.
edition-belonging-belongs = Faccio parte di un gruppo o di un’associazione
edition-belonging-would-like = Non ne ho uno, e mi piacerebbe
edition-belonging-not-now = Non ne ho uno, e per ora va bene così
edition-offer-group = Quale gruppo proponi
edition-offer-group-hint = Nome, luogo, e chi contattare.
edition-offer-send = Proponi il gruppo
edition-pace-title = Ritmo e forma che aiutano
edition-pace-none = La persona non ha chiesto niente di particolare.
edition-agree-agreed = Che cosa avete deciso insieme
edition-agree-agreed-hint = La persona lo legge nella sua pagina.
edition-agree-save = Salva l’accordo
edition-agreed = L’accordo è salvato.
edition-do-admitted = Assegna un posto
edition-do-paused = Segna una pausa
edition-do-returned = Segna il ritorno
edition-do-completed = Segna che ha completato il corso
edition-admitted = Il posto è assegnato. La persona riceve un messaggio.
edition-no-place-left = Non c’è più un posto libero: forse l’ultimo è stato assegnato in questo momento. La persona è in lista d’attesa e riceve un messaggio.
edition-paused = La pausa è segnata. Il posto resta suo.
edition-returned = Il ritorno è segnato.
edition-completed = Il corso è completato.

# Chiedere di partecipare
edition-ask-title = Chiedi di partecipare
edition-ask-own-path = Ho fatto, o sto facendo, un mio percorso di recovery, e ci ho parte attiva
edition-ask-own-path-hint = È l’unica cosa che chiediamo. Basta la tua parola: nessuno chiede diagnosi o documenti.
edition-ask-path = Se vuoi, raccontalo con parole tue
edition-ask-path-hint = Puoi lasciarlo vuoto.
edition-ask-belonging = Un gruppo di auto mutuo aiuto o un’associazione
edition-ask-belonging-hint = Se non ne hai uno, te lo proponiamo. Non cambia niente per il posto.
edition-ask-wish = Che ritmo e che forma ti aiutano
edition-ask-wish-hint = Orari, pause, luogo, materiali: scrivi quello che serve a te.
edition-ask-who-reads = Le tue parole sono cifrate. Le legge solo chi cura il corso. Puoi cambiarle quando vuoi.
edition-ask-send = Invia la richiesta
edition-ask-closed = Per questa edizione ora non si può chiedere.
edition-ask-closed-typed = Mentre scrivevi, le richieste per questa edizione si sono chiuse. Non è partito niente. Le tue parole sono qui sotto: puoi copiarle per un’altra edizione.
edition-asked = La tua richiesta è arrivata.
edition-invalid-own-path = Per partecipare serve un tuo percorso. Se lo hai, spunta la casella: basta la tua parola. Se hai un dubbio, parlane con la realtà.

# I miei corsi
edition-mine-title = I miei corsi
edition-mine-lead = I corsi a cui partecipi, e quelli che hai chiesto. Questa pagina la vedi solo tu.
edition-mine-none = Non partecipi ancora a un corso
edition-mine-none-text = Quando chiedi di partecipare, trovi qui a che punto sei e che cosa viene dopo.
edition-mine-find = Cerca un corso
edition-mine-so-far = Hai già fatto { $hours }.
edition-mine-past = Conclusi
edition-own-course = La pagina del corso
edition-own-links = Il tuo corso
edition-own-lessons = Lezioni e presenze
edition-own-fieldwork = Tirocinio e affiancamento
edition-own-diary = Il tuo diario
edition-own-certificates = I tuoi attestati
edition-agreed-title = Che cosa avete deciso insieme
edition-own-group-title = Un gruppo per te
edition-own-group-offer = Ti hanno proposto: { $group }
edition-own-group-text = Un gruppo sostiene chi fa questo percorso. Scegli tu se e quale.
edition-own-words = Le tue parole
edition-own-words-save = Salva le tue parole
edition-seen-title = Chi le ha lette
edition-seen-nobody = Non le ha ancora lette nessuno.
edition-seen-line = { $name }, { $when }
edition-words-saved = Le tue parole sono salvate.
edition-pause-title = Fai una pausa
edition-pause-text = Il posto resta tuo, e non perdi niente di quello che hai fatto. Non devi spiegare perché.
edition-pause-back-on = Quando pensi di tornare
edition-pause-back-on-hint = Puoi lasciarlo vuoto.
edition-pause-begin = Comincia la pausa
edition-own-paused = Sei in pausa. Torna quando vuoi.
edition-come-back = Torno dalla pausa
edition-own-returned = È bello riaverti qui.
edition-leave-title = Lascia il corso
edition-leave-text = Se lasci, il posto va a chi aspetta. Quello che hai fatto resta scritto, le tue parole spariscono. Se ti serve solo tempo, fai una pausa.
edition-leave-sure = Sì, voglio lasciare
edition-leave-go = Lascia il corso
edition-invalid-sure = Se vuoi lasciare davvero, spunta la casella.
edition-own-left = Hai lasciato il corso. Puoi chiedere di nuovo quando vuoi.

# Inizio di chi cura i corsi
edition-start-title = Formazione
edition-start-lead = Le edizioni che curi o in cui insegni, e che cosa c’è da fare.
edition-start-courses = Corsi di { $name }
edition-start-now = In corso
edition-start-next = In arrivo
edition-start-done = Appena concluse
edition-start-none = Ora non c’è un’edizione in corso o in arrivo
edition-start-none-text = Apri un corso della tua realtà e aggiungi un’edizione.
edition-due-asked = { $number ->
    [one] Una persona aspetta una risposta.
   *[other] { $number } persone aspettano una risposta.
 }
edition-due-groups = { $number ->
    [one] A una persona manca la proposta di un gruppo.
   *[other] A { $number } persone manca la proposta di un gruppo.
 }
edition-due-complete = { $number ->
    [one] Il corso è finito: segna se una persona lo ha completato.
   *[other] Il corso è finito: segna chi lo ha completato, tra { $number } persone.
 }
edition-step-asked = Richieste di partecipare a un corso, a cui rispondere: { $number }
edition-step-wanted = { $number ->
    [one] Una persona aspetta un corso
   *[other] { $number } persone aspettano un corso
 }
edition-step-wanted-why = Ora nessuna edizione è aperta: aprine una, o di’ al gruppo quando si comincia.
edition-step-mine = Vai al tuo corso: { $name }

# Messaggi: non dicono nulla di che cosa si tratta
edition-mail-place-subject = C’è una novità per te
edition-mail-place-body = Ciao { $name },

    c’è un posto per te. Trovi tutto nella tua pagina:
    { $link }

    Se hai cambiato idea, lì puoi dirlo.
edition-mail-waiting-subject = C’è una novità per te
edition-mail-waiting-body = Ciao { $name },

    abbiamo risposto alla tua richiesta. Trovi tutto nella tua pagina:
    { $link }
retention-enrolment-seen = Chi ha letto le tue parole per un corso e quando: lo vedi tu, finché partecipi.
retention-enrolment = La partecipazione ai corsi e le tue parole cifrate. Se cancelli i tuoi dati, le parole spariscono e resta un numero senza nome.
