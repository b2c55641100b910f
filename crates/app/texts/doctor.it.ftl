doctor-setting = Impostazione
doctor-value = Valore
doctor-origin = Da dove viene
doctor-meaning = A che cosa serve
doctor-default = valore di partenza
doctor-not-set = (non impostato)
doctor-all-fine = Va tutto bene.
doctor-something-wrong = Qualcosa è da sistemare: le righe con ✗ dicono come.

doctor-clock = Orologio
doctor-clock-fine = segna { $now }.
doctor-clock-behind = segna { $now }, prima che questo programma fosse scritto. Attiva la sincronizzazione dell’ora (NTP).

doctor-database = Database
doctor-database-fine = { $engine } risponde.
doctor-database-none = non c’è ancora { $path }: nasce al primo avvio.
doctor-database-unreachable = non si apre: { $what } Controlla l’impostazione database, e che il server sia acceso.
doctor-database-silent = non risponde entro dieci secondi. Controlla la rete e che il server sia acceso.

doctor-migrations = Tabelle
doctor-migrations-fine = sono aggiornate.
doctor-migrations-pending = mancano { $names }. Fai una copia con “allapari backup”, poi lancia “allapari migrate”.

doctor-writable = Scrittura
doctor-writable-fine = il database si può scrivere.
doctor-writable-not = il database non si può scrivere: { $what } Controlla i permessi della cartella e del file.

doctor-audit = Traccia
doctor-audit-fine = { $entries } righe in { $streams } catene. “allapari audit verify” le controlla tutte.
doctor-audit-from-the-future = l’ultima riga è del { $newest }, nel futuro. L’orologio è indietro: attiva la sincronizzazione dell’ora (NTP).

doctor-key = Chiave
doctor-key-fine = è quella con cui il database è stato usato.
doctor-key-none = non c’è ancora { $path }: nasce al primo avvio.

doctor-key-file = File della chiave
doctor-key-file-fine = { $path } è leggibile solo da chi ne è proprietario. Tienine una copia lontano dai backup.
doctor-key-file-open = { $path } può essere letto da altri. Lancia “chmod 600 { $path }”.

doctor-disk = Spazio
doctor-disk-fine = ci sono { $free } GB liberi.
doctor-disk-full = in { $path } restano solo { $free } MB. Libera spazio, o sposta i dati.
doctor-disk-elsewhere = i dati sono su un altro server: lo spazio si controlla lì.
doctor-disk-unknown = non si riesce a sapere quanto spazio c’è in { $path }.

doctor-base-url = Indirizzo
doctor-base-url-fine = { $url }
doctor-base-url-open = { $url } non è protetto: password e testi viaggerebbero in chiaro. Metti davanti un proxy con HTTPS e imposta base_url.

doctor-mail = Posta
doctor-mail-fine = { $server } risponde.
doctor-mail-none = nessun server di posta: i messaggi restano in attesa. Imposta smtp_url per spedirli.
doctor-mail-silent = { $server } non risponde entro dieci secondi. Controlla nome, porta e rete.
doctor-mail-failed = { $server } non va: { $what } Controlla smtp_url.

doctor-paper = Carta
doctor-paper-fine = un PDF di prova riesce.
doctor-paper-not = un PDF di prova non riesce: { $what } Installa di nuovo il programma.
