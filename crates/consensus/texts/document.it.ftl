document-name = Documento di consenso
document-title = Leggi il Documento di consenso
document-contents = Indice
document-notes = Note
document-note-mark = Nota { $number }
document-note-back = Torna al testo dalla nota { $number }
document-link-statement = Collegamento a questo passo: { $words }
document-link-section = Collegamento a questa parte: { $heading }
document-supplied-text = Il testo è quello della conferenza. Alcuni titoli li abbiamo aggiunti noi, per orientarti: lo dice la scritta accanto.
document-supplied-mark = (titolo aggiunto)
document-standing-current = Versione { $label }, adottata il { $day }
document-standing-past = Versione { $label }, adottata il { $day }, non più l’ultima
document-state-current = Ultima
document-state-past = Precedente
document-empty-title = Qui leggerai il Documento di consenso
document-empty-text = Il Documento dice che cosa la conferenza ha condiviso: chi è una persona esperta, come lo diventa, dove lavora e con quali tutele. La Carta nasce da qui.
document-empty-action = Carica il Documento

document-ways = Altri modi di leggerlo
document-as-pdf = PDF da stampare, accessibile
document-as-text = Testo semplice
document-as-data = Dati per chi programma
document-as-versions = Tutte le versioni
document-as-charter = La Carta che ne deriva
document-source = Da dove viene questo testo
document-source-file = File
document-source-pasted = Testo incollato
document-source-sha = Impronta SHA-256
document-source-loaded = Caricato il

document-versions-title = Le versioni del Documento
document-versions-lead = Una versione caricata non cambia più. Puoi leggerle tutte e confrontarle.
document-versions-caption = Versioni del Documento, dall’ultima adottata
document-versions-label = Versione
document-versions-state = Stato
document-versions-day = Adottata il
document-versions-size = Quanto contiene
document-versions-actions = Che cosa puoi fare
document-versions-read = Leggi la versione { $label }
document-versions-pdf = PDF della versione { $label }
document-compare-two = Confronta due versioni
document-compare-da = Da questa versione
document-compare-a = A questa versione
document-compare-go = Mostra che cosa cambia

document-compare-title = Che cosa cambia tra due versioni
document-compare-lead = Dalla versione { $from } alla versione { $to }, passo per passo.
document-compare-one = Serve una seconda versione
document-compare-one-text = Un confronto vuole due versioni del Documento. Quando la rete ne pubblica un’altra, qui vedi che cosa cambia.
document-compare-from = Da
document-compare-to = A
document-compare-none = Le due versioni dicono le stesse cose con le stesse parole.
document-compare-summary = In breve
document-compare-changed = { $n ->
    [one] Un passo cambiato
   *[other] { $n } passi cambiati
}
document-compare-added = { $n ->
    [one] Un passo aggiunto
   *[other] { $n } passi aggiunti
}
document-compare-removed = { $n ->
    [one] Un passo tolto
   *[other] { $n } passi tolti
}
document-compare-moved = { $n ->
    [one] Un passo spostato
   *[other] { $n } passi spostati
}
document-compare-kept = { $n ->
    [one] Un passo con le stesse parole
   *[other] { $n } passi con le stesse parole
}
document-compare-how = Le parole aggiunte sono sottolineate, quelle tolte sono barrate.
document-compare-changes = I passi che cambiano
document-compare-turn = Guarda il confronto al contrario
document-change-changed = Cambiato
document-change-changed-moved = Cambiato e spostato
document-change-moved = Spostato, con le stesse parole
document-change-added = Aggiunto
document-change-removed = Tolto
document-change-in = Leggilo nella versione { $label }
document-piece-added = aggiunto:
document-piece-added-end = fine dell’aggiunta
document-piece-removed = tolto:
document-piece-removed-end = fine di ciò che è tolto

document-load-title = Carica una versione del Documento
document-load-lead = Parti dal testo semplice estratto dal PDF. Prima vedi che cosa il programma ha capito, poi decidi.
document-load-go = Carica una nuova versione
document-load-file = File di testo
document-load-file-hint = Un file .txt in UTF-8. Numeri di pagina, righe spezzate, elenchi e note li riconosce il programma.
document-load-text = Oppure incolla il testo
document-load-label = Nome breve della versione
document-load-label-hint = Per esempio l’anno. Se lo lasci vuoto, il programma usa l’anno di adozione.
document-load-adopted-on = Giorno di adozione
document-load-adopted-on-hint = Se lo lasci vuoto, il programma cerca la data nel testo; se non la trova, usa oggi.
document-load-nothing-yet = Non cambia ancora niente: il prossimo passo è una prova.
document-load-check = Prova a leggere il testo
document-load-no-text = Qui non c’è testo. Scegli un file o incolla il testo.
document-load-not-text = Questo file non è testo semplice in UTF-8. Dal PDF estrai il testo (per esempio con «pdftotext») e carica quello. Niente è cambiato.
document-load-too-long = Questo testo è troppo lungo per essere il Documento. Controlla di aver scelto il file giusto. Niente è cambiato.
document-load-future = Il giorno di adozione è nel futuro. Scrivi il giorno in cui il Documento è stato adottato. Niente è cambiato.
document-load-no-paper = Il testo si legge, ma non si riesce a farne un PDF. Niente è cambiato: scrivi a chi amministra il programma.
document-load-label-taken = Un’altra versione ha già questo nome. Scegline un altro.
document-loaded = La versione { $label } del Documento è caricata.
document-known = Questo testo era già caricato: non è cambiato niente.

document-check-title = Controlla che cosa è stato letto
document-check-lead = È una prova: non è cambiato ancora niente.
document-check-known = Questo stesso testo è già caricato.
document-check-known-go = Leggi la versione che c’è
document-check-found = Che cosa c’è nel testo
document-check-untitled = Senza titolo
document-check-standing = Versione { $label }, adottata il { $day }
document-sections = { $n ->
    [one] Una parte
   *[other] { $n } parti
}
document-statements = { $n ->
    [one] Un passo
   *[other] { $n } passi
}
document-lists = { $n ->
    [one] Un elenco
   *[other] { $n } elenchi
}
document-notes-count = { $n ->
    [one] Una nota
   *[other] { $n } note
}
document-check-doubts = Dubbi
document-check-no-doubts = Nessuno: tutto è stato riconosciuto.
document-check-left = Che cosa resta fuori
document-check-nothing-left = Niente resta fuori.
document-left-page-number = Riga { $line }: il numero di pagina { $text }
document-left-running-title = Riga { $line }: il titolo ripetuto «{ $text }»
document-check-parts = Le parti, in ordine
document-check-heading = Titolo
document-check-level = Livello
document-check-statements = Passi
document-check-for-ever = Una versione caricata non cambia più e non si cancella: la Carta e le adesioni si riferiscono a lei.
document-check-confirm = Carica questa versione
document-check-again = Torna indietro e cambia il testo

document-doubt-no-title = Il titolo non si trova.
document-doubt-no-heading = Non si trovano titoli delle parti.
document-doubt-note-without-mark = La nota { $what } non ha un rimando nel testo.
document-doubt-note-without-number = In fondo a una pagina c’è una nota senza numero.
document-doubt-open-end = Un paragrafo finisce senza punto: può essere un titolo, o essere troncato ({ $what }).
document-doubt-strange-character = C’è un carattere che il PDF non ha tradotto: { $what }.
