# Che cosa decide ogni impostazione.
settings-database = Dove sono i dati: sqlite:PERCORSO oppure postgres://utente:password@server/nome
settings-listen = Indirizzo e porta su cui il programma risponde
settings-base-url = L’indirizzo con cui le persone raggiungono il programma; serve per i link nelle e-mail
settings-behind-proxy = Se davanti c’è un proxy che dice da dove arriva la richiesta (true o false)
settings-smtp-url = Il server di posta: smtps://utente:password@server oppure smtp://server
settings-mail-from = Chi firma le e-mail del programma
settings-secret-file = Il file con la chiave dell’installazione; fanne una copia in un luogo sicuro
settings-helpline = La riga in fondo a ogni pagina per chi ha bisogno di aiuto adesso
settings-log = Quanto scrivere nel registro tecnico: error, warn, info, debug
settings-log-format = Come scriverlo: text per le persone, json per le macchine

# Che cosa non va, e come si rimedia.
settings-problems = Alcune impostazioni non vanno. Niente è partito e niente è cambiato.
settings-unknown-name = Nel file { $path } c’è un’impostazione che non esiste. Forse volevi scrivere “{ $near }”.
settings-unknown-variable = È una variabile che il programma non conosce. Forse volevi scrivere { $near }.
settings-file-missing = Il file { $path } non c’è. Controlla il percorso, oppure togli --config.
settings-file-unreadable = Il file { $path } non si legge: { $what }
settings-database-wrong = Non è l’indirizzo di un database. Scrivi sqlite:PERCORSO oppure postgres://utente:password@server/nome.
settings-listen-wrong = “{ $value }” non è un indirizzo con la porta. Scrivi per esempio 127.0.0.1:8080, o 0.0.0.0:8080 per rispondere anche ad altre macchine.
settings-base-url-wrong = “{ $value }” non è un indirizzo intero. Scrivi per esempio https://allapari.example.it, senza altro dopo il nome.
settings-behind-proxy-wrong = “{ $value }” non va: scrivi true oppure false.
settings-smtp-not-an-address = Non è l’indirizzo di un server di posta. Scrivi per esempio smtps://utente:password@server.
settings-smtp-tls = Dopo ?tls= va required, opportunistic oppure none.
settings-smtp-password-in-the-open = La password viaggerebbe in chiaro. Usa smtps:// oppure togli ?tls=.
settings-mail-from-wrong = “{ $value }” non è un mittente. Scrivi per esempio Alla pari <noreply@example.it>.
settings-log-wrong = “{ $value }” non si capisce. Scrivi error, warn, info oppure debug.
settings-log-format-wrong = “{ $value }” non va: scrivi text oppure json.
settings-secret-lost = Il file della chiave { $path } non c’è, ma questo database è già stato usato con una chiave. Rimetti il file dalla tua copia: senza quella chiave i testi personali non si leggono più.
settings-secret-malformed = Il file { $path } non contiene una chiave (64 cifre esadecimali). Rimetti il file dalla tua copia.
settings-secret-file-failed = Il file della chiave { $path } non si legge o non si scrive: { $what }
