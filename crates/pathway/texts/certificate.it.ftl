certificate-title = Attestati
certificate-lead = Qui si propongono, si firmano e si rilasciano gli attestati dei corsi. Servono due firme: una persona esperta e una che lavora come operatore.
certificate-trail-organisations = Realtà
certificate-trail-edition = Edizione
certificate-editions-none = Qui non c’è ancora niente da firmare
certificate-editions-none-text = Gli attestati nascono da un corso con una sua edizione. Chi tiene i corsi sceglie chi firma.
certificate-to-courses = Vai ai corsi
certificate-period = Dal { $from } al { $to }
certificate-count-none = Nessun attestato, per ora.
certificate-count-proposed = { $count ->
    [one] Un attestato aspetta la seconda firma
   *[other] { $count } attestati aspettano la seconda firma
 }
certificate-count-signed = { $count ->
    [one] Un attestato è firmato e si può rilasciare
   *[other] { $count } attestati sono firmati e si possono rilasciare
 }
certificate-count-issued = { $count ->
    [one] Un attestato rilasciato
   *[other] { $count } attestati rilasciati
 }
certificate-stage-proposed = Aspetta la seconda firma
certificate-stage-signed = Firmato
certificate-stage-issued = Rilasciato
certificate-stage-withdrawn = Ritirato
certificate-stage-revoked = Revocato
certificate-edition-title = Attestati: { $edition }
certificate-person-erased = Persona che ha cancellato i suoi dati
certificate-note-none-given = Questo corso non dà un attestato. Chi tiene i corsi può deciderlo nella pagina del corso.
certificate-note-both-kinds = Prima di proporre un attestato, scegliete chi firma: almeno una persona esperta e una che lavora come operatore.
certificate-criteria-title = Che cosa serve
certificate-criteria-meetings = Presenza ad almeno il { $percent } per cento delle ore di incontro.
certificate-criteria-fieldwork = { $hours } sul campo, confermate da chi impara e da chi accompagna.
certificate-criteria-shadowing = { $hours } in affiancamento a una persona esperta attiva.
certificate-criteria-signed = Firma di una persona esperta e di una che lavora come operatore.
certificate-signatories-title = Chi firma
certificate-signatories-none = Nessuno è stato ancora scelto.
certificate-signs-expert = Se firmi, sull’attestato si legge il tuo nome, e che sei una persona esperta. Chi lo riceve può mostrarlo a chi vuole. Chi verifica con il codice non legge i nomi di chi firma.
certificate-signs-professional = Se firmi, sull’attestato si legge il tuo nome, e che lavori nei servizi. Chi lo riceve può mostrarlo a chi vuole. Chi verifica con il codice non legge i nomi di chi firma.
certificate-signatories-change = Scegli chi firma
certificate-signatories-lead = Scegli almeno una persona per parte. Nessuno firma il proprio attestato. Prima chiedi se va bene: sull’attestato si legge il nome di chi firma, e se è una persona esperta o lavora nei servizi.
certificate-signatories-nobody = Nella vostra realtà manca ancora qualcuno di una delle due parti. Invita prima chi manca.
certificate-signatories-save = Salva chi firma
certificate-signatories-saved = Chi firma è salvato.
certificate-expert = Persone esperte
certificate-professional = Chi lavora come operatore
certificate-expert-none = Nella vostra realtà non c’è ancora una persona esperta.
certificate-professional-none = Nella vostra realtà non c’è ancora nessuno che lavora come operatore.
certificate-invalid-side = Scegli almeno una persona.
certificate-invalid-nobody = Scegli almeno una persona.
certificate-invalid-signatory = Per firmare serve essere tra le persone scelte, con almeno una per parte.
certificate-invalid-paper = Non è stato rilasciato niente: il foglio da stampare non è riuscito. Le firme restano. Guarda se nei nomi c’è un segno insolito, e riprova. Se succede ancora, scrivi a chi cura il sito.
certificate-invalid-error = Scegli che cosa è andato storto nel rilascio.
certificate-invalid-sure = Per revocare l’attestato, conferma qui.
certificate-why-not-met = manca ancora qualcosa di quello che il corso chiede
certificate-why-holder = è il tuo attestato: lo firma un’altra persona
certificate-why-same-side = serve la firma dell’altra parte
certificate-why-same-person = hai già firmato: serve una seconda persona
certificate-why-not-now = nel frattempo è cambiato qualcosa
certificate-why-waits = aspetta la seconda firma
certificate-who = Scegli le persone
certificate-part-title-proponi = Da proporre
certificate-part-none-proponi = Nessuno aspetta una proposta.
certificate-part-not-proponi = Propone chi è stato scelto per firmare.
certificate-who-proponi = Hanno fatto tutto quello che il corso chiede
certificate-button-proponi = Proponi e firma
certificate-all-proponi = Proponi tutti ({ $count })
certificate-part-title-firma = Da firmare
certificate-part-none-firma = Nessun attestato aspetta la seconda firma.
certificate-part-not-firma = Firma chi è stato scelto per farlo.
certificate-who-firma = Aspettano la tua firma
certificate-button-firma = Firma gli attestati scelti
certificate-all-firma = Firma tutti ({ $count })
certificate-part-title-rilascia = Da rilasciare
certificate-part-none-rilascia = Nessun attestato firmato aspetta il rilascio.
certificate-part-not-rilascia = Rilascia chi firma o chi tiene i corsi.
certificate-who-rilascia = Hanno le due firme
certificate-button-rilascia = Rilascia gli attestati scelti
certificate-all-rilascia = Rilascia tutti ({ $count })
certificate-more = In tutto sono { $count }. Il pulsante per tutti prende anche chi non si vede qui.
certificate-more-people = E altre { $count } persone.
certificate-proposed = Proposta fatta. Ora serve la firma dell’altra parte.
certificate-signed = Firma aggiunta. L’attestato si può rilasciare.
certificate-done-issued = L’attestato è rilasciato. La persona riceve un messaggio.
certificate-done-left-out = Qualche attestato non è stato rilasciato: manca qualcosa di quello che il corso chiede.
certificate-nothing-left = Era già fatto: non c’è altro da fare qui.
certificate-withdraw-title = Ritira una proposta
certificate-withdraw-text = Prima del rilascio si può tornare indietro. Niente resta alla persona.
certificate-withdraw = Ritira
certificate-withdrawn = La proposta è ritirata.
certificate-issued-title = Rilasciati
certificate-issued-none = Non è ancora stato rilasciato nessun attestato.
certificate-column-person = Persona
certificate-column-state = Stato
certificate-column-on = Giorno
certificate-column-action = Azione
certificate-not-yet-title = Chi è ancora in cammino
certificate-not-yet-text = Qui vedi che cosa manca a ciascuno, per aiutare. Ognuno ha il suo passo.
certificate-lack-meetings = Incontri: { $has }, ne servono { $asks }
certificate-lack-fieldwork = Sul campo: { $has }, ne servono { $asks }
certificate-lack-shadowing = In affiancamento: { $has }, ne servono { $asks }
certificate-task-title = Rilascio degli attestati
certificate-task-running = Un rilascio è in corso: { $percent } su 100
certificate-task-so-far = Rilasciati { $done } attestati su { $total }.
certificate-task-finished = Finito: rilasciati { $done } attestati su { $total }.
certificate-task-left-out = { $count ->
    [one] Un attestato è rimasto fuori. Qui sotto leggi perché. Quando è a posto, rilascialo dalla pagina degli attestati.
   *[other] { $count } attestati sono rimasti fuori. Qui sotto leggi perché. Quando sono a posto, rilasciali dalla pagina degli attestati.
 }
certificate-left-not-met = manca qualcosa di quello che il corso chiede
certificate-left-no-name = non c’è più il nome di chi ha firmato
certificate-left-no-paper = il foglio da stampare non è riuscito. Guarda se nei nomi c’è un segno insolito. Se succede ancora, scrivi a chi cura il sito
certificate-task-text = Puoi chiudere questa pagina: il lavoro va avanti da solo.
certificate-task-again = Guarda a che punto è
certificate-task-back = Torna agli attestati
certificate-revoke = Revoca
certificate-revoke-title = Revoca l’attestato di { $name }
certificate-revoke-lead = Un attestato si revoca solo se qualcosa è andato storto nel rilasciarlo.
certificate-revoke-text = Come sta una persona non c’entra mai: un momento difficile non toglie un attestato. La persona legge il motivo, e poi potete rilasciarne uno giusto.
certificate-error = Che cosa è andato storto
certificate-error-wrong-person = È andato alla persona sbagliata
certificate-error-wrong-name = Il nome non è scritto bene
certificate-error-wrong-course = Il corso non è quello frequentato
certificate-error-wrong-hours = Le ore o i giorni non sono quelli giusti
certificate-error-too-early = È stato rilasciato prima del tempo
certificate-error-twice = È stato rilasciato due volte
certificate-error-wrong-signature = Ha firmato chi non poteva
certificate-sure = Voglio revocare questo attestato.
certificate-revoke-button = Revoca l’attestato
certificate-revoked = L’attestato è revocato. La persona riceve un messaggio; potete proporne uno giusto.
certificate-mail-subject = C’è qualcosa di nuovo per te
certificate-mail-body =
    Ciao { $name },

    nella tua pagina c’è un documento nuovo, tuo:
    { $link }

    Decidi tu se e a chi mostrarlo.
certificate-mail-changed-subject = Un tuo documento è cambiato
certificate-mail-changed-body =
    Ciao { $name },

    un tuo documento aveva un errore di rilascio e non vale più. Qui leggi che cosa è successo:
    { $link }

    Chi lo ha rilasciato può dartene uno giusto.
certificate-mail-again-subject = Un tuo documento ha una firma nuova
certificate-mail-again-body =
    Ciao { $name },

    la firma digitale di un tuo documento non era più sicura. Per questo ora ne ha una nuova. Tu non hai sbagliato niente, e quello che c’è scritto non cambia.

    I file che hai scaricato o dato prima non valgono più. Qui trovi quelli nuovi:
    { $link }

    Il codice, il link e il foglio stampato valgono come prima.
certificate-own-title = I tuoi attestati
certificate-own-lead = Sono tuoi. Li tieni, li scarichi, li mostri a chi vuoi.
certificate-own-none = Non hai ancora un attestato
certificate-own-none-text = Quando finisci un corso e due persone lo firmano, lo trovi qui. Lo vedi solo tu.
certificate-own-none-action = Guarda i corsi
certificate-own-gone = Attestato revocato
certificate-own-on = Rilasciato il { $on }
certificate-own-booklet = Gli attestati stanno anche nel tuo libretto, insieme al resto del percorso.
certificate-own-booklet-link = Apri il libretto
certificate-own-revoked = Questo attestato non vale più dal { $on }. C’era un errore nel rilascio: { $why }. Non riguarda te né come stai. La realtà può rilasciarne uno giusto: scrivi a chi tiene il corso.
certificate-own-again = Dal { $on } questo attestato ha una firma nuova: quella di prima non era più sicura. I file scaricati prima non valgono più: scarica qui sotto quelli nuovi. Il codice, il link e il foglio stampato valgono come prima.
certificate-own-pdf = Scarica l’attestato da stampare
certificate-fact-name = Nome
certificate-fact-by = Rilasciato da
certificate-fact-on = Giorno
certificate-fact-period = Periodo
certificate-fact-hours = Ore
certificate-fact-signed = Firme
certificate-share-title = Mostralo a qualcuno
certificate-share-text = Chi ha questo indirizzo o questo codice può verificare che l’attestato è valido. Nessuno lo trova in altro modo.
certificate-share-code = Codice:
certificate-shown-title = Che cosa vede chi verifica
certificate-shown-text = Si vede sempre che è valido, per che cosa è, chi lo ha rilasciato e quando. Il resto lo scegli tu.
certificate-shown = Mostra anche
certificate-shown-holder = Il tuo nome
certificate-shown-hours = Le ore
certificate-shown-period = Il periodo del corso
certificate-shown-signatories = Di che parte sono le due firme, senza i nomi
certificate-shown-learning = Che cosa hai imparato
certificate-shown-save = Salva che cosa si vede
certificate-shown-saved = Da ora chi verifica vede quello che hai scelto.
certificate-forms-title = Portalo con te
certificate-forms-text = Questi file dicono la stessa cosa dell’attestato stampato. Portano una firma che ogni programma può controllare.
certificate-form-badge = Open Badge
certificate-form-badge-text = Un file per i portafogli di badge digitali.
certificate-form-jwt = Open Badge come testo firmato
certificate-form-jwt-text = Lo stesso badge, in una riga sola.
certificate-form-sd-jwt = Attestato per il portafoglio europeo
certificate-form-sd-jwt-text = Quando lo usi, scegli che cosa far vedere.
certificate-step-sign = { $number ->
    [one] Un attestato aspetta la tua firma: { $name }
   *[other] { $number } attestati aspettano la tua firma: { $name }
 }
certificate-step-sign-why = Con la seconda firma la persona può averlo.
certificate-step-new = Il tuo attestato è qui
certificate-step-new-why = È tuo: guardalo, mostralo a chi vuoi, o tienilo per te.
certificate-part-theory = Teoria
certificate-part-practice = Pratica
certificate-part-shadowing = Affiancamento
certificate-part-internship = Tirocinio
certificate-part-group-work = Lavoro di gruppo
certificate-side-expert = persona esperta in supporto tra pari
certificate-side-professional = lavora nei servizi
certificate-paper-document = Attestato di { $name }: { $course }
certificate-paper-title = Attestato
certificate-paper-opening = Si attesta che
certificate-paper-statement = ha portato a termine il percorso
certificate-paper-period = dal { $from } al { $to }
certificate-paper-part = Parte
certificate-paper-hours = Durata
certificate-paper-total = In tutto
certificate-paper-dated = Rilasciato il { $on }
certificate-paper-check = Chiunque può verificarlo, senza registrarsi:
certificate-paper-code = Codice QR. Porta alla verifica: { $address }
certificate-paper-learning = Che cosa comprende
certificate-paper-criteria = Che cosa è stato chiesto
certificate-paper-alignments = A che cosa corrisponde altrove
retention-certificate = L’attestato è della persona: resta finché lei lo vuole
retention-certificate-signatory = Chi è stato scelto per firmare gli attestati di un’edizione
retention-certificate-task = Chi ha avviato il rilascio di più attestati insieme
retention-certificate-left = Quali attestati sono rimasti fuori da un rilascio, e perché
