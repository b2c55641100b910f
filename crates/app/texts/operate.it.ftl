operate-title = Gestione dell’installazione
operate-lead = Come sta questa installazione: i lavori in sottofondo, la posta, la traccia, i dati.
operate-jobs = Lavori in sottofondo
operate-jobs-text = Girano da soli, su una macchina alla volta. Se una si ferma, un’altra continua.
operate-job = Lavoro
operate-state = Stato
operate-last = Ultima volta
operate-done = Cose fatte
operate-job-events = Reagire a ciò che cambia
operate-job-mail = Spedire la posta
operate-job-pathway = Ricordare gli incontri, avvisare se una candidatura aspetta
operate-job-certificates = Rilasciare gli attestati, quando sono tanti
operate-job-signatures = Firmare di nuovo gli attestati, se una chiave non è più sicura
operate-job-charter = Rileggere i dati con la Carta, ogni giorno
operate-job-retention = Togliere ciò che non serve più
operate-job-never = ancora niente da fare
operate-job-fine = riuscito
operate-job-failed = non riuscito, riprova da solo
operate-mail = Posta
operate-mail-waiting = { $count ->
    [0] Nessun messaggio in attesa.
    [one] Un messaggio in attesa.
   *[other] { $count } messaggi in attesa.
}
operate-mail-given-up = { $count ->
    [0] Nessuno è stato abbandonato.
    [one] Uno è stato abbandonato dopo molti tentativi.
   *[other] { $count } sono stati abbandonati dopo molti tentativi.
}
operate-mail-outbox = Vedi la posta in uscita
operate-trace = Traccia
operate-trace-holds = La traccia ha { $entries } righe in { $streams } catene.
operate-trace-check = Controlla che sia intera
operate-trace-whole = La traccia è intera: nessuna riga è stata cambiata o tolta.
operate-trace-broken = La traccia non è come è stata scritta. Conserva una copia del database e chiedi chi ha potuto toccarlo.
operate-program = Programma e dati
operate-version = Versione
operate-database = Database
operate-tables = Tabelle
operate-tables-fine = aggiornate
operate-tables-pending = { $count ->
    [one] una migrazione da applicare
   *[other] { $count } migrazioni da applicare
}
operate-backup = Per salvare una copia di tutto: “allapari backup FILE”, anche mentre il programma lavora. Per un controllo completo: “allapari doctor”.
operate-reports = Leggi le segnalazioni
