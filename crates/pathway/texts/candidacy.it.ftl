candidacy-begin-title = Scrivi la tua candidatura
candidacy-begin-lead = Bastano meno di cinque minuti. Puoi fermarti quando vuoi e riprendere dopo.
candidacy-begin-for = Per l’avviso
candidacy-begin-short = Poche domande. Rispondi con parole tue.
candidacy-begin-kept = Quello che scrivi si salva. Lo ritrovi con un link tutto tuo.
candidacy-begin-yours = Nessuno lo legge finché non lo invii. Decidi tu chi legge le tue parole.
candidacy-begin-sits = Sei nel gruppo di selezione di questo avviso. Puoi candidarti lo stesso. Per la tua candidatura fai un passo indietro: ti incontrano gli altri, leggono le tue parole, e la risposta la danno loro. Se manca chi prende il tuo posto, chi coordina chiama un’altra persona.
candidacy-begin = Comincia la candidatura
candidacy-begin-account = Hai già un profilo? Allora la candidatura resta lì.
candidacy-begin-sign-in = Accedi
candidacy-begin-resume = Hai già cominciato? Riprendi da qui
candidacy-name = Come vuoi che ti chiamiamo
candidacy-email = La tua mail
candidacy-email-hint = Ti mandiamo il link per riprendere. Il messaggio non dice di che cosa si tratta.
candidacy-no-email = Non ho una mail, o non voglio scriverla: conservo io il link
candidacy-invalid-email-or-none = Scrivi la mail, oppure spunta la casella qui sotto.
candidacy-begun = La bozza è pronta. Scrivi con calma.
candidacy-begun-by-link = La bozza è pronta. Conserva il link: è la chiave per tornare qui.
candidacy-invited-title = Un invito per te
candidacy-invited-by = { $name } pensa che potresti candidarti a { $organisation }. Decidi tu.
candidacy-invited-yes = Sì, comincio
candidacy-invited-no = No, grazie
candidacy-invited-no-leaves = Se dici di no, qui non resta niente di te. Chi ti ha dato il link non vede la tua risposta.
candidacy-invited-no-title = Va bene così
candidacy-invited-no-text = Il link non funziona più. Di te non è rimasto niente. Se un giorno cambi idea, gli avvisi sono aperti a chiunque.
candidacy-invited-over-title = Questo invito non è più aperto
candidacy-invited-over-text = Il link è già stato usato, oppure il tempo è passato. Puoi candidarti lo stesso: guarda gli avvisi aperti.
candidacy-mail-link-subject = Il tuo link personale in Alla pari
candidacy-mail-link-body =
    Ciao,

    con questo link riprendi da dove eri:

    { $link }

    Non darlo a nessuno: chi ha il link apre la tua pagina.
    Se non te lo aspettavi, non serve fare niente.
candidacy-mail-sent-subject = Ricevuto: un passo avanti in Alla pari
candidacy-mail-sent-body =
    Ciao,

    quello che hai inviato è arrivato. Nella tua pagina vedi che cosa succede ora, ed entro quando:

    { $link }
candidacy-mail-arrived-subject = Alla pari: qualcosa di nuovo per il tuo gruppo
candidacy-mail-arrived-body =
    Ciao { $name },

    è arrivata una candidatura per «{ $call }». Guardatela insieme, entro il { $by }.

    Trovi tutto qui:

    { $link }
candidacy-mail-waits-subject = In Alla pari una persona aspetta da un po’
candidacy-mail-waits-body =
    Ciao,

    da almeno due settimane una persona aspetta un passo da voi. Qui vedi che cosa manca:

    { $link }
candidacy-lost-title = Riprendi da dove eri
candidacy-lost-lead = Scrivi la mail che avevi dato. Ti mandiamo un link nuovo.
candidacy-lost-email = La tua mail
candidacy-lost-send = Mandami il link
candidacy-lost-sent = Se con questa mail c’è qualcosa di aperto, il link è in viaggio. Guarda la posta tra qualche minuto.
candidacy-lost-none = Non avevi dato una mail? Serve il link che hai conservato. Se non lo trovi più, puoi cominciare di nuovo.
candidacy-own-title = La tua candidatura
candidacy-own-lead = { $call } – { $organisation }
candidacy-mine-title = Le mie candidature
candidacy-mine-lead = Qui vedi a che punto sei e che cosa succede ora.
candidacy-mine-none = Non hai ancora candidature
candidacy-mine-none-text = Quando ne cominci una, qui la ritrovi e vedi ogni passo.
candidacy-trail-profile = Il tuo profilo
candidacy-begun-on = Cominciata il { $on }.
candidacy-link-keep = Conserva questo link per tornare qui:
candidacy-motives = Che cosa ti muove
candidacy-motives-hint = Scegli quello che vale per te, anche più di una cosa.
candidacy-motive-growth = Crescere come persona, conoscere gente e cose nuove
candidacy-motive-recovery = Rendere più solido il mio percorso di recovery
candidacy-motive-work = Avere un lavoro pagato
candidacy-motive-support = Stare accanto a chi vive un momento difficile
candidacy-motive-system = Fare la mia parte per migliorare la salute mentale
candidacy-motive-gratitude = Restituire il bene che ho ricevuto
candidacy-motivation = Se vuoi, dillo con parole tue
candidacy-expectations = Che cosa ti aspetti
candidacy-expectations-hint = Che cosa vorresti fare, imparare, trovare.
candidacy-recovery = Il tuo percorso, in poche parole
candidacy-recovery-hint = Che cosa ti ha aiutato, che cosa è cambiato. Basta la tua parola: non serve una diagnosi, non servono documenti.
candidacy-belonging = Fai parte di un gruppo di auto mutuo aiuto o di un’associazione?
candidacy-belonging-hint = Qualunque sia la risposta, puoi candidarti.
candidacy-belonging-yes = Sì
candidacy-belonging-no = No
candidacy-belonging-wish = No, ma mi piacerebbe
candidacy-phone = Un numero di telefono, se vuoi che ti chiamino
candidacy-share-title = Chi legge le tue parole
candidacy-share-wording = Il gruppo di selezione può leggere quello che ho scritto, per prepararsi a incontrarmi. Posso cambiare idea in ogni momento.
candidacy-share = Sì, il gruppo può leggere
candidacy-share-hint = Se non la spunti, il gruppo vede solo il tuo nome e la data.
candidacy-send = Invia la candidatura
candidacy-save = Salva e continua dopo
candidacy-save-changes = Salva le modifiche
candidacy-back = Torna alla candidatura
candidacy-saved = È salvato. Puoi tornare quando vuoi.
candidacy-kept = Salvato.
candidacy-not-kept = Non è ancora salvato. Premi “Salva”, non si perde niente.
candidacy-not-kept-signed-out = Non è salvato: il tuo accesso è finito. Quello che hai scritto è ancora qui: accedi in un’altra scheda, poi torna e premi “Salva”.
candidacy-not-kept-sign-in = Accedi in un’altra scheda
candidacy-sent = La candidatura è inviata. Qui sotto vedi che cosa succede ora.
candidacy-stale = Hai scritto anche in un’altra finestra. Quello che hai scritto qui è nel modulo; quello dell’altra finestra è sotto. Scegli e salva.
candidacy-other-window = Che cosa c’è nell’altra finestra
candidacy-call-closed = L’avviso non accetta più candidature. Quello che hai scritto resta qui.
candidacy-invalid-motives = Scegli almeno una cosa che ti muove, o dilla con parole tue.
candidacy-invalid-recovery = Scrivi qualche parola sul tuo percorso. Anche una frase va bene.
candidacy-invalid-sure = Spunta la casella, poi premi di nuovo.
candidacy-give-up-title = Non ti va più?
candidacy-give-up-text = Puoi lasciare qui. La bozza si cancella e non resta niente.
candidacy-give-up = Cancella la bozza
candidacy-give-up-sure = Sì, voglio cancellarla
candidacy-given-up = La bozza è cancellata. Non è rimasto niente.
candidacy-where = Dove sei e che cosa succede ora
candidacy-see-call = Rileggi l’avviso
candidacy-step-draft = Hai cominciato
candidacy-step-sent = Hai inviato la candidatura
candidacy-step-interview = Fissiamo un colloquio
candidacy-step-talked = Dopo il colloquio
candidacy-step-closed = La risposta, con i motivi
candidacy-step-then = E poi
candidacy-stage-draft = Bozza
candidacy-stage-sent = Inviata
candidacy-stage-interview = Colloquio
candidacy-stage-talked = Dopo il colloquio
candidacy-as-training = Comincia la formazione
candidacy-as-preparation = Un passo di preparazione
candidacy-as-other-way = Un altro modo di partecipare
candidacy-as-withdrawn = Ritirata
candidacy-as-no-place = Senza posto
candidacy-outcome-training = Comincia la formazione
candidacy-outcome-preparation = Prima un passo di preparazione
candidacy-outcome-other-way = Un altro modo di partecipare
candidacy-outcome-withdrawn = Ti sei ritirato o ritirata
candidacy-outcome-no-place = I posti non bastavano
candidacy-next-draft = Scrivi e invia quando te la senti.
candidacy-next-draft-late = L’avviso è chiuso. Quello che hai scritto è ancora qui: guarda gli altri avvisi aperti.
candidacy-next-sent = Il gruppo di selezione ti propone un colloquio.
candidacy-next-interview = Vi accordate sul giorno e vi incontrate.
candidacy-next-agreed = Il giorno è fissato.
candidacy-next-talked = Rileggete insieme gli appunti. Poi il gruppo ti risponde, con i motivi.
candidacy-next-training = Comincia il percorso formativo. Più sotto leggi come.
candidacy-next-preparation = Una persona ti accompagna. Poi vi incontrate di nuovo e puoi candidarti ancora.
candidacy-next-other-way = Provate insieme il modo che avete scelto. Puoi candidarti ancora quando vuoi.
candidacy-next-no-place = Puoi chiedere una conversazione e candidarti di nuovo. Le tue parole sono conservate.
candidacy-next-withdrawn = Puoi candidarti di nuovo quando vuoi.
candidacy-next-on = Vi incontrate il { $day }.
candidacy-next-by = Entro il { $by }.
candidacy-again = Candidati di nuovo
candidacy-again-elsewhere = Guarda gli avvisi aperti
candidacy-your-words = Le tue parole
candidacy-shared-now = Adesso il gruppo di selezione può leggerle.
candidacy-not-shared-now = Adesso non le legge nessuno. Il gruppo vede solo il tuo nome e la data.
candidacy-unshare = Non condividerle più
candidacy-share-now = Fai leggere le tue parole
candidacy-shared = Ora il gruppo di selezione può leggere le tue parole.
candidacy-unshared = Da ora il gruppo non legge più le tue parole.
candidacy-no-words = Non hai scritto niente.
candidacy-change-words = Cambia quello che hai scritto
candidacy-who-read = Chi ha letto che cosa
candidacy-nobody-read = Nessuno ha ancora letto.
candidacy-seen-line = { $name } ha letto: { $what }
candidacy-seen-texts = quello che hai scritto
candidacy-somebody = Una persona del gruppo
candidacy-happened = Che cosa è successo
candidacy-told-begun = Hai cominciato la candidatura.
candidacy-told-sent = Hai inviato la candidatura.
candidacy-told-talked = Vi siete incontrati.
candidacy-told-closed = La candidatura è conclusa. I motivi sono in questa pagina.
candidacy-told-withdrawn = Hai ritirato la candidatura.
candidacy-told-shared = Hai fatto leggere le tue parole al gruppo di selezione.
candidacy-told-unshared = Hai smesso di condividere le tue parole.
candidacy-told-link = Hai chiesto un link nuovo.
candidacy-told-waits = Aspetti da troppo tempo. Lo abbiamo detto a chi coordina.
candidacy-link-title = Il tuo link personale
candidacy-link-text = Con questo link torni qui senza profilo. Chi ha il link apre questa pagina: non darlo a nessuno.
candidacy-link-renew = Cambia il link
candidacy-link-renewed = Questo è il tuo link nuovo. Quello di prima non funziona più.
candidacy-account-offer = Crea un profilo
candidacy-account-text = Con un profilo entri senza link e ritrovi tutto. Ti mandiamo una mail per sceglierlo.
candidacy-account-sent = La mail per creare il profilo è in viaggio.
candidacy-data = Scarica i dati che ci sono su di te
candidacy-withdraw-title = Vuoi ritirarti?
candidacy-withdraw-text = Puoi farlo in ogni momento, senza dire perché. Puoi candidarti di nuovo.
candidacy-withdraw-sure = Sì, voglio ritirarmi
candidacy-withdraw = Ritira la candidatura
candidacy-withdrawn = Ti sei ritirato o ritirata. Grazie per averci provato: la porta resta aperta.
candidacy-erase-title = Cancella tutto
candidacy-erase-text = Si cancella tutto quello che c’è su di te, per sempre. Anche questa pagina.
candidacy-erase-sure = Sì, cancella tutto
candidacy-erase = Cancella i miei dati
candidacy-erased = È tutto cancellato.
retention-candidacy = La candidatura e le parole di chi si candida, cifrate: fino a un anno dopo la fine. Se comincia la formazione, l’anno si conta da quando finisce la formazione.
retention-candidacy-told = Che cosa è successo in una candidatura: lo legge chi si candida, finché la candidatura c’è.
retention-candidacy-seen = Chi ha letto una candidatura e quando: lo vede chi si candida, finché la candidatura c’è.
candidacy-todo-draft = Finisci la tua candidatura
candidacy-todo-draft-why = La bozza ti aspetta. Puoi anche lasciarla lì.
candidacy-todo-meeting = Rispondi: ti hanno proposto un incontro
candidacy-todo-meeting-why = Puoi dire di sì, oppure chiedere un altro momento.
candidacy-todo-note = Leggi la nota scritta con te
candidacy-todo-note-why = Conta solo quando l’hai letta. Puoi aggiungere le tue parole.
candidacy-todo-look = Guarda a che punto è la tua candidatura
candidacy-todo-waits = Candidature ferme da più di quattro settimane: { $number }
candidacy-todo-waits-why = Ci sono persone che aspettano un passo da voi.
