findings-title = Che cosa dice la Carta sulla rete
findings-lead = Ogni regola riguarda le organizzazioni, mai le persone. Qui vedi le somme e ciò che le realtà hanno scelto di mostrare. Non c’è nessuna classifica.
findings-charter = Carta
findings-organisations = Realtà
findings-own = Verifica
findings-checked = Ultima verifica: { $at }.
findings-not-checked = La Carta non è ancora stata verificata su nessuna realtà.
findings-yours = Le tue realtà
findings-sums = Regola per regola
findings-sums-text = Per quante realtà del registro pubblico ogni regola è rispettata, non lo è, non si sa o non le riguarda.
findings-bars = Realtà per regola e risposta
findings-table = Le stesse cifre in tabella
findings-silent = { $number ->
    [one] Una regola non ha ancora risposte
   *[other] { $number } regole non hanno ancora risposte
 }
findings-silent-text = I registri di cui parlano arriveranno. Finché non ci sono, la risposta resta «non si sa».
findings-rule = Regola
findings-list-published = Che cosa mostrano le realtà
findings-list-published-text = Ogni realtà decide che cosa pubblicare. L’ordine è quello dell’alfabeto.
findings-list-all = Le risposte di tutte le realtà
findings-list-all-text = Le vedi come segreteria, in ordine alfabetico. Servono ad accompagnare, non a confrontare.
findings-regola = Regola
findings-stato = Risposta
findings-territorio = Territorio
findings-all-rules = Tutte le regole
findings-all-states = Tutte le risposte
findings-all-territories = Tutti i territori
findings-filter = Mostra
findings-of = { $name }: { $rule }
findings-missing = Non si sa: { $what }
findings-article = Articolo { $number }, { $title }
findings-none = Nessuna risposta con questi criteri
findings-none-text = Prova ad allargare la ricerca.
findings-none-published = Qui compaiono le risposte pubblicate
findings-none-published-text = Nessuna realtà ne ha pubblicate con questi criteri. Chi gestisce una realtà può farlo dalla propria verifica.

findings-own-title = Che cosa dice la Carta su { $name }
findings-own-lead = Queste risposte sono della realtà. Le vedono chi ne fa parte e la segreteria.
findings-own-publishing = Chi gestisce la realtà può rendere pubblica ogni risposta e tornare indietro. Se una risposta cambia, torna privata.
findings-group-not-met = Da migliorare
findings-group-not-known = Ancora da sapere
findings-group-met = Rispettate
findings-group-not-applicable = Non riguardano questa realtà
findings-group-awaiting = Aspettano registri che non ci sono ancora
findings-group-awaiting-text = Per queste regole non c’è niente da fare per ora.
findings-publish = Rendi pubblica la risposta { $rule }
findings-unpublish = Torna a tenere privata la risposta { $rule }
findings-published = Ora la risposta è pubblica: { $rule }.
findings-unpublished = La risposta è di nuovo privata: { $rule }.
findings-is-public = Questa risposta è pubblica.
findings-none-own = Qui leggerai che cosa dice la Carta sulla tua realtà
findings-none-own-text = La verifica parte da sola quando la realtà è nel registro. Di solito bastano pochi minuti.

findings-declare-title = Dichiara come lavora { $name }
findings-declare-lead = Nessun registro può dire queste cose: le dice la realtà. Lascia vuoto ciò che non sai.
findings-declare-go = Compila le dichiarazioni
findings-declare-save = Salva le dichiarazioni
findings-declared = Abbiamo salvato le dichiarazioni e verificato di nuovo la realtà.
findings-stale = Qualcun altro ha appena salvato queste dichiarazioni. Quello che hai scritto è ancora nel modulo: confrontalo con ciò che è salvato, correggi se serve e salva di nuovo.
findings-belonging = Far parte di un gruppo
findings-belonging-text = La Carta chiede che le persone esperte siano libere di appartenere a un gruppo e abbiano il tempo per farlo.
findings-free = Le persone esperte sono libere di far parte di un gruppo o di un’associazione di esperti?
findings-time = La realtà dà loro tempo per il gruppo?
findings-hours = Quante ore al mese
findings-hours-hint = Se non c’è un numero fisso, lascia vuoto.
findings-answer-yes = Sì
findings-answer-no = Non ancora
findings-answer-open = Preferisco non dirlo ora
findings-inclusion = Pronti ad accogliere
findings-inclusion-text = Queste domande riguardano i Dipartimenti di salute mentale. Scrivi quante persone, senza nomi.
findings-professionals = Operatori dedicati all’inserimento delle persone esperte
findings-trained = Personale formato alla recovery
findings-closed-areas = Aree chiuse alle persone esperte
findings-closed-areas-hint = Scrivi 0 se tutte le aree sono aperte.
findings-on = Le risposte valgono alla data del
findings-invalid-future = La data non può essere nel futuro.

findings-impact-title = Per chi cambia qualcosa
findings-impact-lead = Che cosa risponderebbe la Carta passando dalla versione { $from } alla versione { $to }.
findings-impact-summary = { $number ->
    [0] Con i dati di oggi la risposta non cambia per nessuna delle { $all } realtà.
   *[other] Con i dati di oggi la risposta cambia per { $number } realtà su { $all }.
 }
findings-impact-sums = Quante realtà cambiano risposta
findings-impact-before = Prima
findings-impact-after = Dopo
findings-impact-number = Realtà
findings-impact-own = Le realtà che puoi vedere
findings-impact-shift = { $rule }: da «{ $before }» a «{ $after }»
findings-impact-compare = Torna a che cosa cambia nel testo

findings-step-declare = Dichiara come lavora { $name }
findings-step-declare-why = La Carta può rispondere solo su ciò che si sa.
findings-step-unmet = Guarda che cosa migliorare in { $name }. Regole non rispettate: { $number }
findings-step-unmet-why = Per ogni regola trovi il prossimo passo.
