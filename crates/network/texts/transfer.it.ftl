transfer-title = Carica le realtà da un file
transfer-lead = Prima vedi che cosa cambierebbe. Niente cambia finché non confermi.
transfer-file = File
transfer-file-hint = CSV, Excel o LibreOffice.
transfer-read = Leggi il file
transfer-how = Come deve essere il file
transfer-how-file = CSV (con virgola o punto e virgola), Excel o LibreOffice, fino a { $most } megabyte.
transfer-how-columns = La prima riga ha i nomi delle colonne, in italiano o in inglese. Servono: nome, tipo, città, provincia.
transfer-how-figures = Se scrivi quanti esperti sono attivi, scrivi anche la data dei numeri.
transfer-how-same = Una realtà si riconosce da nome e città, comunque scritti. Se c’è già, vedi che cosa cambia.
transfer-how-empty = Una cella vuota non cancella niente.
transfer-example = Salva l’elenco di oggi come modello
transfer-run-title = Che cosa farebbe { $file }
transfer-not-yet = È solo una prova: niente è ancora cambiato.
transfer-has-problems = { $number ->
    [one] C’è un problema da correggere. Finché c’è, non si carica niente.
   *[other] Ci sono { $number } problemi da correggere. Finché ci sono, non si carica niente.
 }
transfer-was-confirmed = Confermato il { $at }.
transfer-problems = Che cosa va corretto
transfer-row = Riga
transfer-column = Colonna
transfer-what = Che cosa non va, e come si corregge
transfer-whole-file = tutto il file
transfer-whole-row = tutta la riga
transfer-again = Leggi un altro file
transfer-lines = Che cosa succede se confermi
transfer-lines-done = Che cosa è successo
transfer-fate = Esito
transfer-fate-new = Nuova
transfer-fate-changed = Cambia: guarda sotto che cosa
transfer-fate-unchanged = Resta uguale
transfer-fate-wrong = Da correggere
transfer-changes-caption = Che cosa cambia in { $name }
transfer-outcome = Nuove: { $added }. Cambiano: { $changed }. Restano uguali: { $unchanged }.
transfer-outcome-done = Aggiunte: { $added }. Cambiate: { $changed }. Rimaste uguali: { $unchanged }.
transfer-confirm = Conferma e carica
transfer-done = Fatto: il registro è aggiornato.
transfer-moved = Nel frattempo il registro è cambiato. Non abbiamo caricato niente: leggi di nuovo il file e controlla.
transfer-done-before = Questo file è già stato caricato. Non è successo niente.
transfer-problems-left = Il file ha ancora problemi. Non abbiamo caricato niente.
transfer-format = Il formato può essere csv o xlsx.

transfer-no-file = Scegli un file.
transfer-empty = Il file è vuoto. Controlla di aver scelto quello giusto.
transfer-too-large = Il file supera { $most } megabyte. Togli le immagini, o dividilo.
transfer-too-long = Il file ha { $rows } righe: il massimo è { $most }. Dividilo in più file.
transfer-binary = Questo file non è una tabella. Salvalo come CSV o come Excel e riprova.
transfer-workbook = Il foglio di calcolo non si apre: forse è rovinato o protetto da una password. Salvalo di nuovo, o salvalo come CSV.
transfer-no-rows = Il file ha solo i nomi delle colonne. Aggiungi almeno una riga.
transfer-column-missing = Manca la colonna “{ $column ->
    [name] nome
    [kind] tipo
    [town] città
    [province] provincia
   *[other] { $column }
 }”. Aggiungila. Nella prima riga ci sono: { $found }.
transfer-column-twice = La colonna “{ $heading }” dice la stessa cosa di un’altra. Togline una.
transfer-column-unknown = La colonna “{ $heading }” non si conosce: non verrà letta.
transfer-encoding = Il file usa la codifica { $encoding }. L’abbiamo letto così: controlla che gli accenti siano giusti.
transfer-row-long = La riga ha { $cells } celle, ma le colonne sono { $columns }. Se un testo contiene il separatore, mettilo tra virgolette.
transfer-row-twice = È la stessa realtà della riga { $first }: stesso nome e stessa città. Togline una.
transfer-row-closed = Questa realtà è chiusa dal { $day }. Riaprila prima, o togli la riga.
transfer-row-waiting = Di questa realtà c’è una scheda che aspetta la segreteria. Prima confermala o chiedi una correzione, poi leggi di nuovo il file.
transfer-quote-open = In questa riga si aprono virgolette che poi non si chiudono: le righe che seguono finirebbero in una cella sola. Chiudile, o toglile.
transfer-stray = C’è qualcosa scritto fuori dalla tabella: si leggono le prime { $rows } righe e le prime { $columns } colonne. Se è rimasto lì per caso, cancellalo; se no, dividi il file.
