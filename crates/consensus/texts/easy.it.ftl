easy-title = Il Documento in parole facili
easy-lead = { $n ->
    [one] Frasi brevi e parole di tutti i giorni. Si legge in un minuto circa.
   *[other] Frasi brevi e parole di tutti i giorni. Si legge in { $n } minuti circa.
}
easy-go = Versione facile da leggere
easy-go-why = Le stesse idee, con frasi brevi.
easy-go-charter = Che cosa pensa la rete, con frasi brevi.
easy-standing = Versione facile di “{ $label }”, Documento adottato il { $day }. Conta il testo intero.
easy-full = Leggi il testo intero
easy-in-full = Il testo intero:
easy-older = C’è una versione più nuova del Documento: { $label }, adottata il { $day }. Quella facile non è ancora scritta: qui leggi la precedente.
easy-italian-only = Per ora la versione facile è solo in italiano.
easy-empty-title = Qui leggerai il Documento in parole facili
easy-empty-text = Sarà un testo breve, per chi è stanco o fa fatica a leggere. La rete non l’ha ancora scritto.
easy-empty-action = Scrivi la versione facile
easy-ways = Altri modi di leggerlo
easy-as-full = Il testo intero del Documento
easy-as-text = Testo semplice
easy-as-charter = La Carta, articolo per articolo
easy-changed = Ultima modifica il { $day }

easy-edit = Scrivi la versione facile
easy-edit-of = Versione facile della versione { $label }
easy-edit-lead = Per “{ $label }”. Di’ le stesse cose con frasi brevi e parole di tutti i giorni.
easy-text-it = Testo in italiano
easy-text-it-hint = Una riga che comincia con «# » apre una parte. Una che comincia con «- » è una voce di elenco. Una che comincia con «> » porta alla parte del Documento che ha quel nome. Una riga vuota chiude il paragrafo.
easy-text-en = Testo in inglese
easy-text-en-hint = Se vuoi. Si scrive nello stesso modo.
easy-proposed = Questa è una proposta del programma. Leggila, cambia quello che vuoi, poi salvala: prima non la vede nessuno.
easy-from-other = Per questo Documento la versione facile non c’è ancora. Parti da quella di un altro Documento: cambia quello che non vale più.
easy-save = Salva e pubblica
easy-check = Controlla senza salvare
easy-checked = Controllato. Non è cambiato ancora niente.
easy-saved = La versione facile è salvata. Chiunque può leggerla.
easy-stale = Qualcun altro ha appena salvato un’altra versione facile. Il tuo testo è ancora qui sotto. Confrontalo con l’altro: se salvi, resta il tuo.
easy-theirs = Che cosa ha scritto l’altra persona
easy-sections = I nomi delle parti del Documento

easy-reads = Quanto è facile
easy-index-elementary = Indice Gulpease { $index } su 100: si legge bene anche con la scuola elementare.
easy-index-middle = Indice Gulpease { $index } su 100: si legge bene con la licenza media. Punta a 70 o più.
easy-index-upper = Indice Gulpease { $index } su 100: si legge bene con un diploma. Accorcia le frasi e scegli parole più comuni.
easy-index-few = Indice Gulpease { $index } su 100: lo leggono in pochi. Accorcia le frasi e scegli parole più comuni.
easy-long = { $n ->
    [0] Nessuna frase ha più di 20 parole.
    [one] Una frase ha più di 20 parole. Prova a dividerla:
   *[other] { $n } frasi hanno più di 20 parole. Prova a dividerle:
}

easy-problem-outside = Riga { $line }: prima di queste parole manca un titolo. Aggiungi una riga che comincia con «# ».
easy-problem-heading = Riga { $line }: qui c’è un titolo senza parole. Scrivilo.
easy-problem-nothing = Riga { $line }: sotto questo titolo non c’è testo. Scrivilo, o togli il titolo.
easy-problem-two = Riga { $line }: questa parte porta già a un’altra parte del Documento. Lasciane una.
easy-problem-section = Riga { $line }: il Documento non ha una parte «{ $section }». Scegli un nome dall’elenco in fondo.
