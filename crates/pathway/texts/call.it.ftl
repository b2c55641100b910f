call-title-list = Avvisi aperti
call-lead-list = Qui trovi le realtà che cercano persone esperte in supporto tra pari. Leggi con calma: puoi provare un giorno, o candidarti.
call-territorio = Dove
call-everywhere = In tutta Italia
call-search = Cerca tra gli avvisi
call-search-go = Mostra
call-empty = Nessun avviso aperto, per ora
call-empty-text = Gli avvisi compaiono qui quando una realtà li pubblica. Intanto puoi conoscere le realtà vicine a te.
call-empty-action = Guarda le realtà
call-open-until = Puoi candidarti fino al { $until }.
call-with-trial = Puoi anche provare un giorno.
call-lost-link = Hai già cominciato una candidatura? Riprendi da qui
call-way-title = Come si diventa una persona esperta
call-way-read = Leggi un avviso. Quando è previsto, puoi prima provare un giorno, senza impegno.
call-way-write = Scrivi la candidatura. Bastano cinque minuti. Nessuno chiede una diagnosi o un titolo di studio.
call-way-meet = Incontri persone esperte e operatori. È un colloquio, non un esame.
call-way-answer = Ricevi una risposta con i motivi, e una strada per andare avanti.
call-way-learn = Segui un percorso formativo, con le pause che ti servono. Alla fine ricevi un attestato.
call-doubt-title = Non sai se fa per te?
call-doubt-text = Conta quello che hai vissuto, in prima persona o accanto a una persona cara. Basta la tua parola. Puoi fermarti, riprendere più avanti o ritirarti, senza dire perché.
call-doubt-ask = Vuoi prima parlarne con qualcuno?
call-doubt-link = Cerca una realtà vicina a te
call-by = Un avviso di
call-days = Dal { $from } al { $until }.
call-places-count = { $count ->
    [one] C’è un posto.
   *[other] Ci sono { $count } posti.
}
call-apply = Scrivi la tua candidatura
call-try = Prova un giorno
call-yours = Hai già una candidatura per questo avviso.
call-yours-link = Vai alla tua candidatura
call-apply-text = Bastano meno di cinque minuti. Non serve un profilo. Puoi fermarti e riprendere quando vuoi.
call-purpose = A che cosa serve
call-purpose-hint = In parole semplici: che cosa farà la persona, con chi, dove.
call-valued = Che cosa conta
call-valued-hint = Empatia, ascolto, voglia di mettersi in gioco, un percorso di recovery. Mai un titolo di studio.
call-not-asked = Che cosa non si chiede
call-not-asked-text = Non si chiede un titolo di studio. Non si chiede una diagnosi. La tua parola sul tuo percorso basta.
call-not-asked-law = A volte la legge chiede a un ente pubblico di confrontare le persone per un posto pagato. Questo avviene altrove, non qui.
call-steps = I passi
call-steps-hint = Un passo per riga, nell’ordine in cui avvengono.
call-how-we-meet = Come ci incontriamo
call-form-interview = Un colloquio
call-form-written = Una prova scritta
call-form-test = Un test
call-form-marks = Un voto
call-other-forms = La Carta della rete preferisce il colloquio. Chiedi pure perché qui si usa altro.
call-panel-text = Ti incontrano insieme persone esperte e operatori. Nessuno ti dà un voto.
call-panel-experts = { $count ->
    [one] una persona esperta in supporto tra pari
   *[other] { $count } persone esperte in supporto tra pari
}
call-panel-professionals = { $count ->
    [one] una persona tra gli operatori
   *[other] { $count } persone tra gli operatori
}
call-your-words = Le tue parole restano tue
call-your-words-text = Quello che scrivi è cifrato. Lo legge il gruppo di selezione solo se lo decidi tu. Puoi cambiare idea. Vedi chi ha letto e quando.
call-notes-kept = { $days ->
    [one] Gli appunti del colloquio li scrivete insieme. Sono cancellati al più tardi il giorno dopo la chiusura dell’avviso o, se cominciate a scriverli dopo, il giorno dopo averli cominciati.
   *[other] Gli appunti del colloquio li scrivete insieme. Sono cancellati al più tardi { $days } giorni dopo la chiusura dell’avviso o, se cominciate a scriverli dopo, { $days } giorni dopo averli cominciati.
}
call-manage = Gestisci questo avviso
call-nominate = Conosci una persona adatta? Consegnale un invito
call-note-draft = Questo avviso è una bozza. Lo vedete solo voi.
call-note-opens = Puoi candidarti dal { $on }.
call-note-closed = Questo avviso è chiuso. Non si accettano altre candidature. Guarda gli altri avvisi.
call-trail-organisations = Realtà
call-title-own = Avvisi
call-title-of = Avvisi: { $name }
call-lead-own = Qui scrivi gli avvisi per chi vuole diventare persona esperta. Sono pubblici solo quando li pubblichi.
call-own-empty = Non avete ancora avvisi
call-own-empty-text = Un avviso dice che cosa conta, i passi e i tempi. Così ogni persona sa che cosa aspettarsi.
call-new = Scrivi un avviso
call-edit-lead = Scrivi come parli. Chi legge può essere in un momento delicato.
call-created = La bozza è salvata. Ora formate il gruppo di selezione.
call-saved = L’avviso è salvato.
call-published = L’avviso è pubblicato. Ora si può rispondere.
call-closed = L’avviso è chiuso. Le candidature arrivate vanno avanti.
call-stale = Qualcuno ha cambiato l’avviso mentre scrivevi. Quello che hai scritto è qui: confronta e salva di nuovo.
call-other-wrote = Che cosa c’è scritto adesso
call-title = Titolo
call-title-hint = Per esempio: Cerchiamo tre persone esperte per il centro diurno.
call-opens-on = Primo giorno per candidarsi
call-closes-on = Ultimo giorno per candidarsi
call-places = Quanti posti ci sono
call-places-hint = Se non lo sapete, lasciate vuoto.
call-forms = Come incontrate le persone
call-forms-hint = La Carta preferisce il colloquio.
call-notes-days = Per quanti giorni tenete gli appunti
call-notes-days-hint = Al massimo 90, dalla chiusura dell’avviso o, se li cominciate dopo, da quel giorno. Se la risposta arriva prima, contano da lì. Chi si candida lo legge subito.
call-trial = Si può provare un giorno prima di candidarsi
call-leads-to = Il percorso formativo che segue
call-no-course = Nessuno, per ora
call-save = Salva l’avviso
call-words-title = Che cosa dice l’avviso
call-see-public = Vedi la pagina pubblica
call-panel = Gruppo di selezione
call-publish-title = Pubblica
call-publish = Pubblica l’avviso
call-close-title = Quando non servono altre candidature
call-close-text = Dopo la chiusura non arrivano altre candidature. Quelle arrivate vanno avanti.
call-close = Chiudi l’avviso
call-state-draft = Bozza
call-state-published = Pubblicato
call-state-closed = Chiuso
call-charter-title = Che cosa dice la Carta
call-rule-i2 = Un avviso non chiede un titolo di studio
call-rule-i2-article = Carta, regola I2
call-rule-i2-met = Il testo non chiede titoli di studio.
call-rule-i2-asks = Il testo sembra chiederlo qui: «{ $part }».
call-rule-i2-next = Togli la richiesta. Puoi scrivere che un titolo non serve.
call-rule-i3 = Il colloquio è la forma che si usa
call-rule-i3-article = Carta, regola I3
call-rule-i3-met = Incontrate le persone con un colloquio.
call-rule-i3-uses = Usate anche altro: { $forms }.
call-rule-i3-next = Potete usarlo, ma la Carta dirà che la regola non è rispettata. Il colloquio basta.
call-invalid-qualification = La selezione non deve dipendere da un titolo di studio (Carta, regola I2). Cambia questa parte: «{ $part }».
call-invalid-closes = L’ultimo giorno non può venire prima del primo.
call-invalid-number = Scrivi un numero da { $least } a { $most }.
call-invalid-notes-longer = Chi si è già candidato ha letto { $days } giorni. Non potete tenere gli appunti più a lungo.
call-invalid-panel = Prima serve il gruppo di selezione, con persone esperte e operatori insieme (Carta, regola I1).
call-invalid-not-listed = Prima la segreteria conferma la scheda della vostra realtà.
call-invalid-past = L’ultimo giorno è passato. Cambialo, poi pubblica.
call-invalid-trial-day = Scegli un giorno da oggi ai prossimi quattro mesi.
call-candidacies-title = Candidature
call-candidacies-lead = Qui vedi quante sono e a che punto sono, in ordine di data. I nomi li vede solo il gruppo di selezione.
call-candidacies-none = Nessuna candidatura, per ora
call-candidacies-none-text = Quando una persona invia la sua candidatura, compare qui con la data.
call-column-sent = Inviata il
call-column-stage = A che punto è
call-column-moved = Ultimo passo
call-waits = { $days ->
    [one] Ferma da un giorno: la persona aspetta.
   *[other] Ferma da { $days } giorni: la persona aspetta.
}
call-trial-title = Prova un giorno
call-trial-lead = Vieni a vedere, senza impegno. Non è una candidatura.
call-trial-name = Come vuoi che ti chiamiamo
call-trial-contact = Dove ti troviamo
call-trial-contact-hint = Un numero di telefono o un indirizzo mail: ne basta uno.
call-trial-on = Quale giorno ti va bene
call-trial-ask = Chiedi di provare
call-trial-kept = Quello che scrivi lo legge solo il gruppo di selezione. Lo cancelliamo quando quel giorno è passato.
call-trial-asked = Richiesta inviata per il { $on }. Ti contattano loro.
call-wished-title = Il tuo giorno di prova
call-wished-lead = Hai chiesto di venire il { $on }. Ti contattano loro.
call-wished-link = Conserva questo link per tornare qui:
call-wished-cannot-title = Se non puoi venire
call-wished-cannot-text = Dillo qui, senza spiegare perché. Cancelliamo subito il tuo nome e il tuo contatto, e avvisiamo chi ti aspettava.
call-wished-cannot = Non posso venire
call-wished-given-up = Va bene, abbiamo cancellato la tua richiesta. Puoi sempre scegliere un altro giorno.
call-mail-trial-off-subject = Un giorno di prova è annullato
call-mail-trial-off-body =
    Ciao { $name },

    una persona che voleva provare un giorno, il { $on }, non può venire.

    L’avviso è qui: { $link }
call-nominate-title = Consegna un invito
call-nominate-lead = Conosci una persona che potrebbe candidarsi? Parlane con lei e dalle un link.
call-nominate-text = Qui non scrivi niente di quella persona: né il nome, né altro. Solo lei decide se dire di sì. Se dice di no, non resta niente.
call-nominate-source = A nome di chi
call-nominate-as-me = A nome mio
call-nominate-as-organisation = A nome di { $name }
call-nominate-make = Crea il link
call-link-title = Il link è pronto
call-link-text = Consegna questo link, o fallo inquadrare con il telefono. Lo vedi solo adesso.
call-link-picture = Il link come codice QR
call-link-once = Funziona una volta sola, per { $days } giorni.
call-link-another = Crea un altro link
retention-trial-day = Chi chiede di provare un giorno: nome e contatto, cifrati, fino a quel giorno.
retention-nomination = I link di invito che una persona ha creato: chi li ha creati e quando. Niente su chi li riceve.
