# Corsi pubblici
course-public-title = Corsi
course-public-lead = Qui trovi i percorsi per diventare persona esperta in supporto tra pari, e quelli per chi lavora con gli esperti.
course-public-filter = Mostra i corsi
course-public-kind = Tipo di corso
course-public-all = Tutti i tipi
course-public-next = Prossima edizione: dal { $from } al { $until }
course-public-running = Già in corso, puoi ancora chiedere: dal { $from } al { $until }
course-public-none = Non c’è ancora un corso di questo tipo
course-public-none-text = Le realtà della rete li pubblicano qui. Torna presto, o guarda gli altri tipi.
course-public-whom = Per chi è
course-public-path = Chiediamo una cosa sola: un tuo percorso di recovery, in cui hai parte attiva. Basta la tua parola.
course-public-groups = Far parte di un gruppo di auto mutuo aiuto o di un’associazione aiuta molto. Se non ne hai uno, te lo proponiamo. Non è mai un ostacolo.
course-public-groups-link = Vedi i gruppi e le associazioni
course-public-no-title = Non serve nessun titolo di studio.
course-public-editions = Quando si tiene
course-public-editions-none = Ora non c’è un’edizione aperta. Puoi chiedere alla realtà:
course-public-ask = Chiedi di partecipare
course-public-account = Per chiedere serve un profilo. Se non ce l’hai, scrivi a chi tiene il corso: ti manda un invito.
course-public-programme = Che cosa si fa

# Corsi di una realtà
course-trail-organisations = Realtà
course-trail-courses = Corsi
course-list-title = Corsi: { $name }
course-none = Qui non c’è ancora un corso
course-none-text = Un corso è fatto di moduli, scritti insieme da persone esperte e professionisti.
course-new = Comincia un corso
course-to-public = Tutti i corsi della rete
course-to-start = Le tue edizioni
course-published = Pubblico
course-draft = In preparazione
course-kind = Che tipo di corso è
course-kind-hint = Se nessuno va bene, scegli «altro modello»: il corso non viene forzato in regole non sue.
course-kind-structured = Teorico e pratico, di media o lunga durata
course-kind-in-the-field = Sul campo, accanto a esperti già attivi
course-kind-other = Altro modello, per esempio un Recovery College aperto a tutti
course-kind-for-professionals = Per professionisti
course-title = Come si chiama
course-summary = Che cosa si impara
course-summary-hint = Parole semplici. Lo legge chi sta pensando di partecipare.
course-for-whom = Per chi è
course-for-whom-hint = Non si può chiedere un titolo di studio.
course-pace = Ritmo e forma
course-pace-hint = Giorni, orari, e come si adattano a una persona.
course-certificate = Alla fine c’è un attestato
course-attendance = Presenza richiesta, in percento
course-attendance-hint = Le ore recuperate contano.
course-fieldwork = Ore sul campo richieste
course-fieldwork-hint = Tirocinio e affiancamento insieme. Lascia vuoto se non servono.
course-shadowing = Ore di affiancamento richieste
course-shadowing-hint = Sono una parte delle ore sul campo.
course-edit = Modifica il corso
course-edit-lead = Scrivi come parleresti a chi vuole partecipare. Finché non lo pubblichi, lo vede solo chi cura i corsi.
course-begin = Comincia il corso
course-begun = Il corso è cominciato. Ora aggiungi i moduli.
course-save = Salva il corso
course-saved = Il corso è salvato.
course-back = Torna indietro senza salvare
course-back-to-course = Torna al corso
course-changed-meanwhile = Qualcun altro ha salvato mentre scrivevi. Le tue parole sono ancora qui. Apri la pagina in un’altra finestra per vedere che cosa è cambiato. Se salvi adesso, restano le tue.
course-see-public = Vedi la pagina pubblica
course-invalid-hours = Scrivi le ore così: 2, oppure 2,5, oppure 2:30.
course-invalid-percent = Scrivi un numero da 1 a 100.
course-invalid-shadowing = Le ore di affiancamento non possono essere più di quelle sul campo.
course-invalid-title-of-study = Qui sembra che si chieda un titolo di studio. Il Documento di consenso dice di no: togli la frase, o scrivi che non serve.

# Il programma
course-modules = Moduli
course-modules-none = Non c’è ancora un modulo. Comincia dal primo incontro.
course-hours = { $hours ->
    [one] 1 ora
   *[other] { $hours } ore
 }
course-hours-hint = Scrivi le ore così: 2, oppure 2,5, oppure 2:30. Lascia vuoto dove non ce ne sono.
course-total = In tutto { $hours }.
course-parts = Le ore per forma
course-column-part = Forma
course-column-hours = Ore
course-column-picture = Quanta parte del corso
course-part-theory = Teoria
course-part-practice = Pratica
course-part-shadowing = Affiancamento
course-part-internship = Tirocinio
course-part-group-work = Lavoro di gruppo
course-module-new = Aggiungi un modulo
course-module-edit = Modifica il modulo
course-module-lead = Un modulo ha le sue ore, i suoi scopi e chi lo insegna.
course-module-title = Come si chiama
course-module-words = Che cosa succede in questo modulo
course-module-hours = Ore del modulo
course-module-minutes-theory = Teoria
course-module-minutes-practice = Pratica
course-module-minutes-shadowing = Affiancamento a una persona esperta
course-module-minutes-internship = Tirocinio
course-module-minutes-group-work = Lavoro di gruppo
course-module-aims-title = Scopi
course-module-aims = A che cosa serve
course-module-aims-hint = Gli obiettivi, i contenuti e le competenze del Documento di consenso. Scegli solo quelli che il modulo tratta davvero.
course-module-teaching = Docenza
course-module-teaching-who = Quante ore tiene ogni docente in questo modulo
course-module-no-teachers = Prima di scrivere le ore, aggiungi chi insegna.
course-module-save = Salva il modulo
course-module-added = Il modulo è aggiunto.
course-module-saved = Il modulo è salvato.
course-module-up = Sposta su
course-module-moved = Il modulo è spostato.
course-module-remove-title = Togliere il modulo
course-module-remove = Togli questo modulo
course-module-removed = Il modulo è tolto.
course-module-in-use = Questo modulo ha già avuto incontri: resta nel corso. Puoi cambiarlo.

# Copertura
course-coverage = Che cosa copre il corso
course-holes = { $holes ->
    [0] Il corso copre tutti gli obiettivi, i contenuti e le competenze del Documento.
    [one] Manca ancora una voce: la riconosci dal segno.
   *[other] Mancano ancora { $holes } voci: le riconosci dal segno.
 }
course-hole = Nessun modulo
course-covered-title = A colpo d’occhio
course-covered-aims = con un modulo
course-covered-holes = senza modulo
course-objectives = Gli otto obiettivi
course-areas = I cinque contenuti
course-competences = Le due competenze di relazione
course-competence-reciprocity = la reciprocità nella relazione d’aiuto
course-competence-bridging = la funzione di ponte tra chi usa i servizi e chi ci lavora
course-column-aim = Voce
course-column-covered = Coperta
course-column-modules = In quali moduli

# Chi scrive e chi insegna
course-hands = Chi scrive e chi insegna
course-hands-lead = Il programma si scrive insieme, e si insegna insieme: persone esperte e professionisti.
course-hands-edit = Scegli chi scrive e chi insegna
course-authors = Chi ha scritto il programma
course-authors-lead = Servono tutte e due le parti.
course-authors-none = Non c’è ancora nessuno.
course-authors-joint = Scritto insieme
course-authors-no-expert = Manca una persona esperta
course-authors-no-professional = Manca un professionista
course-author-add-title = Aggiungi chi ha scritto
course-author-add = Aggiungi all’elenco di chi ha scritto
course-author-added = Aggiunto a chi ha scritto il programma.
course-author-person = Persona della realtà
course-author-name = Nome, se viene da fuori
course-author-side = Da che parte, se viene da fuori
course-author-agreed = La persona sa che il suo nome sta qui, ed è d’accordo
course-author-agreed-hint = Serve solo per chi viene da fuori. Il nome non compare nella pagina pubblica.
course-teachers = Chi insegna
course-teachers-lead = Le ore di ogni docente si scrivono nei moduli. I professionisti che insegnano hanno lavorato insieme agli esperti, o sono formati alla recovery.
course-teachers-none = Non c’è ancora nessuno.
course-teacher-add-title = Aggiungi chi insegna
course-teacher-add = Aggiungi all’elenco di chi insegna
course-teacher-added = Aggiunto a chi insegna. Ora scrivi le sue ore nei moduli.
course-teacher-person = Persona della realtà
course-teacher-name = Nome, se viene da fuori
course-teacher-side = Da che parte, se viene da fuori
course-teacher-prepared = Se è un professionista
course-teacher-agreed = La persona sa che il suo nome sta qui, ed è d’accordo
course-teacher-agreed-hint = Serve solo per chi viene da fuori. Il nome non compare nella pagina pubblica.
course-prepared-coproduced = Ha lavorato in co-produzione con persone esperte
course-prepared-trained = Ha una formazione alla recovery
course-prepared-unsaid = Non si sa come è preparato
course-hand-guest = Viene da fuori: scrivo il nome
course-hand-erased = Persona che ha cancellato i suoi dati
course-hand-remove = Togli
course-hand-removed = Tolto dall’elenco.
course-invalid-person = Scegli una persona che ha un ruolo in questa realtà.
course-invalid-agreed = Chiedi prima alla persona, poi spunta la casella.
course-invalid-twice = Questa persona è già nell’elenco.
course-share = Le persone esperte tengono il { $share } per cento delle ore di docenza.
course-share-asked = La Carta chiede almeno il { $share } per cento.
course-share-none = Le ore di docenza non sono ancora scritte.
course-share-experts = Persone esperte:
course-share-professionals = Professionisti:

# Che cosa dice la Carta
course-charter = Che cosa dice la Carta
course-charter-lead = Lo vedi mentre lavori, prima di pubblicare. Le regole riguardano il corso, mai una persona.
course-charter-next-record = Aggiungi chi insegna, e scrivi le ore di ognuno nei moduli.

# Attestato e altri programmi
course-certificate-title = Attestato
course-certificate-lead = L’attestato chiede solo di esserci stati. Non ci sono esami né voti.
course-certificate-none = Questo corso non dà un attestato.
course-certificate-attendance = Presenza ad almeno il { $percent } per cento delle ore, recuperi compresi.
course-certificate-fieldwork = Almeno { $hours } sul campo, confermate da tutti e due.
course-certificate-shadowing = Tra queste, almeno { $hours } accanto a una persona esperta.
course-certificate-signed = Lo firmano due persone: una esperta e un professionista. Nessun voto.
course-alignments = Competenze di altri programmi
course-alignments-lead = Scrivi a quali competenze di altri programmi corrisponde il corso. L’attestato le porta con sé.
course-alignments-none = Non è scritta nessuna corrispondenza.
course-alignments-edit = Scrivi le corrispondenze
course-alignment-add-title = Aggiungi una competenza
course-alignment-add = Aggiungi la competenza
course-alignment-added = La competenza è aggiunta.
course-alignment-removed = La competenza è tolta.
course-alignment-source = fonte
course-alignment-framework = Programma o quadro
course-alignment-framework-hint = Per esempio: SAMHSA 2015, NHS England 2020.
course-alignment-competence-code = Sigla
course-alignment-name = Nome della competenza
course-alignment-url = Indirizzo della fonte

# Edizioni e pubblicazione
course-editions = Edizioni
course-editions-none = Non c’è ancora un’edizione.
course-editions-all = Tutte le edizioni
course-publishing = Pubblicazione
course-publishing-out = Il corso è pubblico: lo trova chiunque.
course-publishing-ready = Il corso è pronto. Se lo pubblichi, lo trova chiunque. Puoi ancora cambiarlo.
course-publishing-open = Prima di pubblicare manca ancora:
course-publish = Pubblica il corso
course-withdraw = Togli il corso dall’elenco pubblico
course-not-yet = Il corso non è ancora pronto: guarda che cosa manca.
course-now-public = Il corso è pubblico.
course-now-draft = Il corso non è più nell’elenco pubblico. Chi partecipa non perde niente.
course-open-modules = Almeno un modulo con le sue ore.
course-open-certificate = L’attestato chiede più ore sul campo di quelle che il corso offre.
retention-course = Chi ha scritto un corso e chi ci insegna. Se la persona cancella i suoi dati, il nome scompare e restano le ore.
retention-course-guest = Il nome di chi insegna come ospite, con il suo accordo. Lo legge chi vede il corso. Per correggerlo o toglierlo basta chiederlo a chi tiene il corso: lo fa subito, dalla pagina delle persone.
