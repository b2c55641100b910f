# L’aiuto.
command-about = Alla pari – rete degli esperti in supporto tra pari
command-usage = Uso
command-commands = Comandi
command-arguments = Argomenti
command-options = Opzioni
command-help-serve = Avvia il programma: pagine, API e lavori in sottofondo
command-help-demo = Prova il programma con una rete inventata, in una cartella a parte
command-help-user = Chi usa il programma
command-help-user-add = Aggiunge una persona con un ruolo: per esempio chi amministra questa installazione
command-help-import = Carica i dati da un file
command-help-import-organisations = Carica il registro delle realtà da CSV o XLSX; senza --confirm mostra solo che cosa farebbe
command-help-import-document = Carica una versione del Documento di consenso da un file di testo
command-help-charter = La Carta
command-help-charter-check = Dice, per ogni realtà e ogni regola, che cosa la Carta vede nei dati
command-help-audit = La traccia di ciò che è stato fatto
command-help-audit-verify = Controlla che nessuna riga della traccia sia stata cambiata o tolta
command-help-policy = Mostra chi può fare che cosa
command-help-routes = Mostra tutti gli indirizzi e l’atto che ciascuno richiede
command-help-openapi = Mostra la descrizione dell’API (OpenAPI 3.1)
command-help-backup = Salva tutti i dati in un file, anche mentre il programma lavora
command-help-restore = Rimette i dati da un file di backup: tutti o nessuno
command-help-person = I dati di una persona
command-help-person-export = Scrive tutto ciò che il programma conserva su una persona
command-help-person-erase = Cancella una persona e distrugge la chiave dei suoi testi
command-help-doctor = Mostra le impostazioni e controlla che l’installazione stia bene
command-help-migrate = Aggiorna le tabelle del database
command-help-seed = Riempie il database con una rete inventata, per misurare
command-arg-help = Mostra questo aiuto
command-arg-version = Mostra la versione
command-arg-database = Dove sono i dati: sqlite:PERCORSO oppure postgres://…
command-arg-listen = Indirizzo e porta su cui il programma risponde
command-arg-config = Il file delle impostazioni, al posto di allapari.toml
command-arg-lang = La lingua dei messaggi
command-arg-file = Il file
command-arg-replace = Toglie prima tutto ciò che c’è
command-arg-format = Per chi è il risultato: text per le persone, json per le macchine
command-arg-data = La cartella dei dati; senza, una cartella temporanea
command-arg-organisations = Quante realtà
command-arg-experts = Quante persone esperte
command-arg-candidacies = Quante candidature
command-arg-editions = Quante edizioni di corsi
command-arg-email = L’indirizzo e-mail della persona
command-arg-name = Il nome della persona
command-arg-role = Il ruolo: administrator, secretariat, region, organisation-manager, trainer, tutor, professional, expert
command-arg-organisation = La realtà in cui vale il ruolo
command-arg-territory = Il territorio in cui vale il ruolo
command-arg-password-stdin = Legge la password dalla prima riga dell’ingresso
command-arg-invite = Invita la persona per e-mail a scegliere la password
command-arg-confirm = Fa ciò che la prova ha mostrato
command-arg-label = Il nome della versione
command-arg-person = Il numero della persona
command-arg-yes = Cancella davvero: non si torna indietro

# Ciò che può andare storto.
command-failed = Non è riuscito: { $what }
command-conflict = Un’altra modifica è arrivata nello stesso momento. Niente è cambiato: riprova.
command-no-database = Non c’è un database in { $path }. Controlla --database o ALLAPARI_DATABASE; “allapari serve” ne crea uno nuovo.
command-wrong-key = La chiave in { $path } non è quella con cui questo database è stato usato. Rimetti il file giusto dalla tua copia.
command-database-failed = Il database non si apre: { $what } Lancia “allapari doctor”.
command-file-failed = Il file non si legge o non si scrive: { $what }

# Avvio.
command-serving = Alla pari risponde su { $address } – per fermarlo premi Ctrl-C.
command-stopped = Fermato. Niente è rimasto a metà.
command-listen-failed = Su { $listen } non si può rispondere: { $what }. Forse è già in uso: scegli un’altra porta con --listen.
command-migrated = Le tabelle sono aggiornate.

# Backup.
command-table = Tabella
command-rows = Righe
command-backup-done = Salvate { $rows } righe in { $path }.
command-backup-key = Il backup non contiene la chiave { $path }: tienine una copia a parte. Senza, i testi personali non si leggono.
command-restore-done = Rimesse { $rows } righe dal backup del { $made } (versione { $program }).
command-restore-ended = Chi aveva un accesso aperto accede di nuovo. Non valgono più i link per accedere mandati per posta, le chiavi per i programmi e gli inviti ancora aperti, da mandare di nuovo. Le lettere in attesa nel backup non partono.
command-restore-erased = { $people ->
    [one] Una persona che dopo il backup aveva cancellato i suoi dati è cancellata di nuovo.
   *[other] { $people } persone che dopo il backup avevano cancellato i loro dati sono cancellate di nuovo.
 }
command-restore-erasures-unknown = Qui non si sa chi ha cancellato i suoi dati dopo il backup. Prima di riaprire le pagine, cancella di nuovo ognuna di queste persone: “allapari person erase --email INDIRIZZO --yes”.
command-restore-key = Serve anche la chiave di quell’installazione, nel file { $path }.
command-restore-not-a-backup = Questo file non è un backup di Alla pari. Niente è cambiato.
command-restore-cut-off = Il file è tagliato: finisce prima della fine. Niente è cambiato; prendi un’altra copia.
command-restore-damaged = Il file è stato cambiato o è rovinato ({ $what }). Niente è cambiato; prendi un’altra copia.
command-restore-newer = Il backup viene da una versione più nuova ({ $program }) che conosce { $unknown }. Aggiorna prima il programma. Niente è cambiato.
command-restore-unfit = Il backup non si adatta a questo database: { $what }. Niente è cambiato.
command-restore-not-empty = Nel database ci sono già dati (tabella { $table }). Usane uno nuovo, oppure aggiungi --replace per toglierli. Niente è cambiato.

# Mostrare.
command-route-method = Metodo
command-route-path = Indirizzo
command-route-act = Atto
command-audit-read = { $entries ->
    [one] Letta una riga
   *[other] Lette { $entries } righe
} in { $streams ->
    [one] una catena
   *[other] { $streams } catene
}.
command-audit-whole = La traccia è intera.
command-audit-broken = La traccia non è come è stata scritta. Conserva una copia del database e chiedi chi ha potuto toccarlo.
command-audit-stream = Catena
command-audit-place = Posto
command-audit-what = Che cosa
command-audit-changed = riga cambiata
command-audit-missing = riga mancante
command-audit-cut-off = fine tagliata
command-audit-no-head = capo mancante

# Persone.
command-user-role-needs-organisation = Questo ruolo vale in una realtà: aggiungi --organisation con il nome che sta nel suo indirizzo.
command-user-role-needs-territory = Questo ruolo vale in un territorio: aggiungi --territory, per esempio emilia-romagna.
command-user-no-organisation = Non c’è una realtà “{ $organisation }”. Cercala in /realta: il nome è l’ultima parte del suo indirizzo.
command-user-password-wrong = La password non va: { $what }
command-user-email-wrong = “{ $email }” non è un indirizzo e-mail.
command-user-added = Fatto: { $name } può entrare da { $address } con { $email }.
command-user-invited = Fatto: l’invito per { $email } parte con la posta.
command-user-no-mail-server = Non c’è un server di posta: l’invito resta in attesa finché non imposti smtp_url.
command-person-unknown = Nessuna persona corrisponde.
command-person-erase-sure = Stai per cancellare { $name }: dati, accesso e testi, per sempre. Se è ciò che la persona vuole, ripeti con --yes.
command-person-erased = Fatto: la persona è cancellata e la chiave dei suoi testi è distrutta.

# Importazioni.
command-import-row = Riga
command-import-column = Colonna
command-import-problem = Che cosa non va
command-import-notice = Da sapere
command-import-seen = Lette { $rows } righe: { $new } nuove, { $changed } da cambiare, { $same } uguali.
command-import-problems = Ci sono { $count } problemi. Niente è stato caricato: correggi il file e riprova.
command-import-confirm = Niente è ancora cambiato. Se va bene, ripeti con --confirm.
command-import-nothing = Il registro è già così: non c’è niente da cambiare.
command-import-done = Fatto: { $new } realtà aggiunte, { $changed } cambiate.
command-document-done = Fatto: la versione “{ $label }” ha { $sections } sezioni, { $statements } affermazioni e { $notes } note.
command-document-label-taken = Un’altra versione si chiama già “{ $label }”. Scegli un altro nome con --label.
command-document-same = Questo testo c’è già come “{ $label }”: non c’è niente da caricare.

# La Carta.
command-charter-organisation = Realtà
command-charter-rule = Regola
command-charter-state = Esito
command-charter-evidence = Che cosa si vede, o manca
command-charter-next = Prossimo passo
command-charter-none = Non c’è ancora una Carta in vigore.
command-charter-version = Carta in vigore: { $label }.

# La prova.
command-demo-filling = Preparo una rete inventata…
command-demo-ready = Alla pari, in prova, risponde su { $address }
command-demo-who = Entra come
command-demo-entry = Indirizzo
command-demo-kept = I dati restano in { $path }: con lo stesso --data li ritrovi.
command-demo-temporary = I dati sono in una cartella temporanea e vanno via con la prova. Per tenerli: --data CARTELLA.
command-demo-stop = Per fermare la prova premi Ctrl-C.
command-made-up-refused = La rete inventata non è completa. La pagina { $path } non ha preso ciò che la prova vi scrive: “{ $said }”. È un errore del programma: segnalalo. Per riprovare usa una cartella o un database vuoti.
command-seed-done = Inventate { $organisations } realtà e { $experts } persone esperte in { $seconds ->
    [one] un secondo
   *[other] { $seconds } secondi
}.
